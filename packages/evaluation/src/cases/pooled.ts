/** One figure from several units: amounts are added; shares are weighted by the funds of each unit. Scored once. SF-17. */
import {
  addRational,
  divideRational,
  factorOf,
  formatDecimal,
  multiplyRational,
  parseDecimal,
  type Rational,
  round,
  toRational,
  unitsBySymbol,
} from '@jiheng/quantity'
import type { FactValue } from '../facts/fact.ts'
import { NOUGHT } from '../scoring/exact.ts'

const PART = /^(-?\d+(?:\.\d+)?)\s*([^\s×*\d]+)(?:\s*[×*]\s*(\d+(?:\.\d+)?)\s*(\S+))?$/
const PLACES = 10

/** { 甲单位: "90% × 100 万元", 乙单位: "80% × 300 万元" } or { 甲单位: "3 个", 乙单位: "4 个" }; null for anything else. */
export function pooled(parts: Readonly<Record<string, unknown>>): FactValue | null {
  const read = Object.values(parts).map((part) => (typeof part === 'string' ? partOf(part) : null))
  const [first] = read
  if (first === undefined || first === null) return null
  let [sum, weights]: [Rational, Rational] = [NOUGHT, NOUGHT]
  for (const part of read) {
    if (part === null || part.unit !== first.unit || (part.weight === null) !== (first.weight === null)) return null
    sum = addRational(sum, part.weight === null ? part.value : multiplyRational(part.value, part.weight))
    if (part.weight !== null) weights = addRational(weights, part.weight)
  }
  const value = first.weight === null ? sum : divideRational(sum, weights)
  return value === null ? null : { kind: 'figure', value: formatDecimal(round(value, 'half-up', PLACES)), unit: first.unit }
}

interface Part {
  readonly value: Rational
  readonly unit: string
  /** In base units; null: it is an amount. */
  readonly weight: Rational | null
}

function partOf(text: string): Part | null {
  const [, number = '', symbol = '', funds, money = ''] = PART.exec(text.trim()) ?? []
  const [value, unit] = [parseDecimal(number), unitsBySymbol(symbol)[0]]
  if (value === null || unit === undefined) return null
  if (funds === undefined) return { value: toRational(value), unit: unit.id, weight: null }
  const [weight, of] = [parseDecimal(funds), unitsBySymbol(money).find(({ dimension }) => dimension === 'money')]
  const factor = of === undefined ? null : factorOf(of.id)
  if (weight === null || factor === null) return null
  return { value: toRational(value), unit: unit.id, weight: multiplyRational(toRational(weight), toRational(factor)) }
}
