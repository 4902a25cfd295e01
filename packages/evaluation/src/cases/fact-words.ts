/** A fact as people say it: "512.30 万元", "86.5%", "达成预期指标 100%", "得 3 分（理由）", "未完成", "不适用（没有采购预算）", a list of what is in order. */
import { decimalOf, dimensionOf, formatDecimal, parseDecimal, unitsBySymbol } from '@jiheng/quantity'
import type { ProblemCode } from '@jiheng/vocabulary'
import type { FactValue } from '../facts/fact.ts'
import type { Curve } from '../scoring/curve.ts'
import type { Named } from './names.ts'
import { pooled } from './pooled.ts'

export type ReadFactWords =
  | { readonly value: FactValue }
  | { readonly code: ProblemCode; readonly details: Readonly<Record<string, string>> }

const NOT_APPLICABLE = /^不适用(?:[（(：:]\s*([^）)]*)[）)]?)?$/
const POINTS = /^得\s*(\d+(?:\.\d+)?)\s*分(?:[（(：:，,]\s*([^）)]*)[）)]?)?$/
const DATE = /^\d{4}-\d\d-\d\d$/
const FIGURE = /^(-?\d+(?:,\d{3})*(?:\.\d+)?)\s*(\S*)$/
const SHARE = /^(.*?)\s*(\d+(?:\.\d+)?)\s*%$/

export function readFactWords(given: unknown, about: Named): ReadFactWords {
  const curve = about.kind === 'indicator' ? about.indicator.curve : null
  if (Array.isArray(given)) return readChecks(given, curve)
  if (typeof given === 'object' && given !== null) return readGroups(given as Readonly<Record<string, unknown>>, curve)
  if (typeof given === 'number') return { code: 'facts.no-unit', details: { value: String(given) } }
  if (typeof given !== 'string' || given.length > 500) return bad(typeof given)
  const text = given.trim()
  const notApplicable = NOT_APPLICABLE.exec(text)
  if (notApplicable !== null) return { value: { kind: 'not-applicable', reason: notApplicable[1] ?? '不适用' } }
  const [, points, reason] = POINTS.exec(text) ?? []
  if (points !== undefined) return { value: { kind: 'points', points, reason: reason ?? '' } }
  if (text === '未完成') return { value: { kind: 'date', date: null } }
  if (DATE.test(text)) return { value: { kind: 'date', date: text } }
  if (curve?.curve === 'classes') return readClass(text, curve)
  return readFigure(text, unitOf(about))
}

const bad = (value: string): ReadFactWords => ({ code: 'facts.bad-value', details: { value: value.slice(0, 60) } })

function readFigure(text: string, expected: string | null): ReadFactWords {
  const [, number, symbol] = FIGURE.exec(text) ?? []
  const value = number === undefined ? null : parseDecimal(number.replaceAll(',', ''))
  if (value === null) return bad(text)
  if (symbol === undefined || symbol === '')
    return expected === 'none'
      ? { value: { kind: 'figure', value: formatDecimal(value), unit: 'none' } }
      : { code: 'facts.no-unit', details: { value: text } }
  const units = unitsBySymbol(symbol)
  const unit = units.find(({ dimension }) => expected !== null && dimension === dimensionOf(expected)) ?? units[0]
  return unit === undefined
    ? { code: 'scheme.unknown-unit', details: { value: symbol.slice(0, 60) } }
    : { value: { kind: 'figure', value: formatDecimal(value), unit: unit.id } }
}

function unitOf(about: Named): string | null {
  if (about.kind === 'item') return about.unit
  if (about.kind !== 'indicator') return null
  const { measure } = about.indicator
  return measure.kind === 'formula' || measure.kind === 'figure' ? measure.unit : null
}

function readClass(text: string, { classes }: Extract<Curve, { curve: 'classes' }>): ReadFactWords {
  const [, name, percent] = SHARE.exec(text) ?? []
  const share = percent === undefined ? null : parseDecimal(percent)
  const found = classes.find(({ id, label }) => label === name || id === name)
  if (share === null || found === undefined) return bad(text)
  return { value: { kind: 'class', id: found.id, share: formatDecimal(decimalOf(share.coefficient, share.scale + 2)) } }
}

function readChecks(given: readonly unknown[], curve: Curve | null): ReadFactWords {
  if (curve?.curve !== 'check-points') return bad('列表')
  const met: string[] = []
  for (const one of given) {
    const check = curve.checks.find(({ id, label }) => one === id || one === label)
    if (check === undefined) return bad(String(one))
    met.push(check.id)
  }
  return { value: { kind: 'checks', met } }
}

function readGroups(given: Readonly<Record<string, unknown>>, curve: Curve | null): ReadFactWords {
  if (curve?.curve !== 'groups') {
    const value = pooled(given)
    return value === null ? bad('名称: 内容') : { value }
  }
  const values: Record<string, string> = {}
  for (const [name, one] of Object.entries(given)) {
    const group = curve.groups.find(({ id, label }) => name === id || name === label)
    const value = parseDecimal(String(one).trim().replace(/%$/, ''))
    if (group === undefined || value === null) return bad(name)
    values[group.id] = formatDecimal(value)
  }
  return { value: { kind: 'groups', values } }
}
