/** Indicator tables: the weights under a group against the points that the group prints, and level by level. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Column, TableReading, TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'
import { blockName } from './scores.ts'

export function recogniseTableScores(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const table of set.tables) {
    for (const [head, columns] of table.heads.entries()) {
      const rows = table.rows.filter((row) => row.head === head && row.kind === 'item')
      const weightColumns = columnsOf(columns, 'weight')
      const scoreColumns = scoreColumnsOf(set, columns, rows)
      relations.push(...groupWeights(set, table, head, weightColumns, scoreColumns))
      for (const levels of [weightColumns, scoreColumns]) relations.push(...levelSums(set, rows, levels))
    }
  }
  return relations
}

function columnsOf(columns: readonly Column[], role: 'weight' | 'score'): number[] {
  return columns.map((column, at) => (column.role === role ? at : -1)).filter((at) => at >= 0)
}

function scoreColumnsOf(set: ClaimSet, columns: readonly Column[], rows: readonly TableRow[]): number[] {
  const named = columnsOf(columns, 'score')
  if (named.length > 0) return named
  const first = rows.flatMap((row) => row.figures).find((index) => index >= 0 && (set.figures[index] as Figure).claim.role === 'score')
  const seat = first === undefined ? undefined : (set.figures[first] as Figure).seat
  return seat?.kind === 'cell' ? [seat.column] : []
}

/** Rows from a group label with points, "产出指标（40分）", to the next one. */
function groupWeights(
  set: ClaimSet,
  table: TableReading,
  head: number,
  weightColumns: readonly number[],
  scoreColumns: readonly number[],
): NewRelation[] {
  const relations: NewRelation[] = []
  const weightColumn = weightColumns.at(-1)
  if (weightColumn === undefined) return relations
  const rows = table.rows.filter((row) => row.head === head)
  for (const [at, row] of rows.entries()) {
    if (row.groupWeight < 0 || row.kind !== 'item') continue
    const members = membersOfGroup(rows, at)
    const weights = members.map((member) => member.figures[weightColumn] ?? -1).filter((index) => index >= 0)
    if (weights.length < 2) continue
    const group = set.figures[row.groupWeight] as Figure
    relations.push({
      kind: 'sum',
      finding: 'weight-total',
      accused: group.index,
      certainty: weights.length === members.length ? 'error' : 'question',
      readings: [{ say: '所列指标分值相加', equation: { form: 'linear', left: side([group.index]), right: side(weights) } }],
      source: { by: 'table', ref: `${group.claim.label}的分值`, citation: '勾稽 ID-41' },
    })
    const scoreColumn = scoreColumns.at(-1)
    const scores = scoreColumn === undefined ? [] : members.map((member) => member.figures[scoreColumn] ?? -1).filter((index) => index >= 0)
    const stated = blockScore(set, group)
    if (stated === null || scores.length !== members.length) continue
    relations.push({
      kind: 'sum',
      finding: 'score-total',
      accused: stated.index,
      certainty: 'error',
      source: { by: 'table', ref: `${group.claim.label}的得分`, citation: '勾稽 ID-42' },
      readings: [{ say: '所列指标得分相加', equation: { form: 'linear', left: side([stated.index]), right: side(scores) } }],
    })
  }
  return relations
}

function membersOfGroup(rows: readonly TableRow[], from: number): TableRow[] {
  const first = rows[from] as TableRow
  const members = [first]
  for (const row of rows.slice(from + 1)) {
    if (row.kind !== 'item' || (row.groupWeight >= 0 && row.groupColumn <= first.groupColumn)) break
    if (row.labels.some((label) => label.column <= first.groupColumn)) break
    members.push(row)
  }
  return members.filter((member) => member.figures.some((figure) => figure >= 0))
}

/** The score of this group printed in another table: 产出指标 40 40. */
function blockScore(set: ClaimSet, group: Figure): Figure | null {
  const name = blockName(`${group.claim.label}指标`)
  if (name === '') return null
  return (
    set.figures.find(
      (figure) =>
        figure.claim.role === 'score' &&
        figure.seat.kind === 'cell' &&
        figure.claim.anchor.block !== group.claim.anchor.block &&
        blockName(`${figure.claim.label}指标`) === name,
    ) ?? null
  )
}

/** Tables with a points column for each level: every upper figure is the sum of the lower ones down to the next upper figure. */
function levelSums(set: ClaimSet, rows: readonly TableRow[], levels: readonly number[]): NewRelation[] {
  const relations: NewRelation[] = []
  for (let level = 0; level + 1 < levels.length; level++) {
    const upper = levels[level] as number
    const lower = levels[level + 1] as number
    for (const [at, row] of rows.entries()) {
      const total = row.figures[upper] ?? -1
      if (total < 0) continue
      const members = [row]
      for (const next of rows.slice(at + 1)) {
        if ((next.figures[upper] ?? -1) >= 0) break
        members.push(next)
      }
      const parts = members.map((member) => member.figures[lower] ?? -1).filter((index) => index >= 0)
      if (parts.length < 2) continue
      const figure = set.figures[total] as Figure
      relations.push({
        kind: 'sum',
        finding: figure.claim.role === 'score' ? 'score-total' : 'weight-total',
        accused: total,
        certainty: 'warning',
        source: { by: 'table', ref: '下级指标相加', citation: '勾稽 ID-41、ID-42' },
        readings: [{ say: '下级指标相加', equation: { form: 'linear', left: side([total]), right: side(parts) } }],
      })
    }
  }
  return relations
}
