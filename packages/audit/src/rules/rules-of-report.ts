/** The general rules of a report with the places they are printed in. Read once a report. */
import type { ClaimSet } from '../claims/claim-set.ts'
import { readGeneralRules } from './read-general-rules.ts'
import type { RuleSource, Sourced } from './rule-source.ts'
import type { ScoringRule } from './scoring-rule.ts'

/** A note inside a table is longer than any name or value. */
const LEAST_NOTE = 25

const read = new WeakMap<ClaimSet, readonly Sourced<ScoringRule>[]>()

export function rulesOfReport(set: ClaimSet): readonly Sourced<ScoringRule>[] {
  const known = read.get(set)
  if (known !== undefined) return known
  const rules = set.report.blocks.flatMap((block, index) => {
    const texts =
      'text' in block
        ? [block.text]
        : block.kind === 'table'
          ? block.rows.flatMap((cells) => cells.map((cell) => cell.text).filter((text) => text.length >= LEAST_NOTE && isNote(text)))
          : []
    return texts.flatMap((text) =>
      readGeneralRules(text).map(({ rule, words }) => {
        const source: RuleSource = { by: 'report', block: index, isOfTable: block.kind === 'table', words }
        return { rule, source }
      }),
    )
  })
  read.set(set, rules)
  return rules
}

/** A cell may hold the rule of its own row as well: a note speaks of kinds of indicators. */
const isNote = (text: string): boolean => /定量|定性|正向指标|反向指标|各项指标|填[报表]说明|^注/.test(text)

/** The rules that may govern a table. */
export function rulesOfTable(set: ClaimSet, block: number): readonly Sourced<ScoringRule>[] {
  return rulesOfReport(set).filter(({ source }) => source.by === 'scheme' || !source.isOfTable || source.block === block)
}
