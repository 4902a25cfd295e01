/** The ways in which people get a figure wrong, and what one such slip changes in a report. */
import type { Formula, Operand } from '../labels/label.ts'

export const slipKinds = [
  'transposed-digits',
  'wrong-digit',
  'dropped-digit',
  'doubled-digit',
  'shifted-point',
  'wrong-unit',
  'wrong-direction',
  'stale-figure',
  'wrong-rounding',
] as const

export type SlipKind = (typeof slipKinds)[number]

/** A figure of a relation that holds, and what a slip may look at. */
export interface Site {
  readonly source: string
  readonly operand: Operand
  readonly formula: Formula
  /** All labelled figures of the report. */
  readonly around: readonly Operand[]
  /** 0 … n-1, always the same for the same place and slip. */
  readonly below: (n: number) => number
}

export interface Change {
  /** What is replaced in the source, and by what. */
  readonly start: number
  readonly end: number
  readonly to: string
  /** The figure afterwards; its place is told by the change. */
  readonly figure: { readonly text: string; readonly value: string; readonly unit: string }
  /** The words next to the figure now say the other direction. */
  readonly turned?: boolean
}

/** Null when this slip cannot happen to this figure. */
export type Slip = (site: Site) => Change | null

/** 32-bit FNV-1a: the same number for the same words on every machine. */
export function seedOf(words: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i += 1) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193) >>> 0
  return hash
}

/** A stream of choices that depends on the words alone. */
export function chooser(words: string): (n: number) => number {
  let state = seedOf(words)
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * n)
  }
}
