/** What a curve is asked: an actual, a target, and the points that can be had. All exact. */
import type { Rational } from '@jiheng/quantity'
import type { Sign } from './curve.ts'

export type Target =
  | { readonly sign: Sign; readonly value: Rational }
  | { readonly sign: 'range'; readonly low: Rational; readonly high: Rational }

export type ActualValue =
  | { readonly kind: 'number'; readonly value: Rational }
  /** Ids of the check points that are met. */
  | { readonly kind: 'checks'; readonly met: readonly string[] }
  /** The class, and the part of all points that was given within it. */
  | { readonly kind: 'class'; readonly id: string; readonly share: Rational }
  | { readonly kind: 'points'; readonly points: Rational }
  /** By id of the group. */
  | { readonly kind: 'groups'; readonly values: Readonly<Record<string, Rational>> }

export interface Reading {
  readonly actual: ActualValue
  /** null where the curve asks for none. */
  readonly target: Target | null
  /** Above or at zero. */
  readonly weight: Rational
}

export type Scored =
  /** Not rounded; between zero and the weight. */
  | { readonly kind: 'points'; readonly points: Rational }
  /** It cannot be said. */
  | { readonly kind: 'open'; readonly reason: OpenReason; readonly detail: string }

export type OpenReason =
  | 'no-target'
  /** The actual is of another kind than the curve asks for: a text under a figure. */
  | 'wrong-kind'
  | 'outside-bands'
  | 'outside-class'
  | 'unknown-check'
  | 'above-weight'
  | 'no-value'

/** Takes the working, line by line; left out when nobody reads it. */
export type Tell = (line: string) => void

export const open = (reason: OpenReason, detail = ''): Scored => ({ kind: 'open', reason, detail })
export const points = (value: Rational): Scored => ({ kind: 'points', points: value })
