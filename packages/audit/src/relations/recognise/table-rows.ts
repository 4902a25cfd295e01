/** Formulas along a row: rates from their operands, differences, totals over columns, a score from its weight and rate. */
import { compare, ONE } from '@jiheng/quantity'
import { rateAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Column, TableReading, TableRow } from '../../claims/from-table.ts'
import { judge } from '../../graph/judge.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, type Reading, side } from '../relation.ts'

/** A formula is taken for the table's own when it holds in this share of its rows, and in at least two of them. */
const PROVEN_SHARE = 0.6
const PROVEN_LEAST = 2

export function recogniseTableRows(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const table of set.tables) {
    for (const [head, columns] of table.heads.entries()) {
      const rows = table.rows.filter((row) => row.head === head && row.kind !== 'head')
      for (const row of rows) relations.push(...rowRates(set, columns, row), ...rowScore(set, row))
      relations.push(...columnTotals(set, table, columns, rows), ...columnChanges(set, columns, rows))
    }
  }
  return relations
}

const cell = (set: ClaimSet, row: TableRow, column: number): Figure | null => {
  const index = row.figures[column] ?? -1
  return index < 0 ? null : (set.figures[index] as Figure)
}

/** 执行率, 完成率, 得分率, 占比 … against the columns of their operands. */
function rowRates(set: ClaimSet, columns: readonly Column[], row: TableRow): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [at, column] of columns.entries()) {
    const rate = cell(set, row, at)
    if (rate === null || rate.dimension !== 'ratio' || rate.compare !== null || column.rateName === null) continue
    const readings = rateReadings(set, columns, row, column.rateName, rate, at)
    if (readings.length === 0) continue
    relations.push({
      kind: 'ratio',
      finding: 'ratio',
      readings,
      accused: rate.index,
      certainty: 'error',
      source: { by: 'table', ref: column.text },
    })
  }
  return relations
}

function rateReadings(set: ClaimSet, columns: readonly Column[], row: TableRow, name: string, rate: Figure, at: number): Reading[] {
  const definition = rateAtEnd(name)?.rate
  if (definition === undefined) return []
  const byRole = (roles: readonly string[]): Figure[] =>
    columns
      .map((column, index) => ({ column, index }))
      .filter(({ column, index }) => index !== at && column.role !== null && roles.includes(column.role) && !column.isWithin)
      .sort((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at))
      .map(({ index }) => cell(set, row, index))
      .filter((figure) => figure !== null)
  const ratio = (say: string, numerator: Figure, denominator: Figure): Reading[] =>
    numerator.dimension === denominator.dimension && numerator.dimension !== 'ratio'
      ? [
          {
            say,
            equation: { form: 'ratio', result: rate.index, numerator: side([numerator.index]), denominator: side([denominator.index]) },
          },
        ]
      : []
  switch (definition.id) {
    case 'score-rate':
      return byRole(['score'])
        .slice(0, 1)
        .flatMap((score) =>
          byRole(['weight'])
            .slice(0, 1)
            .flatMap((weight) => ratio('得分 ÷ 分值', score, weight)),
        )
    case 'budget-execution-rate':
    case 'budget-completion-rate':
    case 'payment-rate':
    case 'control-rate': {
      const spent = byRole(['executed', 'final']).slice(0, 2)
      // The adjusted budget counts where the row has one; the initial one only where it has none.
      const adjusted = byRole(['adjusted-budget'])
      const budgets = adjusted.length > 0 ? adjusted : [...byRole(['budget', 'received']), ...byRole(['initial-budget'])]
      return spent.flatMap((figure) => budgets.slice(0, 3).flatMap((budget) => ratio('执行数 ÷ 预算数', figure, budget)))
    }
    case 'completion-rate':
      return byRole(['actual', 'executed'])
        .slice(0, 1)
        .flatMap((figure) =>
          byRole(['target', 'budget', 'adjusted-budget', 'initial-budget'])
            .filter((target) => target.compare === null || target.compare === '=')
            .slice(0, 1)
            .flatMap((target) => ratio('完成数 ÷ 计划数', figure, target)),
        )
    case 'arrival-rate':
      return byRole(['received'])
        .slice(0, 1)
        .flatMap((figure) =>
          byRole(['adjusted-budget', 'budget', 'initial-budget'])
            .slice(0, 2)
            .flatMap((budget) => ratio('到位数 ÷ 预算数', figure, budget)),
        )
    default:
      return []
  }
}

/** 分值 10 · 执行率 74.21% → 得分 7.42; full marks are left alone, since many places give them above a threshold. */
function rowScore(set: ClaimSet, row: TableRow): NewRelation[] {
  const figures = row.figures.filter((index) => index >= 0).map((index) => set.figures[index] as Figure)
  const weight = figures.find((figure) => figure.claim.role === 'weight')
  const score = figures.find((figure) => figure.claim.role === 'score' && figure.dimension === 'point')
  if (weight === undefined || score === undefined || weight.compare !== null) return []
  const relations: NewRelation[] = [
    {
      kind: 'bound',
      finding: 'impossible-value',
      accused: score.index,
      certainty: 'error',
      source: { by: 'scheme', ref: '得分不超过分值', citation: '勾稽 ID-43' },
      readings: [{ say: '得分不超过分值', equation: { form: 'order', low: side([score.index]), high: side([weight.index]) } }],
    },
  ]
  const rate = figures.find(
    (figure) => figure.rateName !== null && /执行率/.test(figure.rateName) && figure.dimension === 'ratio' && figure.claim.role === 'rate',
  )
  if (rate === undefined || compare(rate.value, ONE) >= 0 || compare(score.value, weight.value) === 0 || score.value.coefficient === 0n)
    return relations
  relations.push({
    kind: 'product',
    finding: 'product-score',
    accused: score.index,
    certainty: 'warning',
    source: { by: 'scheme', ref: '得分 = 分值 × 执行率', citation: '财预〔2020〕10号；SF-02' },
    readings: [{ say: '分值 × 执行率', equation: { form: 'product', result: score.index, factors: [weight.index, rate.index] } }],
  })
  return relations
}

/** A 合计 or 小计 column over the columns beside it, when the rows themselves prove which. */
function columnTotals(set: ClaimSet, table: TableReading, columns: readonly Column[], rows: readonly TableRow[]): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [at, column] of columns.entries()) {
    if (!column.isTotal) continue
    const options = spansBeside(columns, at)
    const best = proven(
      set,
      rows,
      options.map((members) => (row: TableRow): Equation | null => {
        const total = cell(set, row, at)
        const parts = members.map((member) => cell(set, row, member)).filter((figure) => figure !== null)
        if (total === null || parts.length < 2 || parts.some((part) => part.dimension !== total.dimension)) return null
        return { form: 'linear', left: side([total.index]), right: side(parts.map((part) => part.index)) }
      }),
    )
    if (best === null) continue
    for (const equation of best) {
      const accused = equation.form === 'linear' ? (equation.left.plus[0] as number) : -1
      relations.push({
        kind: 'sum',
        finding: 'sum',
        accused,
        certainty: 'error',
        readings: [{ say: '同行各列相加', equation }],
        source: { by: 'table', ref: `${table.heads.length > 0 ? column.text : ''}列` },
      })
    }
  }
  return relations
}

/** Column sets that a total column may add: the next two to eight to the right, or all before it. */
function spansBeside(columns: readonly Column[], at: number): number[][] {
  const spans: number[][] = []
  const right: number[] = []
  for (let column = at + 1; column < columns.length && right.length < 8; column++) {
    const meaning = columns[column] as Column
    if (meaning.isPlain || meaning.role === 'rate' || meaning.isTotal) break
    right.push(column)
    if (right.length >= 2) spans.push([...right])
  }
  const left: number[] = []
  for (let column = at - 1; column >= 0 && left.length < 8; column--) {
    const meaning = columns[column] as Column
    if (meaning.isPlain || meaning.role === 'rate' || meaning.isTotal) break
    left.unshift(column)
    if (left.length >= 2) spans.push([...left])
  }
  return spans
}

/** 增减额 and 增减率 columns beside this year's and last year's, proven by the rows. */
function columnChanges(set: ClaimSet, columns: readonly Column[], rows: readonly TableRow[]): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [at, column] of columns.entries()) {
    const isRate = /增减率|增长率|变动率|增幅|增减(?:比例|幅度|%)|增减.*率/.test(column.text)
    const isAmount = !isRate && /增减|差额|差异|结余|剩余|节约/.test(column.text)
    if (!isRate && !isAmount) continue
    const others = columns
      .map((_, index) => index)
      .filter((index) => index !== at && !(columns[index] as Column).isPlain && (columns[index] as Column).role !== 'rate')
    const options: ((row: TableRow) => Equation | null)[] = []
    for (const a of others) {
      for (const b of others) {
        if (a === b || options.length > 40) continue
        options.push((row) => {
          const result = cell(set, row, at)
          const first = cell(set, row, a)
          const second = cell(set, row, b)
          if (result === null || first === null || second === null || first.dimension !== second.dimension || first.dimension === 'ratio')
            return null
          if (isRate)
            return result.dimension === 'ratio'
              ? { form: 'ratio', result: result.index, numerator: side([first.index], [second.index]), denominator: side([second.index]) }
              : null
          return result.dimension === first.dimension
            ? { form: 'linear', left: side([result.index]), right: side([first.index], [second.index]) }
            : null
        })
      }
    }
    const best = proven(set, rows, options)
    for (const equation of best ?? []) {
      const accused = equation.form === 'linear' ? (equation.left.plus[0] as number) : equation.form === 'ratio' ? equation.result : -1
      relations.push({
        kind: isRate ? 'growth' : 'difference',
        finding: isRate ? 'growth' : 'difference',
        accused,
        certainty: 'error',
        readings: [{ say: isRate ? '（本期 − 上期）÷ 上期' : '两列相减', equation }],
        source: { by: 'table', ref: `${column.text}列` },
      })
    }
  }
  return relations
}

/** The formula that most rows satisfy, as one equation a row; null when no formula is proven. */
function proven(set: ClaimSet, rows: readonly TableRow[], options: readonly ((row: TableRow) => Equation | null)[]): Equation[] | null {
  let best: { equations: Equation[]; holding: number } | null = null
  for (const option of options) {
    const equations = rows.map(option).filter((equation) => equation !== null)
    const holding = equations.filter((equation) => judge(equation, set.figures)?.holds === true && !isTrivial(set, equation)).length
    if (holding < PROVEN_LEAST || holding < equations.length * PROVEN_SHARE) continue
    if (best === null || holding > best.holding) best = { equations, holding }
  }
  return best?.equations ?? null
}

/** All zero proves nothing. */
function isTrivial(set: ClaimSet, equation: Equation): boolean {
  if (equation.form !== 'linear') return false
  return [...equation.left.plus, ...equation.right.plus].every((index) => (set.figures[index] as Figure).value.coefficient === 0n)
}
