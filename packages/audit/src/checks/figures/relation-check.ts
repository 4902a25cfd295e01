/** The common course of all checks that judge relations: one finding a cause, one untold line where nothing could be told. */
import type { Cause } from '../../causes/cause.ts'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { explainCause } from '../../findings/explain-cause.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { type ClaimGraph, judgedOf } from '../../graph/claim-graph.ts'
import { membersShown } from '../../graph/judged.ts'
import { type Check, type CheckRun, type FindingDraft, noOutcomes } from '../check.ts'

/** More quotes than this say nothing more. */
const MAX_QUOTES = 12
const MAX_UNTOLD = 200

type Definition = Omit<Check, 'run'>

export function relationCheck(definition: Definition): Check {
  return { ...definition, run: (graph) => runOver(definition, graph) }
}

function runOver(definition: Definition, graph: ClaimGraph): CheckRun {
  const outcomes = noOutcomes()
  const untold: { at: Figure['claim']['anchor']; missing: string }[] = []
  for (const judged of judgedOf(graph, definition.kind)) {
    outcomes[judged.outcome]++
    if (judged.outcome === 'cannot-tell' && untold.length < MAX_UNTOLD) {
      const accused = graph.set.figures[judged.relation.accused] as Figure
      untold.push({
        at: accused.claim.anchor,
        missing: judged.reading === null ? '分母为零，无法计算' : `口径不明：${judged.relation.source.ref}`,
      })
    }
  }
  // A figure in a wrong unit is told by the check of units.
  const causes = graph.causes.filter((cause) => cause.violated[0].relation.finding === definition.kind && !isUnitSlip(cause))
  return { findings: causes.map((cause) => draftOf(definition, graph.set, cause)), outcomes, untold }
}

/** A cause as a finding of a check. */
export function draftOf(definition: Omit<Definition, 'needs'>, set: ClaimSet, cause: Cause): FindingDraft {
  const { computation, steps, expected, message, repair, related } = explainCause(cause, set)
  // Amounts may be classed in another way and still be right.
  const isClassed = cause.misplaced !== undefined && cause.violated.some(({ relation }) => relation.finding === 'sum')
  const isError = !isClassed && cause.violated.some(({ relation }) => relation.certainty === 'error')
  const isHint = cause.violated.every(({ relation }) => relation.certainty === 'hint')
  return {
    check: definition.id,
    kind: definition.kind,
    severity: isError ? definition.severity : isHint ? 'info' : 'warning',
    title: definition.wording.title,
    message,
    quotes: quotesOf(set, [cause.accused, ...cause.violated.flatMap(membersShown)]),
    computation,
    steps,
    expected,
    repair,
    related,
    confidence: isError ? 0.95 : 0.8,
  }
}

export const isUnitSlip = (cause: Cause): boolean => cause.corrections.length === 1 && cause.corrections[0]?.reason === 'wrong-unit'

/** One quote a clause or row, the accused first. */
export function quotesOf(set: ClaimSet, members: readonly number[]): Quote[] {
  const quotes: Quote[] = []
  const seen = new Set<string>()
  for (const index of members) {
    const quote = quoteFigure(set, set.figures[index] as Figure)
    const key = `${quote.block}:${quote.textStart}:${quote.text.length}`
    if (seen.has(key)) continue
    seen.add(key)
    quotes.push(quote)
    if (quotes.length === MAX_QUOTES) break
  }
  return quotes
}
