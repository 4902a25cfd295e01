/** The rule in a row's own cell (评分标准): ≥95%得满分，每低1个百分点扣0.5分，扣完为止. Whatever is not fully understood is not read at all. */
import { type Decimal, decimal, dimensionOf, multiply, type PrintedNumber, scanNumbers, unitById } from '@jiheng/quantity'
import type { Counting, Edge, Give, Piece, Sense } from './scoring-rule.ts'

export interface RowRule {
  readonly pieces: readonly Piece[]
  /** The value to reach, where the rule prints it. */
  readonly limit: Decimal | null
  /** Null where the rule does not say whether more or less is better. */
  readonly sense: Sense | null
  /** Null where it does not say what a step counts that is not full. */
  readonly counting: Counting | null
  /** Dimension of the values that it speaks of; null: only of the target. */
  readonly dimension: string | null
}

interface Draft {
  readonly pieces: Piece[]
  limit: Decimal | null
  sense: Sense | null
  counting: Counting | null
  readonly dimensions: Set<string>
}

const MAX_WORDS = 200
/** 控制率=实际数/预算数×100% says what is measured, not what is given. */
const DEFINITION = /[^，,；;。]{0,20}[=＝][^，,；;。]{0,60}[×*xX]\s{0,2}100\s{0,2}[%％]/g
const SAYS_NOTHING =
  /^(?:扣完为止|直至扣完|扣完该?项?分?值?为止|以?(?:最高|最多)?不超过(?:分值|满分|该?指标分值)|(?:最低|最少)(?:为|得)?0分|以.{0,6}为标准)$/
const GIVES_ALL = /满分|全分|全部分值|分值满/
const GIVES_NONE = /不得分|不计分|不给分/
const MISSED = /否则|未完成|未达|不达|达不到|低于目标|未实现/
const REACHED = /达到|完成|实现|达成|达标/
const BY_SHARE = /按(?:照)?.{0,12}(?:比例|完成率|完成程度|之比)/
const BELOW = /每(?:低|少|差|下降|降低|减少|未达|不足|欠)/
const ABOVE = /每(?:高|多|超|增加|上升|增长|超出|超过)/
const EACH = /每(?:发现|出现|发生|有|存在|\d|一|个|项|处|次|起|人|例|件)/

/** Null when some words of it that speak of points are not understood. */
export function readRowRule(text: string): RowRule | null {
  const plain = text.replace(/\s/g, '').replace(DEFINITION, '')
  if (plain.length === 0 || plain.length > MAX_WORDS) return null
  const draft: Draft = { pieces: [], limit: null, sense: null, counting: null, dimensions: new Set() }
  for (const clause of clausesOf(plain)) if (!readClause(clause, draft)) return null
  if (draft.pieces.length === 0 || draft.dimensions.size > 1) return null
  return {
    pieces: ordered(withExactValue(draft)),
    limit: draft.limit,
    sense: draft.sense,
    counting: draft.counting,
    dimension: [...draft.dimensions][0] ?? null,
  }
}

/** Beside stretches, or where every one costs points, a value without a sign is that value alone: =0得3分，0-10%得2分. */
function withExactValue({ pieces, limit }: Draft): Piece[] {
  const isOne = pieces.some((piece) => piece.kind === 'range' || (piece.kind === 'deduction' && piece.side === 'each'))
  if (!isOne || limit === null) return pieces
  const edge: Edge = { value: limit, isIncluded: true }
  return pieces.map((piece) => (piece.kind === 'reached' ? { kind: 'range', low: edge, high: edge, give: piece.give } : piece))
}

/** Stretches and full marks before what is taken off, and that before a share of the weight. */
function ordered(pieces: readonly Piece[]): Piece[] {
  const isRest = (piece: Piece): boolean => piece.kind === 'range' && piece.low === null && piece.high === null
  const rank = (piece: Piece): number =>
    piece.kind === 'deduction' ? 1 : piece.kind === 'proportion' || piece.kind === 'missed' || isRest(piece) ? 2 : 0
  return [...pieces].sort((a, b) => rank(a) - rank(b))
}

/** A condition and what it gives may stand on both sides of a comma. */
function clausesOf(text: string): string[] {
  const parts = text.split(/[，,；;。]/).filter((part) => part !== '')
  const clauses: string[] = []
  for (const part of parts) {
    const before = clauses.at(-1)
    if (
      before !== undefined &&
      !SAYS_NOTHING.test(before) &&
      !speaksOfPoints(before) &&
      speaksOfPoints(part) &&
      (hasNumber(before) || MISSED.test(before) || REACHED.test(before))
    )
      clauses[clauses.length - 1] = `${before}，${part}`
    else clauses.push(part)
  }
  return clauses
}

const speaksOfPoints = (clause: string): boolean =>
  GIVES_ALL.test(clause) || GIVES_NONE.test(clause) || /\d分|扣|计分|得分|分值|权重|[得计记]\d/.test(clause)
const hasNumber = (clause: string): boolean => /[\d一二三四五六七八九十]/.test(clause)

/** False when the clause speaks of points in a way that is not known. */
function readClause(clause: string, draft: Draft): boolean {
  if (SAYS_NOTHING.test(clause)) return true
  const numbers = scanNumbers(clause)
  const points = numbers.filter((number) => number.quantity.unit === 'point')
  const values = numbers.filter((number) => number.quantity.unit !== 'point')
  if (/^不足/.test(clause)) return readRemainder(clause, draft)
  if (BY_SHARE.test(clause)) {
    if (/执行率/.test(clause) || numbers.length > 0) return false
    draft.pieces.push({ kind: 'proportion' })
    return true
  }
  if (/扣/.test(clause)) return readDeduction(clause, values, points, draft)
  const give = giveOf(clause, points)
  if (give === null) return !speaksOfPoints(clause) && (values.length === 0 || points.length === 0)
  return readCondition(clause, values, give, draft)
}

function giveOf(clause: string, points: readonly PrintedNumber[]): Give | null {
  const [only] = points
  if (points.length > 1 || /分别|各得|[①②③④⑤]/.test(clause)) return null
  if (GIVES_NONE.test(clause)) return 'none'
  if (only !== undefined) return /(?:得|计|记|给|赋|为)$/.test(clause.slice(0, only.start)) ? { points: only.amount } : null
  return GIVES_ALL.test(clause) ? 'all' : null
}

/** 不足1个百分点按1个百分点计 · 不足5个百分点不扣. */
function readRemainder(clause: string, draft: Draft): boolean {
  if (/不扣/.test(clause)) draft.counting = 'full'
  else if (/按|也?扣|计/.test(clause)) draft.counting = 'started'
  else return false
  return true
}

function readDeduction(clause: string, values: readonly PrintedNumber[], points: readonly PrintedNumber[], draft: Draft): boolean {
  const [taken] = points
  if (points.length !== 1 || taken === undefined || values.length > 1 || /酌情|最多|至少/.test(clause)) return false
  const side = BELOW.test(clause) ? 'below' : ABOVE.test(clause) ? 'above' : EACH.test(clause) ? 'each' : null
  if (side === null) return false
  const step = values[0]
  const value = step === undefined ? decimal('1') : valueOfNumber(step)
  if (value.coefficient <= 0n || (step === undefined && side !== 'each')) return false
  if (step !== undefined) draft.dimensions.add(dimensionOfNumber(step))
  draft.pieces.push({ kind: 'deduction', side, step: value, points: taken.amount })
  if (side !== 'each') draft.sense = side === 'below' ? 'at-least' : 'at-most'
  return true
}

function readCondition(clause: string, values: readonly PrintedNumber[], give: Give, draft: Draft): boolean {
  const [first, second] = values
  if (first === undefined) {
    if (/^其[他它余]/.test(clause)) draft.pieces.push({ kind: 'range', low: null, high: null, give })
    else if (MISSED.test(clause)) draft.pieces.push({ kind: 'missed', give })
    else if (REACHED.test(clause) && give === 'all') draft.pieces.push({ kind: 'reached', give })
    else return false
    return true
  }
  if (values.length > 2) return false
  for (const value of values) if (!isNought(value)) draft.dimensions.add(dimensionOfNumber(value))
  if (second !== undefined) {
    draft.pieces.push({ kind: 'range', ...stretchBetween(clause, first, second), give })
    return true
  }
  const value = valueOfNumber(first)
  const sense = senseOf(first)
  if (sense === null && give === 'none') return false
  if (sense === null && draft.limit === null) {
    draft.limit = value
    draft.pieces.push({ kind: 'reached', give })
    return true
  }
  if (give !== 'none' && draft.limit === null) {
    draft.limit = value
    draft.sense = sense
  }
  const edge: Edge = { value, isIncluded: first.compare === '≥' || first.compare === '≤' || first.compare === '=' || sense === null }
  draft.pieces.push({ kind: 'range', low: sense === 'at-most' ? null : edge, high: sense === 'at-least' ? null : edge, give })
  return true
}

const isNought = (number: PrintedNumber): boolean => number.amount.coefficient === 0n

function senseOf(number: PrintedNumber): Sense | null {
  if (number.compare === '≥' || number.compare === '>') return 'at-least'
  return number.compare === '≤' || number.compare === '<' ? 'at-most' : null
}

/** 80%（含）-90% · 90%≤完成率<95% · 在90%（含）和95%之间: an end belongs to it only where that is said. */
function stretchBetween(clause: string, a: PrintedNumber, b: PrintedNumber): { low: Edge; high: Edge } {
  const edge = (number: PrintedNumber): Edge => {
    const after = clause.slice(number.end, number.end + 5)
    const said = /^[（(]?不含/.test(after) ? false : /^[（(]?含/.test(after) ? true : null
    const sign = number.compare === null ? null : number.compare === '≥' || number.compare === '≤'
    return { value: valueOfNumber(number), isIncluded: said ?? sign }
  }
  const [one, other] = [edge(a), edge(b)]
  const isRising = one.value.coefficient * 10n ** BigInt(other.value.scale) <= other.value.coefficient * 10n ** BigInt(one.value.scale)
  return isRising ? { low: one, high: other } : { low: other, high: one }
}

const isPoints = (number: PrintedNumber): boolean => number.quantity.unit === 'percentage-point'

/** In the base unit; percentage points as the ratio that they are points of. */
function valueOfNumber(number: PrintedNumber): Decimal {
  return multiply(number.amount, decimal(isPoints(number) ? '0.01' : (unitById(number.quantity.unit)?.factor ?? '1')))
}

function dimensionOfNumber(number: PrintedNumber): string {
  return isPoints(number) ? 'ratio' : String(dimensionOf(number.quantity.unit))
}
