/** The working of a score: what every reading of its rule gives. Where they differ, none is asserted. */
import { compareRational, formatDecimal, multiply, type Rational, round, toRational } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import { scored } from '../graph/judge-score.ts'
import type { Equation, Relation } from '../relations/relation.ts'
import { isReached, type Scored } from '../rules/score-of.ts'
import type { Explanation } from './explanation.ts'
import { sayFigure, sayLike } from './say.ts'

type ScoreEquation = Extract<Equation, { form: 'score' }>

interface Given {
  readonly how: string
  readonly value: string
}

const MAX_SHOWN = 6

export function explainScore(relation: Relation, figures: readonly Figure[]): Explanation {
  const score = figures[relation.accused] as Figure
  const given = readingsGiven(relation, figures)
  const values = [...new Set(given.map(({ value }) => value))]
  const first = relation.readings.map(({ equation }) => equation).find((equation) => equation.form === 'score') as ScoreEquation
  const other = byRateAlone(first, figures, score)
  const isSettled = values.length === 1 && other === null && !values[0]?.includes('～')
  const rate = other === null ? [] : [{ say: other }]
  return {
    computation: `${operandsOf(relation, first, figures)}；${given.map(({ how, value }) => `${how}：${value}`).join('；')}；所写为 ${sayFigure(score)}`,
    steps: [
      { say: operandsOf(relation, first, figures) },
      ...given.map(({ how, value }) => ({ say: `${how}：${value}` })),
      { say: `所写：得分 ${sayFigure(score)}` },
      ...rate,
      ...(values.length > 1 ? [{ say: '各种理解所得不同，不能断定应为多少' }] : []),
    ],
    expected: isSettled ? (values[0] as string) : null,
    message: `得分写为 ${sayFigure(score)}，按报告所列计分规则${values.length > 1 ? `，依不同理解为 ${values.join('、')}` : `为 ${values.join('')}`}，请核对得分或说明计分办法。`,
  }
}

/** Each reading once, by what it says and gives. */
function readingsGiven(relation: Relation, figures: readonly Figure[]): Given[] {
  const given: Given[] = []
  for (const { equation, say } of relation.readings) {
    const result = equation.form === 'score' ? scored(equation, figures) : null
    if (equation.form !== 'score' || result === null) continue
    const how = howOf(say, equation, result, figures)
    const value = valueGiven(result, figures[equation.result] as Figure)
    if (!given.some((before) => before.how === how && before.value === value)) given.push({ how, value })
  }
  return given.slice(0, MAX_SHOWN)
}

/** With two places at least, since that is where the difference shows; no zeros behind. */
function valueGiven({ low, high, center, piece }: Scored, score: Figure): string {
  const places = Math.max(2, score.claim.quantity.value.split('.')[1]?.length ?? 0)
  const points = (value: Rational): string => `${formatDecimal(round(value, 'half-up', places))}分`
  return piece.kind === 'portion' && compareRational(low, high) !== 0 ? `${points(low)}～${points(high)}` : points(center)
}

/** 越低越好的，未完成指标值，按指标值÷完成值计. */
function howOf(say: string, equation: ScoreEquation, { piece }: Scored, figures: readonly Figure[]): string {
  const actual = figures[equation.actual]
  const isDone = actual !== undefined && reaches(equation, actual, figures)
  const [direction = '', ...rest] = say.split('：').length > 1 ? say.split('：') : ['', say]
  const way = rest.join('：')
  const start = direction === '' ? '' : `${direction}，`
  switch (piece.kind) {
    case 'portion':
      return '已达到预期，按相应档次'
    case 'range':
      return '按完成值所在的档'
    case 'deduction':
      return isDone ? `${start}已达到标准，不扣分` : `${start}未达到标准，${way}`
    case 'reached':
      return `${start}已完成指标值，得全部分值`
    case 'missed':
    case 'proportion':
      return `${start}${isDone ? '已完成' : '未完成'}指标值，${way}`
  }
}

function reaches({ formula, target }: ScoreEquation, actual: Figure, figures: readonly Figure[]): boolean {
  const limit = formula.limit ?? figures[target]?.value
  return limit !== undefined && isReached(actual.value, limit, formula.sense)
}

/** The sign of the target is left out where it may be meant either way. */
function operandsOf({ readings }: Relation, { weight, target, actual, formula }: ScoreEquation, figures: readonly Figure[]): string {
  const isEither = readings.some(({ equation }) => equation.form === 'score' && equation.formula.sense !== formula.sense)
  const parts = [`分值 ${sayFigure(figures[weight] as Figure)}`]
  const sign = isEither ? '' : (figures[target]?.compare ?? '')
  if (target >= 0) parts.push(`指标值 ${sign}${sayFigure(figures[target] as Figure)}${isEither ? '（方向不明）' : ''}`)
  const rate = figures[actual]
  if (target < 0 && formula.limit !== null && rate !== undefined) parts.push(`所列标准 ${sayLike(formula.limit, rate)}`)
  if (actual >= 0) parts.push(`完成值 ${sayFigure(figures[actual] as Figure)}`)
  return parts.join('，')
}

/** Weight × a rate that happens to give the printed score: how it may have come about, though no printed rule says so. */
function byRateAlone({ weight, actual }: ScoreEquation, figures: readonly Figure[], score: Figure): string | null {
  const rate = figures[actual]
  if (rate === undefined || rate.dimension !== 'ratio') return null
  const points = figures[weight] as Figure
  const product = multiply(points.value, rate.value)
  const places = score.claim.quantity.value.split('.')[1]?.length ?? 0
  if (places === 0) return null
  if (compareRational(toRational(round(product, 'half-up', places)), toRational(score.value)) !== 0) return null
  return `分值 × 完成值 = ${sayFigure(points)} × ${sayFigure(rate)} = ${formatDecimal(round(product, 'half-up', 3))}，与所写相符，但所列规则未这样规定`
}
