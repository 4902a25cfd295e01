/** Points that the scheme's rule does not give for the target and the actual of the row. */
import { type Indicator, type Reading, roundPoints, type SchemeVersion, score, type Target } from '@jiheng/evaluation'
import {
  compare,
  type Decimal,
  decimal,
  dimensionOf,
  divideRational,
  factorOf,
  formatDecimal,
  type Rational,
  round,
  toRational,
} from '@jiheng/quantity'
import type { Figure } from '../../claims/figure.ts'
import type { IndicatorRow } from '../../claims/indicator-rows.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { decimalsOf, sayFigure, sayNumber } from '../../findings/say.ts'
import { textCheck } from '../text-check.ts'
import { cite, indicatorsOf, matchRows } from './scheme-rows.ts'

const wording = {
  title: '得分与评分细则不符',
  remedy: '按评分细则核对得分；另有规则的，请说明依据。',
  explain:
    '给出或认出评分细则时，表中与细则同名的定量指标，按细则的计分方法由目标值、完成值和分值计算得分。细则的取位方法、所写的小数位数都算相符；几种算法中有一种相符即不提出；目标或完成值不全的记为无法判断。',
  titleEnglish: 'Points that the rule of the scheme does not give',
}

export const schemeScore = textCheck(
  { id: 'scheme-score', kind: 'scoring-rule', severity: 'warning', wording, source: '给定的评分细则' },
  (set, tell, _context, { scheme }) => {
    if (scheme === null) return
    for (const { row, of } of matchRows(set, indicatorsOf(scheme.version))) {
      const [printed, actual] = [row.score?.figure ?? null, row.actual?.figure ?? null]
      if (printed === null || !isOfNumber(of)) continue
      const reading = readingOf(of, row)
      if (reading === null || actual === null) {
        tell.cannotTell(printed.claim.anchor, `“${of.label}”的目标值、完成值或分值`)
        continue
      }
      const steps: string[] = []
      const ways = [of.curve, ...of.alternatives.map(({ curve }) => curve)].map((curve) =>
        score(curve, reading, (line) => steps.push(line)),
      )
      const results = ways.flatMap((way) => (way.kind === 'points' ? [way.points] : []))
      if (results.length < ways.length) tell.cannotTell(printed.claim.anchor, `“${of.label}”按细则不能计分`)
      else if (results.some((points) => isPrinted(printed, points, of, scheme.version))) tell.pass()
      else {
        const expected = results.map((points) => `${formatDecimal(roundPoints(points, roundingOf(of, scheme.version)))}分`)
        tell.fail({
          message: `“${of.label}”得分写为 ${sayFigure(printed)}，按${scheme.label}的计分方法为 ${expected.join(' 或 ')}，请核对得分或说明计分办法。`,
          quotes: [quoteFigure(set, printed), quoteFigure(set, actual)],
          computation: `${expected.join(' 或 ')} ≠ ${sayFigure(printed)}`,
          steps: [`依据：${cite(scheme.version)}`, ...steps, `所写：${sayFigure(printed)}`],
          expected: expected.length === 1 ? (expected[0] as string) : null,
        })
      }
    }
  },
)

/** Curves of figures; what is judged by a person has no one answer. */
const isOfNumber = ({ curve }: Indicator): boolean => ['ratio', 'threshold', 'linear', 'bands', 'deduct'].includes(curve.curve)

function readingOf(indicator: Indicator, row: IndicatorRow): Reading | null {
  const unit = indicator.measure.kind === 'formula' || indicator.measure.kind === 'figure' ? indicator.measure.unit : null
  const actual = row.actual?.figure ?? null
  if (unit === null || actual === null || row.isQualitative) return null
  const value = inUnit(actual, unit)
  const weight = indicator.weight === null ? (row.weight?.figure?.value ?? null) : decimal(indicator.weight)
  const target = targetOf(indicator, row, unit)
  if (value === null || weight === null || (target === null && indicator.curve.curve !== 'bands')) return null
  return { actual: { kind: 'number', value }, target, weight: toRational(weight) }
}

/** The scheme's own, else the one that the row prints with its sign. */
function targetOf({ target }: Indicator, row: IndicatorRow, unit: string): Target | null {
  if (target !== null) {
    if (target.sign === 'range') return { sign: 'range', low: exact(target.low), high: exact(target.high) }
    return { sign: target.sign, value: exact(target.value) }
  }
  const printed = row.target?.figure ?? null
  const value = printed === null ? null : inUnit(printed, unit)
  const sign = row.sign === '≥' ? '>=' : row.sign === '≤' ? '<=' : row.sign === '=' ? '=' : null
  return value === null || sign === null ? null : { sign, value }
}

const exact = (text: string): Rational => toRational(decimal(text))

/** A bare number stands for the unit of the indicator; another dimension is another thing. */
function inUnit(figure: Figure, unit: string): Rational | null {
  if (figure.dimension === 'none') return toRational(figure.value)
  const factor = factorOf(unit)
  if (factor === null || figure.dimension !== dimensionOf(unit)) return null
  return divideRational(toRational(figure.value), toRational(factor))
}

const roundingOf = ({ policies }: Indicator, version: SchemeVersion) => policies.rounding ?? version.policies.rounding

/** By the scheme's rounding, or to as many places as are printed. */
function isPrinted(printed: Figure, points: Rational, indicator: Indicator, version: SchemeVersion): boolean {
  const inPoints = printed.value
  const byPrint: Decimal = round(points, 'half-up', decimalsOf(sayNumber(printed)))
  return compare(roundPoints(points, roundingOf(indicator, version)), inPoints) === 0 || compare(byPrint, inPoints) === 0
}
