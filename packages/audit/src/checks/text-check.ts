/** The common course of checks of words and forms: each place they look at ends in one outcome. */
import type { Anchor } from '@jiheng/vocabulary'
import type { AuditContext } from '../audit-result.ts'
import type { ClaimSet } from '../claims/claim-set.ts'
import type { Quote, Repair, Severity } from '../findings/finding.ts'
import type { Given } from '../given.ts'
import { type Check, type FindingDraft, noOutcomes } from './check.ts'

/** More of one kind in one report are one more than anybody reads. */
const MAX_FINDINGS = 40
const MAX_UNTOLD = 200

export interface Fault {
  /** The check's own severity when left out. */
  readonly severity?: Severity
  readonly message: string
  /** The accused words first. */
  readonly quotes: readonly [Quote, ...Quote[]]
  readonly computation: string
  readonly steps: readonly string[]
  readonly expected?: string | null
  readonly repair?: Repair | null
  /** 0.9 when left out. */
  readonly confidence?: number
}

export interface Tell {
  readonly pass: () => void
  readonly notApplicable: () => void
  readonly cannotTell: (at: Anchor | null, missing: string) => void
  /** A function is only asked while there is room: quoting costs as much as the block is long. */
  readonly fail: (fault: Fault | (() => Fault)) => void
}

/** `look` visits the report once and tells the outcome of every place that the check is about. */
export function textCheck(
  definition: Omit<Check, 'run' | 'needs'>,
  look: (set: ClaimSet, tell: Tell, context: AuditContext, given: Given) => void,
): Check {
  return {
    ...definition,
    needs: [],
    run: ({ set }, context, _document, given) => {
      const outcomes = noOutcomes()
      const findings: FindingDraft[] = []
      const untold: { at: Anchor | null; missing: string }[] = []
      look(
        set,
        {
          pass: () => outcomes.pass++,
          notApplicable: () => outcomes['not-applicable']++,
          cannotTell: (at, missing) => {
            outcomes['cannot-tell']++
            if (untold.length < MAX_UNTOLD) untold.push({ at, missing })
          },
          fail: (fault) => {
            outcomes.fail++
            if (findings.length < MAX_FINDINGS) findings.push(draft(definition, typeof fault === 'function' ? fault() : fault))
          },
        },
        context,
        given,
      )
      return { findings, outcomes, untold }
    },
  }
}

function draft(definition: Omit<Check, 'run' | 'needs'>, fault: Fault): FindingDraft {
  return {
    check: definition.id,
    kind: definition.kind,
    severity: fault.severity ?? definition.severity,
    title: definition.wording.title,
    message: fault.message,
    quotes: fault.quotes,
    computation: fault.computation,
    steps: fault.steps.map((say) => ({ say })),
    expected: fault.expected ?? null,
    repair: fault.repair ?? null,
    related: [],
    confidence: fault.confidence ?? 0.9,
  }
}
