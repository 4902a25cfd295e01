/** Indicator rows by the rules that the report prints: a row's own rule first, else the notes that speak of all indicators of its kind. */
import { compare, type Decimal, decimal, multiply, scanNumbers, unitById } from '@jiheng/quantity'
import { rateAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { type IndicatorRow, type IndicatorTable, indicatorTables } from '../../claims/indicator-rows.ts'
import { judge } from '../../graph/judge.ts'
import { readRowRule } from '../../rules/read-row-rule.ts'
import type { RowFacts, RuleReading } from '../../rules/row-readings.ts'
import { readingsOfRow } from '../../rules/row-readings.ts'
import type { Sourced } from '../../rules/rule-source.ts'
import { rulesOfTable } from '../../rules/rules-of-report.ts'
import type { ScoringRule, Sense } from '../../rules/scoring-rule.ts'
import type { NewRelation } from '../recogniser.ts'
import type { Reading } from '../relation.ts'
import { isPlainFigure } from './table-view.ts'

/** A remark that gives its own reason for points lost, or its own way of counting. */
const OWN_REASON = /扣|酌情|减分|加分|折算|佐证/
const BY_SHARE = /按(?:照)?.{0,12}(?:比例|完成率|完成程度|之比).{0,4}(?:计|得|给|记|算)/
const BY_RATE = /按.{0,8}(?:率|比例|\d%)(?:计|得|扣|折|打|给)|率[×xX*]|[×xX*].{0,8}率/
const EXECUTION_ROW =
  /^(?:部门|项目|整体|年度|全年|财政)*(?:预算|资金|支出|支付)(?:资金|支出)?(?:执行|完成|支付|支出)?(?:进度)?(?:率|情况)?$/
const TEN = decimal('10')
/** Beyond this the printed rule may take points off again. */
const FAR_OVER = decimal('1.2')
const MANY = 3
/** More values of one rate than this, and nobody knows which is meant. */
const MAX_TOLD = 3

interface Ruled {
  readonly relation: NewRelation
  readonly isGeneral: boolean
}

export function recogniseTableScoringRules(set: ClaimSet): NewRelation[] {
  const told = ratesInText(set)
  return indicatorTables(set).flatMap((table) => {
    const rules = rulesOfTable(set, table.block)
    const isHalfPoints = table.rows.every(({ score }) => score?.figure == null || isHalf(score.figure.value))
    const ruled = table.rows.flatMap((row) => ruledRow(row, table, rules, isHalfPoints, told) ?? [])
    const general = ruled.filter(({ isGeneral }) => isGeneral).map(({ relation }) => holds(set, relation))
    const failing = general.filter((held) => !held).length
    // A note that most rows do not follow is not the rule that was used.
    const isFollowed = failing < MANY || failing * 2 <= general.length - failing
    return ruled.map(({ relation, isGeneral }) => (isGeneral && !isFollowed ? { ...relation, certainty: 'question' as const } : relation))
  })
}

function holds(set: ClaimSet, { readings }: NewRelation): boolean {
  const verdicts = readings.map(({ equation }) => judge(equation, set.figures)).filter((verdict) => verdict !== null)
  return verdicts.length === 0 || verdicts.some((verdict) => verdict.holds)
}

function ruledRow(
  row: IndicatorRow,
  table: IndicatorTable,
  rules: readonly Sourced<ScoringRule>[],
  isHalfPoints: boolean,
  told: RatesInText,
): Ruled | null {
  const [weight, score] = [row.weight?.figure ?? null, row.score?.figure ?? null]
  if (!isPoints(weight) || !isPoints(score) || compare(score.value, weight.value) > 0) return null
  const remark = `${row.reason?.text ?? ''}${row.note?.text ?? ''}`
  const isShared = BY_SHARE.test(remark) && !/扣/.test(remark)
  if (!isShared && OWN_REASON.test(remark)) return null
  const limit = limitInName(row)
  const target = row.target?.figure ?? null
  const ownRule = row.rule?.text ?? ''
  const aim = target !== null ? { value: target.value, dimension: target.dimension } : limit
  const printed = row.actual?.figure ?? null
  const actuals = printed !== null ? [printed] : table.columns.actual < 0 ? (told.get(rateOf(row.name)) ?? []) : []
  if (actuals.length > MAX_TOLD || actuals.some((figure) => !isPlainFigure(figure) || (aim !== null && figure.dimension !== aim.dimension)))
    return null
  const ownReading = readRowRule(ownRule)
  if (ownReading?.limit == null && isLeftToRates(row, weight, aim?.value ?? null, `${remark}${ownRule}`, rules)) return null
  const factsWith = (actual: Figure | null): RowFacts => ({
    name: row.name.replace(/[（(][^（()）]*[）)]$/, ''),
    weight: weight.value,
    target: aim,
    actual: actual === null ? null : { value: actual.value, dimension: actual.dimension },
    sense: senseOf(row.sign ?? limit?.compare ?? null),
    isSenseDoubtful: /[≤≥<>＜＞]$/.test(row.target?.text ?? ''),
    isReachedInWords: isReachedInWords(row),
    ownRule,
    ownReading,
    isHalfPoints,
  })
  const readings = (actuals.length === 0 ? [null] : actuals).flatMap((actual) =>
    readingsOfRow(factsWith(actual), isShared ? sharedRules(remark) : rules).map((reading) =>
      toReading(reading, { weight, score, target, actual, limit: target === null ? (limit?.value ?? null) : null }),
    ),
  )
  const mayLose = rules.some(({ rule }) => rule.kind === 'over-fulfilment') && actuals.some((actual) => isFarOver(factsWith(actual)))
  if (readings.length === 0 || mayLose) return null
  const words = readings[0]?.words ?? ''
  return {
    isGeneral: ownRule === '' && !isShared,
    relation: {
      kind: 'implies',
      finding: 'scoring-rule',
      readings: readings.map(({ say, equation }): Reading => ({ say, equation })),
      source: { by: 'scheme', ref: `报告所列规则“${words}”` },
      certainty: 'warning',
      accused: score.index,
    },
  }
}

interface Operands {
  readonly weight: Figure
  readonly score: Figure
  readonly target: Figure | null
  readonly actual: Figure | null
  readonly limit: Decimal | null
}

function toReading({ say, formula, words }: RuleReading, { weight, score, target, actual, limit }: Operands): Reading & { words: string } {
  return {
    say,
    words,
    equation: {
      form: 'score',
      result: score.index,
      weight: weight.index,
      target: target?.index ?? -1,
      actual: actual?.index ?? -1,
      formula: formula.limit === null && limit !== null ? { ...formula, limit } : formula,
    },
  }
}

const isPoints = (figure: Figure | null): figure is Figure => figure !== null && figure.dimension === 'point' && isPlainFigure(figure)

const isHalf = (value: Decimal): boolean => value.scale === 0 || (value.scale === 1 && value.coefficient % 5n === 0n)

/** Rows of the execution rate, and rows that say 按…率计分 of a whole, are weight × rate: see table-points. */
function isLeftToRates(
  row: IndicatorRow,
  weight: Figure,
  aim: Decimal | null,
  words: string,
  rules: readonly Sourced<ScoringRule>[],
): boolean {
  const isWhole = aim === null || compare(aim, decimal('1')) === 0
  const isExecution = EXECUTION_ROW.test(row.name.replace(/[（(].*$/, ''))
  if (!isExecution) return isWhole && BY_RATE.test(words)
  return isWhole || compare(weight.value, TEN) === 0 || rules.some(({ rule }) => rule.kind === 'execution')
}

/** The note 按比例计分 in the row itself. */
function sharedRules(words: string): Sourced<ScoringRule>[] {
  const source = { by: 'report', block: -1, isOfTable: true, words } as const
  return [
    { rule: { kind: 'reached', subjects: ['quantitative'] }, source },
    { rule: { kind: 'missed', subjects: ['quantitative'], give: 'proportion', share: null }, source },
  ]
}

function senseOf(sign: string | null): Sense | null {
  if (sign === '≥' || sign === '>') return 'at-least'
  return sign === '≤' || sign === '<' ? 'at-most' : null
}

function isFarOver({ target, actual, sense }: RowFacts): boolean {
  if (target === null || actual === null || sense === 'at-most') return false
  return compare(actual.value, multiply(target.value, FAR_OVER)) > 0
}

/** The same words aimed at and reached, without a figure. */
function isReachedInWords({ target, actual }: IndicatorRow): boolean {
  const [aim, got] = [target?.text ?? '', actual?.text ?? '']
  return aim !== '' && aim === got && !/\d/.test(aim) && !/^(?:定性|定量|优|良|中|差|无)$/.test(aim)
}

/** 隐患整改率（≥99%）: the target behind the name, where the table has no column for it. */
function limitInName(row: IndicatorRow): { value: Decimal; dimension: string; compare: string | null } | null {
  if (row.target !== null) return null
  const inner = /[（(]([^（()）]{2,12})[）)]$/.exec(row.name)?.[1]
  const [number, ...others] = inner === undefined ? [] : scanNumbers(inner)
  const unit = number === undefined ? null : unitById(number.quantity.unit)
  if (number === undefined || others.length > 0 || number.compare === null || unit === null) return null
  return { value: multiply(number.amount, decimal(unit.factor)), dimension: unit.dimension as string, compare: number.compare }
}

type RatesInText = ReadonlyMap<string, readonly Figure[]>

const rateOf = (name: string): string => rateAtEnd(name.replace(/[（(][^（()）]*[）)]$/, ''))?.name ?? ''

/** Rates that the text states for the whole unit, by name, each value once; what is hoped for is none. */
function ratesInText(set: ClaimSet): RatesInText {
  const found = new Map<string, Figure[]>()
  for (const figure of set.figures) {
    const { seat, dimension, rateName, periodKey, claim, lead } = figure
    if (seat.kind !== 'text' || dimension !== 'ratio' || rateName === null || !isOfYear(periodKey, set.report.year)) continue
    if (claim.role === 'target' || /力争|争取|确保|目标|计划|不低于/.test(lead)) continue
    const same = found.get(rateName)
    if (same === undefined) found.set(rateName, [figure])
    else if (same.length <= MAX_TOLD && same.every(({ value }) => compare(value, figure.value) !== 0)) same.push(figure)
  }
  return found
}

const isOfYear = (periodKey: string, year: number | null): boolean =>
  periodKey === '' || (year !== null && periodKey.startsWith(String(year)))
