/** Along a row of an indicator table: score ≤ weight, weight − 扣分 = score, weight × rate = score where the row says so. */
import { compare, ONE } from '@jiheng/quantity'
import { rateAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableRow } from '../../claims/from-table.ts'
import { judge } from '../../graph/judge.ts'
import { readRowRule } from '../../rules/read-row-rule.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, side } from '../relation.ts'
import { cellOf, isPlainFigure, isProven, type Stretch, stretchesOf, tryAll } from './table-view.ts'

/** Words of a remark or rule that make the score proportional to a rate. */
const BY_RATE =
  /按.{0,8}(?:率|比例|\d%)(?:计算|计|得|扣|折|打|给)|率\s*[×xX*]\s*(?:分值|权重|满分|该指标)|(?:分值|权重|满分)\s*[×xX*].{0,8}率/
const DEDUCTED = { places: 2, digits: 4, share: 0.6 }

export function recogniseTablePoints(set: ClaimSet): NewRelation[] {
  const told = ratesInText(set)
  return stretchesOf(set).flatMap((stretch) => [
    ...deductions(set, stretch),
    ...deductionsSaid(set, stretch),
    ...stretch.rows.flatMap((row) => {
      const points = pointsOf(set, stretch, row)
      return points === null ? [] : [limit(points), ...byRate(set, told, stretch, row, points)]
    }),
  ])
}

interface Points {
  readonly weight: Figure
  readonly score: Figure
}

/** The last weight before the last score: upper levels may have points columns of their own. */
function pointsOf(set: ClaimSet, stretch: Stretch, row: TableRow): Points | null {
  const figures = row.figures.map((_, column) => cellOf(set, row, column)).filter((figure) => figure !== null)
  const score = figures.findLast((figure) => figure.claim.role === 'score' && figure.dimension === 'point')
  if (score === undefined || score.seat.kind !== 'cell') return null
  const at = score.seat.column
  const weights = figures.filter((figure) => figure.claim.role === 'weight' && figure.dimension === 'point')
  const weight = weights.findLast((figure) => figure.seat.kind === 'cell' && figure.seat.column < at) ?? weights[0]
  if (weight === undefined || !isPlainFigure(weight) || !isPlainFigure(score)) return null
  return stretch.columns[at]?.isDeduction === true ? null : { weight, score }
}

function limit({ weight, score }: Points): NewRelation {
  return {
    kind: 'bound',
    finding: 'impossible-value',
    accused: score.index,
    certainty: 'error',
    source: { by: 'scheme', ref: '得分不超过分值', citation: '勾稽 ID-43' },
    readings: [{ say: '得分不超过分值', equation: { form: 'order', low: side([score.index]), high: side([weight.index]) } }],
  }
}

/** 分值 − 扣分 = 得分, once the rows bear it out; points off may be printed with a minus. */
function deductions(set: ClaimSet, stretch: Stretch): NewRelation[] {
  const off = stretch.columns.findIndex((column) => column.isDeduction)
  if (off < 0) return []
  const tried = tryAll(
    set,
    stretch.rows.map((row): Equation | null => {
      const points = pointsOf(set, stretch, row)
      const taken = cellOf(set, row, off)
      if (points === null || taken === null || taken.dimension !== 'point' || !isPlainFigure(taken)) return null
      const isSigned = taken.value.coefficient < 0n
      const right = isSigned ? side([points.weight.index, taken.index]) : side([points.weight.index], [taken.index])
      return { form: 'linear', left: side([points.score.index]), right }
    }),
  )
  if (!isProven(set, tried, DEDUCTED)) return []
  return tried.map(({ equation }) => ({
    kind: 'difference',
    finding: 'score-total',
    accused: equation.form === 'linear' ? (equation.left.plus[0] as number) : -1,
    certainty: 'error',
    source: { by: 'scheme', ref: '得分 = 分值 − 扣分', citation: '勾稽 ID-42' },
    readings: [{ say: '分值减扣分', equation }],
  }))
}

/** "2台设备未到货扣1分，材料晚报扣0.5分": what the remarks take off, once most rows with such a remark bear it out. */
function deductionsSaid(set: ClaimSet, stretch: Stretch): NewRelation[] {
  if (stretch.columns.some((column) => column.isDeduction)) return []
  const tried = tryAll(
    set,
    stretch.rows.map((row): Equation | null => {
      const points = row.kind === 'total' || !row.words.includes('扣') ? null : pointsOf(set, stretch, row)
      if (points === null || /每|比例|扣完/.test(row.words)) return null
      const taken = remarksOf(set, stretch, row).filter((figure) => figure.dimension === 'point')
      if (taken.length === 0 || !taken.every((figure) => /扣$/.test(figure.lead) && isPlainFigure(figure))) return null
      const off = taken.map((figure) => figure.index)
      return { form: 'linear', left: side([points.score.index]), right: side([points.weight.index], off) }
    }),
  )
  if (!isProven(set, tried, DEDUCTED)) return []
  return tried.map(({ equation }) => ({
    kind: 'difference',
    finding: 'score-total',
    accused: equation.form === 'linear' ? (equation.left.plus[0] as number) : -1,
    certainty: 'warning',
    source: { by: 'table', ref: '得分 = 分值 − 说明中的扣分' },
    readings: [{ say: '分值减所写扣分', equation }],
  }))
}

/** 分值 10 · 执行率 62.5% → 得分 6.25. Full marks are left alone, since many places give them above a threshold. */
function byRate(set: ClaimSet, told: RatesInText, stretch: Stretch, row: TableRow, { weight, score }: Points): NewRelation[] {
  if (row.kind === 'total' || score.value.coefficient === 0n || hasLimit(set, stretch, row)) return []
  const isSaid = BY_RATE.test(row.words)
  const isFull = compare(score.value, weight.value) === 0
  const rates = ratesOf(set, told, stretch, row, isSaid).filter((rate) => isPlainFigure(rate) && compare(rate.value, ONE) <= 0)
  if (rates.length === 0 || (isFull && rates.some((rate) => compare(rate.value, ONE) < 0))) return []
  const equations = rates.map((rate): Equation => ({ form: 'product', result: score.index, factors: [weight.index, rate.index] }))
  const holds = equations.some((equation) => judge(equation, set.figures)?.holds === true)
  const isOne = new Set(rates.map((rate) => `${rate.value.coefficient}e${rate.value.scale}`)).size === 1
  // A round score next to a rate may come from steps (每低 5 个百分点扣 1 分) that are printed elsewhere.
  if (!holds && (!isOne || (!isSaid && isRound(score)))) return []
  return [
    {
      kind: 'product',
      finding: 'product-score',
      accused: score.index,
      certainty: 'warning',
      source: { by: 'scheme', ref: '得分 = 分值 × 执行率', citation: '财预〔2020〕10号；SF-02' },
      readings: equations.map((equation) => ({ say: '分值 × 执行率', equation })),
    },
  ]
}

/** 达到95%得满分，未达到按比例计分: a share of the limit, judged by the rule itself. */
function hasLimit(set: ClaimSet, stretch: Stretch, row: TableRow): boolean {
  const column = stretch.columns.findIndex(({ isRule }) => isRule)
  const block = set.report.blocks[stretch.table.block]
  const cell = column < 0 || block?.kind !== 'table' ? undefined : block.rows[row.index]?.[column]
  return cell !== undefined && readRowRule(cell.text)?.limit != null
}

/** Whole and half points are given by steps. */
const isRound = (score: Figure): boolean => score.value.scale === 0 || (score.value.scale === 1 && score.value.coefficient % 5n === 0n)

/** The row's own 执行率; where the row only says 按执行率计分, the rate of that name in the text. */
function ratesOf(set: ClaimSet, told: RatesInText, stretch: Stretch, row: TableRow, isSaid: boolean): Figure[] {
  const figures = row.figures.flatMap((_, column) => cellOf(set, row, column) ?? []).filter((figure) => figure.dimension === 'ratio')
  const inColumn = figures.filter((figure) => figure.claim.role === 'rate' && /执行率/.test(figure.rateName ?? ''))
  if (inColumn.length > 0) return inColumn.slice(0, 1)
  const isBudgetRow = /^(?:部门|项目|整体|年度)*预算执行(?:率|情况)?$/.test(row.name.replace(/[（(].*$/, ''))
  if (!isSaid && !isBudgetRow) return []
  const actual = figures.filter((figure) => figure.claim.role === 'actual')
  if (actual.length > 0) return targetIsWhole(set, stretch, row) ? actual.slice(0, 1) : []
  if (!isSaid) return []
  const inRow = ratesInRemark(set, stretch, row)
  return inRow.length > 0 ? inRow : namedInText(told, row)
}

/** Where the row prints a target, only 100 % makes score = weight × actual. */
function targetIsWhole(set: ClaimSet, stretch: Stretch, row: TableRow): boolean {
  const targets = stretch.columns.flatMap((column, at) => (column.role === 'target' ? [cellOf(set, row, at)] : []))
  return targets.every((target) => target === null || (target.dimension === 'ratio' && compare(target.value, ONE) === 0))
}

/** "按执行率98.18%计算" in a remark of the row itself. */
function ratesInRemark(set: ClaimSet, stretch: Stretch, row: TableRow): Figure[] {
  return remarksOf(set, stretch, row).filter((figure) => figure.dimension === 'ratio' && /率/.test(figure.lead))
}

/** Figures that were read out of words in the cells of a row. */
function remarksOf(set: ClaimSet, stretch: Stretch, row: TableRow): Figure[] {
  const own = row.figures.filter((index) => index >= 0)
  const last = Math.max(-1, ...own)
  const found: Figure[] = []
  for (let index = Math.min(...own); own.length > 0 && index < set.figures.length; index++) {
    const figure = set.figures[index] as Figure
    if (index > last && (figure.seat.kind === 'cell' || figure.claim.anchor.block !== stretch.table.block)) break
    if (figure.seat.kind === 'text') found.push(figure)
    if (found.length > MAX_NAMED) break
  }
  return found
}

const MAX_NAMED = 6

/** The rate that the row or its remark names, as the text states it for the whole unit. */
function namedInText(told: RatesInText, row: TableRow): Figure[] {
  const name = rateAtEnd(row.name) === null ? (/预算执行|执行率/.test(row.name + row.words) ? '执行率' : '') : row.name
  if (name === '') return []
  return [...told].filter(([rate]) => name.endsWith(rate) || rate.endsWith(name)).flatMap(([, figures]) => figures.slice(0, MAX_NAMED))
}

/** Rates of the running text by their names, gathered once: a table may have thousands of rows. */
type RatesInText = ReadonlyMap<string, readonly Figure[]>

function ratesInText(set: ClaimSet): RatesInText {
  const told = new Map<string, Figure[]>()
  for (const figure of set.figures) {
    const { seat, dimension, rateName, periodKey, qualifier } = figure
    if (seat.kind !== 'text' || dimension !== 'ratio' || rateName === null || periodKey !== '' || qualifier !== '') continue
    const same = told.get(rateName)
    if (same === undefined) told.set(rateName, [figure])
    else same.push(figure)
  }
  return told
}
