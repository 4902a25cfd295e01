/** 计分案例: a scheme, facts and what comes out, readable by a finance officer and run as a test. Read once, with every name resolved. */
import type { Fact } from '../facts/fact.ts'
import type { GoalsVersion } from '../goals/approved-goals.ts'
import type { SchemeVersion } from '../scheme/scheme.ts'

export interface WorkedCase {
  readonly id: string
  readonly label: string
  /** Numbers of the scoring functions that it shows: SF-21. */
  readonly functions: readonly string[]
  readonly source: string | null
  /** Id of the scheme; null: the case brings its own rules. */
  readonly scheme: string | null
  /** As the case changes it: another reading of a rule, or a part of the tree. */
  readonly version: SchemeVersion
  readonly goals: GoalsVersion | null
  readonly year: number
  readonly facts: readonly Fact[]
  readonly deductions: readonly { readonly label: string; readonly points: string }[]
  readonly vetoes: readonly string[]
  readonly expect: readonly Expectation[]
  /** Where a report prints something else. */
  readonly differences: readonly Difference[]
  readonly explain: string | null
}

/** One thing that has to come out. `name` as the case writes it. */
export interface Expectation {
  readonly name: string
  readonly what:
    | { readonly of: 'total' | 'grade' | 'raw' | 'applicable' | 'converted' | 'bonus' | 'deducted' }
    | { readonly of: 'score' | 'actual' | 'block' | 'open' | 'ask'; readonly id: string }
    | { readonly of: 'warning'; readonly id: 'progress' | 'self-warning' }
    /** Codes of what keeps a plan from being made. */
    | { readonly of: 'plan' }
  /** A score is compared exactly; an actual to as many decimals as it is written with; null: there is none. */
  readonly value: string | null
}

export interface Difference {
  readonly name: string
  readonly what: Expectation['what']
  readonly printed: string
  readonly computed: string
  readonly why: string
}

/** What has to be refused, and by which code. */
export interface RefusedCase {
  readonly id: string
  readonly label: string
  readonly given:
    | { readonly kind: 'scheme'; readonly data: unknown }
    | { readonly kind: 'items'; readonly data: unknown }
    /** Text of a file, for the program that reads it. */
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'facts'; readonly facts: readonly Fact[]; readonly codes: readonly string[]; readonly asOf: string }
  readonly code: string
}

export interface CaseOutcome {
  readonly id: string
  readonly label: string
  readonly scheme: string | null
  /** Empty: as expected. */
  readonly failures: readonly CaseFailure[]
}

export interface CaseFailure {
  readonly name: string
  readonly expected: string
  readonly found: string
}
