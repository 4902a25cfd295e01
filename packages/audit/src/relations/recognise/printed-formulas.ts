/**
 * Formulas that the report prints with their figures: "执行率=540÷560×100%=96.43%", "得分=10×96.43%=9.64分", "96.43%（540/560）".
 * Their operands carry no names of their own, but the formula says all there is to say.
 */
import { addRational, compareRational, type Decimal, decimal, multiply, round, subtractRational, toRational } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { firstAt } from '../../claims/look-back.ts'
import type { FindingKind } from '../../findings/finding.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'
import { type Formula, readFormula, type Value } from './arithmetic.ts'

const MAX_FORMULA = 80
const MAX_RESULT = 16
/** What a formula cannot reach over. */
const BREAK = /[=＝，。；;：:≥≤<>\n|│]/
const HALF = decimal('0.5')

export function recognisePrintedFormulas(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [index, block] of set.report.blocks.entries()) {
    if (!('text' in block)) continue
    const figures = set.figuresOf.get(index) ?? []
    if (figures.length === 0) continue
    for (let at = nextEquals(block.text, 0); at >= 0; at = nextEquals(block.text, at + 1)) {
      const result = resultAt(block.text, figures, at + 1)
      const formula = result === null ? null : readFormula(before(block.text, at))
      if (result !== null && formula !== null) relations.push(relationOf(result, formula))
    }
    for (const figure of figures) {
      const formula = figure.dimension === 'ratio' ? inBracket(block.text, figure) : null
      if (formula !== null) relations.push(relationOf(figure, formula))
    }
  }
  return relations
}

function nextEquals(text: string, from: number): number {
  const [plain, wide] = [text.indexOf('=', from), text.indexOf('＝', from)]
  return plain < 0 ? wide : wide < 0 ? plain : Math.min(plain, wide)
}

/** The figure right behind an equals sign. */
function resultAt(text: string, figures: readonly Figure[], from: number): Figure | null {
  const result = figures[firstAt(figures, ({ tidyEnd }) => tidyEnd > from)]
  if (
    result === undefined ||
    result.seat.kind !== 'text' ||
    (result.compare !== null && result.compare !== '=') ||
    result.claim.quantity.hedge !== undefined
  )
    return null
  const words = text.slice(from, result.tidyEnd)
  if (words.length > MAX_RESULT || !/^\s*\d[\d.,，\s]*[^\d+\-×*÷/（(]{0,4}$/.test(words)) return null
  // "=43/46×100%=…": what follows goes on.
  return /^\s*[×*÷/+＋\-－]/.test(text.slice(result.tidyEnd, result.tidyEnd + 3)) ? null : result
}

/** The words of a formula before an equals sign, without a name in front that ends in 为 or 是. */
function before(text: string, at: number): string {
  let from = at
  while (from > 0 && at - from < MAX_FORMULA && !BREAK.test(text.charAt(from - 1))) from--
  return text.slice(from, at).replace(/^.*[为是](?=[\d（(])/, '')
}

/** "96.43%（540.00/560.00）". */
function inBracket(text: string, figure: Figure): Formula | null {
  if (figure.seat.kind !== 'text' || figure.compare !== null || figure.claim.quantity.hedge !== undefined) return null
  const inner = /^\s*[（(]([\d.,，\s万亿元人件户%％×*÷/／]{3,40})[）)]/.exec(text.slice(figure.tidyEnd, figure.tidyEnd + 48))?.[1]
  const formula = inner === undefined || !/[÷/／]/.test(inner) ? null : readFormula(inner)
  return formula?.hasQuotient === true ? formula : null
}

function relationOf(result: Figure, formula: Formula): NewRelation {
  const computed = round(formula.value.exact, 'half-up', placesOf(result))
  const constant = meets(result, formula.value) || isCapped(result, formula) ? result.value : computed
  return {
    kind: formula.hasQuotient ? 'ratio' : formula.hasProduct ? 'product' : formula.hasDifference ? 'difference' : 'sum',
    finding: findingOf(result, formula),
    accused: result.index,
    certainty: 'error',
    source: { by: 'wording', ref: '报告所列算式' },
    readings: [
      { say: '按所列算式计算', equation: { form: 'linear', left: side([result.index]), right: { plus: [], minus: [], constant } } },
    ],
  }
}

/** "得分=5×102%=5分": no more than the full marks. */
function isCapped(result: Figure, { value, operands }: Formula): boolean {
  const printed = toRational(result.value)
  return (
    result.dimension === 'point' &&
    compareRational(value.exact, printed) > 0 &&
    operands.some((operand) => compareRational(operand, printed) === 0)
  )
}

function findingOf(result: Figure, formula: Formula): FindingKind {
  if (result.dimension === 'point') return formula.hasProduct || formula.hasQuotient ? 'product-score' : 'score-total'
  if (result.dimension === 'ratio' || formula.hasQuotient) return 'ratio'
  return formula.hasProduct ? 'conversion' : formula.hasDifference ? 'difference' : 'sum'
}

/** Decimal places of the last printed place, in the base unit. */
const placesOf = ({ ownPlace }: Figure): number => ownPlace.scale - ownPlace.coefficient.toString().length + 1

/** Rounded, or cut off, the formula gives what is printed. */
function meets(result: Figure, value: Value): boolean {
  const half: Decimal = multiply(result.ownPlace, HALF)
  const low = subtractRational(toRational(result.value), toRational(half))
  const high = addRational(toRational(result.value), toRational(result.ownPlace))
  return compareRational(value.high, low) >= 0 && compareRational(value.low, high) <= 0
}
