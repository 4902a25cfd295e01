/** What a stale formula breaks elsewhere: a relation that accuses the same cell tells nothing new. */
import type { FindingDraft } from '../checks/check.ts'
import type { Quote, Symptom } from './finding.ts'

const FORMULA = 'formula-mismatch'

/** A finding that accuses the words of a formula's result becomes a symptom of the formula's finding. */
export function withoutEchoes(drafts: readonly FindingDraft[]): readonly FindingDraft[] {
  const formulas = drafts.filter(({ check }) => check === FORMULA)
  if (formulas.length === 0) return drafts
  const symptoms = new Map<FindingDraft, Symptom[]>(formulas.map((draft) => [draft, []]))
  const kept = drafts.filter((draft) => {
    const source = draft.check === FORMULA ? undefined : formulas.find((formula) => accusesSame(formula, draft))
    if (source) symptoms.get(source)?.push(...symptomsOf(draft))
    return source === undefined
  })
  return kept.map((draft) => ({ ...draft, related: [...draft.related, ...(symptoms.get(draft) ?? [])] }))
}

function accusesSame({ quotes: [a] }: FindingDraft, { severity, quotes: [b] }: FindingDraft): boolean {
  return severity !== 'info' && a !== undefined && b !== undefined && a.block === b.block && overlap(a, b)
}

const overlap = (a: Quote, b: Quote): boolean => a.start < b.end && b.start < a.end

function symptomsOf({ kind, message, computation, quotes: [quote], related }: FindingDraft): Symptom[] {
  return quote ? [{ kind, message, computation, quote }, ...related] : [...related]
}
