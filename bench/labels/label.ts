/** The shape of a label file: relations of a report, judged by hand, with the places of the figures that take part. */
import type { ScoredEntry } from '../score/scored-finding.ts'

export type Verdict = 'consistent' | 'rounding' | 'inconsistent' | 'doubtful' | 'trap'

export interface Operand {
  readonly id: string
  /** As printed, without the unit. */
  readonly text: string
  readonly line: number
  /** UTF-16 offsets into the whole text of the file. */
  readonly start: number
  readonly end: number
  /** Canonical decimal in the printed unit; for a word such as a grade, the word. */
  readonly value: string
  readonly unit: string
  readonly label: string
  readonly role: string
  readonly period: string | null
  readonly scope?: string
  readonly hedge?: string
  /** The unit that the relation needs where the printed one is a slip. */
  readonly readAs?: string
}

export interface Band {
  readonly grade: string
  readonly low: string
  readonly high: string
  readonly lowIncluded: boolean
  readonly highIncluded: boolean
}

export type Direction = 'up' | 'down'

/** Operands go by id; `=100` stands for a number that the relation brings along itself. */
export type Formula =
  | { readonly form: 'sum'; readonly total: string; readonly parts: readonly string[]; readonly less?: readonly string[] }
  | { readonly form: 'difference'; readonly result: string; readonly minuend: string; readonly subtrahends: readonly string[] }
  | { readonly form: 'balance'; readonly left: readonly string[]; readonly right: readonly string[] }
  | { readonly form: 'ratio'; readonly rate: string; readonly numerator: string; readonly denominator: string }
  | {
      readonly form: 'growth'
      readonly rate: string
      /** Two of the three are given. */
      readonly current?: string
      readonly base?: string
      readonly change?: string
      readonly direction: Direction
    }
  | { readonly form: 'change'; readonly change: string; readonly current: string; readonly base: string; readonly direction: Direction }
  | { readonly form: 'product'; readonly result: string; readonly factors: readonly string[]; readonly divisors?: readonly string[] }
  | { readonly form: 'same'; readonly operands: readonly string[] }
  /** A list of lower operands is added up first. */
  | { readonly form: 'bound'; readonly low: string | readonly string[]; readonly high: string }
  | { readonly form: 'count'; readonly stated: string; readonly listed: number }
  | { readonly form: 'grade'; readonly score: string; readonly grade: string; readonly bands: readonly Band[] }
  | { readonly form: 'all'; readonly of: readonly Formula[] }

/** A label as the scoring reads it, with what mutants are made from. */
export interface Entry extends ScoredEntry {
  readonly verdict: Verdict
  readonly computation: string
  readonly explanation: string
  readonly operands: readonly Operand[]
  readonly formula: Formula | null
}

export interface LabelFile {
  readonly doc: string
  /** Name of the report's file. */
  readonly text: string
  readonly entries: readonly Entry[]
}

/** Every relation that a formula is made of; only `all` has more than one. */
export function relationsOf(formula: Formula): readonly Formula[] {
  return formula.form === 'all' ? formula.of.flatMap(relationsOf) : [formula]
}

/** Ids of the operands of a formula, constants left out. */
export function idsOf(formula: Formula): readonly string[] {
  return [...new Set(relationsOf(formula).flatMap(namesIn))].filter((name) => !name.startsWith('='))
}

function namesIn(formula: Formula): readonly string[] {
  switch (formula.form) {
    case 'sum':
      return [formula.total, ...formula.parts, ...(formula.less ?? [])]
    case 'difference':
      return [formula.result, formula.minuend, ...formula.subtrahends]
    case 'balance':
      return [...formula.left, ...formula.right]
    case 'ratio':
      return [formula.rate, formula.numerator, formula.denominator]
    case 'growth':
      return [formula.rate, formula.current, formula.base, formula.change].filter((name) => name !== undefined)
    case 'change':
      return [formula.change, formula.current, formula.base]
    case 'product':
      return [formula.result, ...formula.factors, ...(formula.divisors ?? [])]
    case 'same':
      return formula.operands
    case 'bound':
      return [formula.low, formula.high].flat()
    case 'count':
      return [formula.stated]
    case 'grade':
      return [formula.score, formula.grade]
    case 'all':
      return formula.of.flatMap(namesIn)
  }
}
