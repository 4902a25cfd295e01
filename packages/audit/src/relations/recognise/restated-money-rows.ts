/**
 * A row of budget, spending and rate told again in running text under another name: 合计 2375.40 | 2518.63 | 2462.75 and "年初预算2375.40万元，
 * 全年预算2518.63万元，支出2462.75万元". Where one long amount of the row is repeated in its role, another of its roles in the same breath
 * is meant to repeat its cell; what lies a slip of the hand apart is told.
 */
import type { Role } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableRow } from '../../claims/table-row.ts'
import { sayNumber } from '../../findings/say.ts'
import { slipBetween } from '../../graph/slip.ts'
import type { NewRelation } from '../recogniser.ts'
import { agree, restatement } from './restated-relation.ts'

type Stage = 'initial' | 'planned' | 'done' | 'rate'

const STAGES: Partial<Record<Role, Stage>> = {
  'initial-budget': 'initial',
  'adjusted-budget': 'planned',
  budget: 'planned',
  executed: 'done',
  final: 'done',
}
/** An amount this long is hardly the same by chance. */
const LONG = 5
const TELLING = 4
const MAX_ROWS = 4
/** Figures on either side of the one that is repeated. */
const REACH = 8
const EXECUTION = /执行率$/

export function recogniseMoneyRows(set: ClaimSet): NewRelation[] {
  const rows = rowsByAmount(set)
  if (rows.size === 0) return []
  const relations: NewRelation[] = []
  const told = new Set<string>()
  for (const [block, figures] of set.figuresOf) {
    if (set.report.blocks[block]?.kind === 'table') continue
    for (const [at, figure] of figures.entries()) {
      const stage = isPlain(figure) ? stageOf(figure) : null
      if (stage === null || stage === 'rate') continue
      const around = figures.slice(Math.max(0, at - REACH), at + REACH + 1).filter((other) => other !== figure && isPlain(other))
      for (const row of rows.get(keyOf(stage, figure)) ?? []) {
        for (const relation of matesOf(set, row, stage, around)) {
          const key = `${relation.accused}:${row.index}:${row.head}`
          if (!told.has(key)) relations.push(relation)
          told.add(key)
        }
      }
    }
  }
  return relations
}

/** The other stages of the row, each against the figure of its stage beside the one that is repeated: the same, else the one that is a slip away. */
function matesOf(set: ClaimSet, row: TableRow, stage: Stage, around: readonly Figure[]): NewRelation[] {
  return row.figures.flatMap((index): NewRelation[] => {
    const cell = index < 0 ? undefined : set.figures[index]
    const own = cell === undefined || !isPlain(cell) ? null : stageOf(cell)
    if (cell === undefined || own === null || own === stage) return []
    const mates = around.filter((figure) => figure.dimension === cell.dimension && stageOf(figure) === own && digitsOf(figure) >= TELLING)
    const same = mates.find((figure) => agree(figure, cell, set.figures))
    const slipped = same === undefined ? mates.filter((figure) => slipBetween(figure.value, cell.value) !== null) : []
    const mate = same ?? (slipped.length === 1 ? slipped[0] : undefined)
    if (mate === undefined) return []
    return [{ ...restatement(mate, cell, 'warning'), guard: 'slip' }]
  })
}

/** Rows with two stages at least, by each of their long amounts; an amount of many rows says nothing. */
function rowsByAmount(set: ClaimSet): ReadonlyMap<string, readonly TableRow[]> {
  const found = new Map<string, TableRow[]>()
  for (const row of set.tables.flatMap((table) => table.rows)) {
    const staged = row.figures.flatMap((index) => {
      const figure = index < 0 ? undefined : set.figures[index]
      const stage = figure === undefined || !isPlain(figure) ? null : stageOf(figure)
      return figure === undefined || stage === null ? [] : [{ figure, stage }]
    })
    if (new Set(staged.map(({ stage }) => stage)).size !== staged.length || staged.length < 2) continue
    for (const { figure, stage } of staged) {
      if (stage === 'rate' || digitsOf(figure) < LONG) continue
      const rows = found.get(keyOf(stage, figure))
      if (rows === undefined) found.set(keyOf(stage, figure), [row])
      else rows.push(row)
    }
  }
  for (const [key, rows] of found) if (rows.length > MAX_ROWS) found.delete(key)
  return found
}

const isPlain = ({ dimension, compare, claim, periodKey }: Figure): boolean =>
  (dimension === 'money' || dimension === 'ratio') && compare === null && claim.quantity.hedge === undefined && periodKey !== 'last'

/** 支出 without another word is what was spent. */
function stageOf({ claim, dimension, rateName, direction }: Figure): Stage | null {
  if (dimension === 'ratio') return claim.role === 'rate' && EXECUTION.test(rateName ?? '') ? 'rate' : null
  if (direction !== null) return null
  return STAGES[claim.role] ?? (claim.role === 'amount' && claim.concept === 'expenditure' ? 'done' : null)
}

const keyOf = (stage: Stage, { value }: Figure): string => {
  let { coefficient, scale } = value
  while (scale > 0 && coefficient % 10n === 0n) {
    coefficient /= 10n
    scale--
  }
  return `${stage}|${coefficient}e${scale}`
}

const digitsOf = (figure: Figure): number => sayNumber(figure).replace(/\D/g, '').replace(/^0+/, '').length
