/** The common course of all checks that judge relations: one finding a violated relation, one untold line where nothing could be told. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { explain } from '../../findings/explain.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayNumber } from '../../findings/say.ts'
import { type ClaimGraph, type Judged, judgedOf, membersShown } from '../../graph/claim-graph.ts'
import { figuresOf } from '../../relations/relation.ts'
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
  const findings: FindingDraft[] = []
  const untold: { at: Figure['claim']['anchor']; missing: string }[] = []
  const seen = new Set<string>()
  for (const judged of judgedOf(graph, definition.kind)) {
    outcomes[judged.outcome]++
    if (judged.outcome === 'cannot-tell' && untold.length < MAX_UNTOLD) {
      const accused = graph.set.figures[judged.relation.accused] as Figure
      untold.push({
        at: accused.claim.anchor,
        missing: judged.reading === null ? '分母为零，无法计算' : `口径不明：${judged.relation.source.ref}`,
      })
    }
    // A violation that only a wrong unit explains is told by the check of units.
    if (judged.outcome !== 'fail' || judged.slip !== null || judged.reading === null) continue
    const key = figuresOf(judged.reading.equation)
      .slice()
      .sort((a, b) => a - b)
      .join(',')
    if (seen.has(key)) continue
    seen.add(key)
    findings.push(draft(definition, graph.set, judged))
  }
  return { findings, outcomes, untold }
}

function draft(definition: Definition, set: ClaimSet, judged: Judged): FindingDraft {
  const accused = set.figures[judged.relation.accused] as Figure
  const { computation, steps, expected, message } = explain(judged, set.figures)
  return {
    check: definition.id,
    kind: judged.relation.finding,
    severity: judged.relation.certainty === 'error' ? definition.severity : 'warning',
    title: definition.wording.title,
    message,
    quotes: quotesOf(set, membersShown(judged)),
    computation,
    steps,
    expected,
    repair: repairOf(judged, accused, expected),
    confidence: judged.relation.certainty === 'error' ? 0.95 : 0.8,
  }
}

/** The figure follows from the others alone: the recomputed value is the proposal. Ranking of other repairs is not done here. */
function repairOf(judged: Judged, accused: Figure, expected: string | null): FindingDraft['repair'] {
  const form = judged.reading?.equation.form
  if (expected === null || (form !== 'ratio' && form !== 'product') || judged.relation.readings.length !== 1) return null
  return { from: `${sayNumber(accused)}${expected.replace(/^[-\d.]+/, '')}`, to: expected, reason: 'recomputed' }
}

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
