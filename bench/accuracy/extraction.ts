/** Extraction: are the figures of each labelled relation there as claims, with the right value, unit, role, label, period and scope? */

import type { SourceDocument } from '@jiheng/ingest'
import { longestUnitAt } from '@jiheng/quantity'
import type { Claim } from '@jiheng/vocabulary'
import { compare, fraction, multiply, powerOfTen } from '../labels/fraction.ts'
import type { Operand } from '../labels/label.ts'
import type { AuditedReport } from './audited-report.ts'
import { overlaps, placeOfAnchor } from './places.ts'

/** `value` asks for value and unit, the next four for those and one thing more, `all` for everything. */
export const aspects = ['value', 'role', 'label', 'period', 'scope', 'all'] as const
export type Aspect = (typeof aspects)[number]

export interface MissingOperand {
  readonly entry: string
  readonly kind: string
  readonly operand: Operand
  /** What was read instead, where something was. */
  readonly read: readonly string[]
}

export interface Extraction {
  /** Relations with operands. */
  readonly relations: number
  /** Relations of which every operand has this aspect right (and its value and unit). */
  readonly complete: Readonly<Record<Aspect, number>>
  readonly operands: number
  readonly right: Readonly<Record<Aspect, number>>
  readonly missing: readonly MissingOperand[]
}

const none = (): Record<Aspect, number> => ({ value: 0, role: 0, label: 0, period: 0, scope: 0, all: 0 })

export function extractionOf(audited: AuditedReport): Extraction {
  const claims = audited.claims.map((claim) => ({ claim, place: placeOfAnchor(audited.document, claim.anchor) }))
  const complete = none()
  const right = none()
  const missing: MissingOperand[] = []
  const seen = new Set<number>()
  let relations = 0
  for (const entry of audited.report.entries) {
    const figures = entry.operands.filter((operand) => /^[+-]?\d/.test(operand.value))
    if (figures.length === 0) continue
    relations += 1
    const verdicts = figures.map((operand) => {
      const covering = claims.filter(({ place }) => overlaps(place, operand)).map(({ claim }) => claim)
      return { operand, covering, aspects: bestOf(covering, operand, yearOf(audited.document, covering)) }
    })
    for (const aspect of aspects) if (verdicts.every((verdict) => verdict.aspects[aspect])) complete[aspect] += 1
    for (const verdict of verdicts) {
      if (seen.has(verdict.operand.start)) continue
      seen.add(verdict.operand.start)
      for (const aspect of aspects) right[aspect] += verdict.aspects[aspect] ? 1 : 0
      if (!verdict.aspects.value)
        missing.push({ entry: entry.id, kind: entry.kind, operand: verdict.operand, read: verdict.covering.map(inWords) })
    }
  }
  return { relations, complete, operands: seen.size, right, missing }
}

/** The best of the claims that cover the figure; nearly always there is one or none. */
function bestOf(claims: readonly Claim[], operand: Operand, year: number | null): Readonly<Record<Aspect, boolean>> {
  const judged = claims.filter((claim) => hasValue(claim, operand)).map((claim) => judge(claim, operand, year))
  const count = (verdict: Readonly<Record<Aspect, boolean>>): number => aspects.filter((aspect) => verdict[aspect]).length
  return judged.reduce((best, verdict) => (count(verdict) > count(best) ? verdict : best), {
    value: false,
    role: false,
    label: false,
    period: false,
    scope: false,
    all: false,
  })
}

function judge(claim: Claim, operand: Operand, year: number | null): Readonly<Record<Aspect, boolean>> {
  const role = isRole(claim.role, operand.role)
  const label = isLabel(claim.label, operand.label)
  const period = isPeriod(claim, operand.period, year)
  const scope = (operand.scope ?? null) === null || claim.scope === operand.scope
  return { value: true, role, label, period, scope, all: role && label && period && scope }
}

/** A change may be read with its sign or with its direction in words. */
function hasValue(claim: Claim, operand: Operand): boolean {
  const [read, printed] = [inBase(claim.quantity), inBase(operand)]
  return read.unit === printed.unit && compare(read.value, printed.value) === 0
}

/** 1.6 万亩 is 16000 亩, whichever of the two was written down; counting words that mean the same are one unit. The sign is left out. */
function inBase({ value, unit }: { readonly value: string; readonly unit: string }) {
  const [, large = '', word = ''] = /^each:([万亿]?)(.+)$/.exec(unit) ?? []
  const factor = powerOfTen(large === '万' ? 4 : large === '亿' ? 8 : 0)
  return { value: multiply(fraction(value.replace(/^-/, '')), factor), unit: word ? (longestUnitAt(word, 0)?.unit.id ?? unit) : unit }
}

/** Beside itself, what a label's role may fairly be read as: 支出 without a word for its stage is an amount as well as an execution. */
const readAs: Readonly<Record<string, readonly string[]>> = {
  amount: ['executed', 'final'],
  final: ['executed'],
  executed: ['final'],
  count: ['amount'],
  share: ['rate'],
}
const isRole = (role: string, labelled: string): boolean => role === labelled || (readAs[labelled] ?? []).includes(role)

/** Labels leave out the period, which may stand in the middle: 固定资产年末原值. */
const bare = (label: string): string => label.normalize('NFKC').replaceAll(/[\s\p{P}]|\d{4}年度?|本年度?|全年|年[初末]/gu, '')

function isLabel(read: string, labelled: string): boolean {
  const [a, b] = [bare(read), bare(labelled)]
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a))
}

/** Labels say "2023", "2022-end" or a day; a claim without a period means the year of its report. */
function isPeriod(claim: Claim, labelled: string | null, year: number | null): boolean {
  if (labelled === null) return true
  if (claim.period === null) return labelled.slice(0, 4) === String(year)
  return claim.period.to.startsWith(labelled.slice(0, 4)) || claim.period.from.startsWith(labelled.slice(0, 4))
}

function yearOf(document: SourceDocument, claims: readonly Claim[]): number | null {
  return document.reports[claims[0]?.anchor.report ?? 0]?.year ?? null
}

const inWords = (claim: Claim): string => `${claim.label || '?'} ${claim.role} ${claim.quantity.value} ${claim.quantity.unit}`

export function addExtractions(parts: readonly Extraction[]): Extraction {
  const sum = (pick: (part: Extraction) => number): number => parts.reduce((total, part) => total + pick(part), 0)
  const perAspect = (pick: (part: Extraction, aspect: Aspect) => number): Record<Aspect, number> => {
    const totals = none()
    for (const aspect of aspects) totals[aspect] = sum((part) => pick(part, aspect))
    return totals
  }
  return {
    relations: sum((part) => part.relations),
    complete: perAspect((part, aspect) => part.complete[aspect]),
    operands: sum((part) => part.operands),
    right: perAspect((part, aspect) => part.right[aspect]),
    missing: parts.flatMap((part) => part.missing),
  }
}
