/**
 * A price of one thing against how many there were and what they cost: "核验面积2960亩，按每亩40元兑付11.84万元",
 * "接待438人次，人均95.43元", "每期45人，24期共1080人次". Only the unit ties price and number together, so a gap is told only
 * where nothing else can be meant, or where one typing slip explains it.
 */
import { compare, type Decimal, decimal, multiply, quotient, round } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { figuresBefore, firstAt } from '../../claims/look-back.ts'
import { overlay, withUnit } from '../../graph/changed-figure.ts'
import { judge } from '../../graph/judge.ts'
import { slipBetween, slipsOf } from '../../graph/slip.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, figuresOf, type Reading, side } from '../relation.ts'
import { isBase } from './growth-base.ts'

/** 每亩, 每平方米每年, 户均: group 1 or 2 is the thing counted. */
const EACH =
  /每(?:一|个)?(平方米|平方公里|公里|立方米|公顷|人次|台次|车次|架次|人|名|户|亩|册|例|件|场|期|套|台|辆|张|头|羽|只|吨|米|次|批次|份|页|生|床|班|所|村|座|处|盏|组|队|支|学员|学生|老人)[^，。；：、\d]{0,10}$|(?<!平)(人|户|亩|册|例|件|场|期|台|辆|车|吨|床|次|批次|批|班|日|村|校|所|站|处|座|只|头|羽|栋|家|师|生|张)均[^，。；：、\d]{0,8}$/
/** Things whose number is printed with another word. */
const SAME_AS: Readonly<Record<string, readonly string[]>> = {
  人: ['each:人', 'each:人次', 'each:户次'],
  人次: ['each:人次', 'each:人'],
  名: ['each:人'],
  生: ['each:人', 'each:人次'],
  学生: ['each:人', 'each:人次'],
  学员: ['each:人', 'each:人次'],
  老人: ['each:人', 'each:人次'],
  亩: ['mu'],
  平方米: ['area'],
  平方公里: ['area'],
  公顷: ['area'],
  公里: ['length'],
  米: ['length'],
  立方米: ['volume'],
  吨: ['mass'],
  床: ['each:床', 'each:张'],
  车: ['each:辆', 'each:台'],
  批: ['each:批次', 'each:批'],
  次: ['each:次', 'each:人次', 'each:车次', 'each:台次'],
  校: ['each:所'],
  村: ['each:村'],
  师: ['each:人'],
  家: ['each:家', 'each:户'],
  班: ['each:班', 'each:个'],
  日: ['day'],
}
const PAID = /补助|补贴|发放|兑[付现]|支[付出]|奖补|安排|经费|费用?|计|共|合计|投入|资金|结算|培训|提供|清运|处理/
/** A total is that of several things. */
const LEAST_NUMBER = decimal('2')
const MAX_FIGURES = 6
const BACK = 10
const WINDOW = 24

export function recogniseUnitPrices(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    for (const index of sentence.figures) {
      const price = set.figures[index] as Figure
      if (!isPlain(price) || (price.dimension !== 'money' && !isThing(price))) continue
      const found = EACH.exec(price.lead.replace(/[\s“”"（()）]/g, ''))
      const unit = found?.[1] ?? found?.[2]
      const units = unit === undefined ? [] : (SAME_AS[unit] ?? [`each:${unit}`])
      const relation = unit === undefined ? null : (productOf(set, sentence, price, units) ?? averageOfFar(set, sentence, price, units))
      if (relation !== null) relations.push(relation)
    }
  }
  return relations
}

const isThing = (figure: Figure): boolean => figure.dimension.startsWith('each:') || figure.dimension === 'mass'

const isPlain = (figure: Figure): boolean =>
  figure.compare === null && figure.claim.quantity.hedge === undefined && figure.value.coefficient > 0n && figure.claim.role !== 'change'

const isPrice = (figure: Figure): boolean =>
  EACH.test(figure.lead.replace(/[\s“”"（()）]/g, '')) || /(?:标准|单价|均价)(?:为|是|按)?$/.test(figure.lead)

/** 人次 sums up 人. */
const isSameKind = (total: Figure, price: Figure): boolean =>
  total.dimension === price.dimension || (price.dimension === 'each:人' && total.dimension === 'each:人次')

function productOf(set: ClaimSet, sentence: Sentence, price: Figure, units: readonly string[]): NewRelation | null {
  const here = nearest(
    inStretch(sentence, price).map((index) => set.figures[index] as Figure),
    price,
  )
  const before = figuresBefore(set, sentence.block, sentence.figures[0] ?? price.index, BACK).toReversed()
  const isCount = (figure: Figure): boolean => units.includes(figure.dimension) && isPlain(figure) && !isPrice(figure)
  const isTotal = (figure: Figure): boolean =>
    isSameKind(figure, price) &&
    isPlain(figure) &&
    !isPrice(figure) &&
    !isBase(figure) &&
    compare(figure.value, multiply(price.value, LEAST_NUMBER)) >= 0
  const counts = here.filter(isCount)
  const totals = here.filter((figure) => isTotal(figure) && !counts.includes(figure))
  const named = totals.length > 0 ? [] : before.filter((figure) => isTotal(figure) && isNamedAt(figure, counts[0]))
  const [allCounts, allTotals] = [
    counts.length > 0 ? counts : before.filter(isCount),
    totals.length > 0 ? totals : named.length > 0 ? named : before.filter(isTotal),
  ]
  const [count, total] = [allCounts[0], allTotals[0]]
  if (count === undefined || total === undefined || (counts.length === 0 && totals.length === 0)) return null
  const readings: Reading[] = []
  for (const one of allCounts)
    for (const whole of allTotals)
      if (one !== whole) {
        readings.push({
          say: isAverage(price) ? '总数 ÷ 数量' : '数量 × 单价',
          equation: equationOf(whole, one, price),
          ...(one === count && whole === total ? {} : { onlyExplains: true as const }),
        })
      }
  const isSole =
    counts.length === 1 && totals.length === 1 && (isPaid(total) || isMadeOf(count, price)) && areClose(sentence, [price, count, total])
  const holds = readings.some(({ equation }) => judge(equation, set.figures)?.holds === true)
  if (!holds && !isSole && !isSlipApart(set, total, count, price)) return null
  return {
    kind: isAverage(price) ? 'ratio' : 'product',
    finding: 'conversion',
    readings,
    source: { by: 'wording', ref: '数量 × 单价 = 总额' },
    certainty: isSole ? 'error' : 'warning',
    accused: isAverage(price) ? price.index : total.index,
  }
}

/**
 * "次均门诊费用83.45元" of 门急诊收入, which the report tells in another paragraph: an amount that is named alike, and a number of the same
 * paragraph. Two so far apart are taken together only where they give the average, or would but for one slip or for its unit.
 */
function averageOfFar(set: ClaimSet, sentence: Sentence, price: Figure, units: readonly string[]): NewRelation | null {
  if (!isAverage(price) || price.dimension !== 'money' || digitsOf(price) < TELLING_DIGITS) return null
  const name = lettersOf(price)
  const totals = set.figures
    .slice(Math.max(0, price.index - FAR), price.index + FAR)
    .filter(
      (figure) =>
        figure.index !== price.index &&
        figure.dimension === 'money' &&
        figure.seat.kind === 'text' &&
        isPlain(figure) &&
        !isPrice(figure) &&
        !isBase(figure) &&
        lettersOf(figure).filter((letter) => name.includes(letter)).length >= ALIKE,
    )
    .slice(0, MAX_FIGURES)
  const counts = figuresBefore(set, sentence.block, price.index, PARAGRAPH)
    .filter((figure) => units.includes(figure.dimension) && isPlain(figure) && !isBase(figure))
    .slice(0, MAX_COUNTS)
  const readings = totals.flatMap((total) =>
    counts.map((count): Reading => ({ say: '总数 ÷ 数量', equation: equationOf(total, count, price) })),
  )
  const fits =
    readings.find(({ equation }) => judge(equation, set.figures)?.holds === true) ??
    readings.find(({ equation }) => slipsOf(equation, set.figures).length > 0 || isInOtherUnit(set, equation))
  if (fits === undefined) return null
  return {
    kind: 'ratio',
    finding: 'conversion',
    readings: [fits],
    source: { by: 'wording', ref: '总数 ÷ 数量 = 平均数' },
    certainty: 'warning',
    guard: 'slip',
    accused: price.index,
  }
}
const FAR = 200
const PARAGRAPH = 30
const MAX_COUNTS = 10
/** Letters that two names share, those that every amount has left out. */
const ALIKE = 2
const TELLING_DIGITS = 4
const lettersOf = ({ lead }: Figure): string[] => [
  ...new Set(lead.replace(/[^\u4e00-\u9fff]|[均每平年日月次人户费用收入支出其中全合计金额为共]/g, '')),
]

/** 83.45万元 for 83.45元. */
function isInOtherUnit(set: ClaimSet, equation: Equation): boolean {
  if (equation.form !== 'ratio') return false
  const price = set.figures[equation.result] as Figure
  const other = price.claim.quantity.unit === 'wan-yuan' ? 'yuan' : price.claim.quantity.unit === 'yuan' ? 'wan-yuan' : null
  if (other === null) return false
  return judge(equation, overlay(set.figures, figuresOf(equation), new Map([[price.index, withUnit(price, other)]])))?.holds === true
}

/** "辅助人员经费1262.40万元；…。辅助人员经费按240人、人均5.26万元安排": the number's clause names the amount again. */
const isNamedAt = (total: Figure, count: Figure | undefined): boolean =>
  count !== undefined && total.claim.label.length >= 4 && count.lead.replace(/\s/g, '').includes(total.claim.label)

/** Figures between the semicolons and colons round a price. */
function inStretch(sentence: Sentence, price: Figure): number[] {
  if (price.seat.kind !== 'text') return []
  const { clauses } = sentence
  const divides = (at: number): boolean => /^[；;：:]$/.test(clauses[at]?.opener ?? '')
  let from = price.seat.clause
  while (from > 0 && !divides(from)) from--
  let end = price.seat.clause + 1
  while (end < clauses.length && !divides(end)) end++
  const [first, last] = [clauses[from], clauses[end - 1]]
  const at = firstAt(sentence.figures, (index) => index >= price.index)
  // A clause may be without end.
  return sentence.figures
    .slice(Math.max(0, at - WINDOW), at + WINDOW)
    .filter((index) => index >= (first?.figures[0] ?? 0) && index <= (last?.figures.at(-1) ?? price.index))
}

/** An average is rounded, a price is not. */
const equationOf = (total: Figure, count: Figure, price: Figure): Equation =>
  isAverage(price)
    ? { form: 'ratio', result: price.index, numerator: side([total.index]), denominator: side([count.index]) }
    : { form: 'product', result: total.index, factors: [count.index, price.index] }

const isAverage = (price: Figure): boolean => /平均|(?<!平)[人户日车批次床班台辆件例村校家师]均/.test(price.lead)

const nearest = (figures: readonly Figure[], price: Figure): Figure[] =>
  figures
    .filter(({ index }) => index !== price.index)
    .sort((a, b) => Math.abs(a.index - price.index) - Math.abs(b.index - price.index))
    .slice(0, MAX_FIGURES)

const isPaid = (total: Figure): boolean => total.announcesTotal || PAID.test(total.lead.slice(-12))

/** "1286.40万元，按管护面积128.64万亩、每亩每年10元兑付": the amount, and right behind it what it is made of. */
const isMadeOf = (count: Figure, price: Figure): boolean => /^\s*按/.test(count.lead) && price.index - count.index === 1

/** Within a few clauses of each other, with no full stop of a list between. */
function areClose(sentence: Sentence, figures: readonly Figure[]): boolean {
  const clauses = figures.map(({ seat }) => (seat.kind === 'text' && seat.sentence === sentence.index ? seat.clause : -1))
  const [low, high] = [Math.min(...clauses), Math.max(...clauses)]
  if (low < 0 || high - low > 3) return false
  return sentence.clauses.slice(low + 1, high + 1).every(({ opener }) => opener !== '；' && opener !== ';')
}

/** One digit in the total or in the number would mend it. */
function isSlipApart(set: ClaimSet, total: Figure, count: Figure, price: Figure): boolean {
  if (digitsOf(total) < 3) return false
  if (isAverage(price) && slipsOf(equationOf(total, count, price), set.figures).length > 0) return true
  const product = multiply(countOf(count), price.value)
  if (slipBetween(total.value, product) !== null) return true
  const number = exactQuotient(total.value, price.value)
  return number !== null && digitsOf(count) >= 2 && slipBetween(countOf(count), number) !== null
}

/** 亩 and 平方米 count as many as are printed. */
const countOf = (figure: Figure): Decimal => (figure.dimension.startsWith('each:') ? figure.value : decimal(figure.claim.quantity.value))

function exactQuotient(total: Decimal, price: Decimal): Decimal | null {
  const exact = quotient(total, price)
  if (exact === null) return null
  const number = round(exact, 'half-up', 2)
  return compare(multiply(number, price), total) === 0 ? number : null
}

const digitsOf = (figure: Figure): number => figure.claim.quantity.value.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '').length
