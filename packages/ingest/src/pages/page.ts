/** What a reader of paged formats takes from a page: words with their places and the rules drawn on it. In points of the page's own space, origin at the bottom left. */

import type { PageShape } from '../source-document.ts'

export type Box = readonly [left: number, bottom: number, right: number, top: number]

/** Characters drawn one after another on one baseline. */
export interface Run {
  readonly text: string
  /** Where the baseline starts. */
  readonly x: number
  readonly y: number
  /** Unit vector along the baseline. */
  readonly ux: number
  readonly uy: number
  /** How far along the baseline each UTF-16 unit starts, and where the last one ends: one more than the text has units. */
  readonly along: readonly number[]
  /** Height of an em. */
  readonly size: number
}

/** A line drawn as a stroke or as a thin filled box. */
export interface Segment {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** Degrees clockwise. */
export type Turned = PageShape['turn']

export interface DrawnPage {
  /** From 1. */
  readonly number: number
  /** What of the page is seen. */
  readonly box: Box
  /** As the file says that the page is shown. */
  readonly turn: Turned
  readonly runs: readonly Run[]
  readonly segments: readonly Segment[]
}

export interface PageContent {
  readonly page: DrawnPage
  /** Part of the page under pictures, from 0 to 1. */
  readonly pictures: number
  /** Words or rules were left out because there were too many. */
  readonly isCut: boolean
}

/** The same with the page turned so that its words run from left to right: x grows to the right, y downwards, from the seen corner. */
export interface Page {
  readonly number: number
  /** What of the page is seen, in its own space, and how far it was turned. */
  readonly box: Box
  readonly turn: Turned
  readonly width: number
  readonly height: number
  readonly words: readonly Word[]
  readonly rules: Rules
  /** Back to the page's own space. */
  readonly toOwn: (left: number, top: number, right: number, bottom: number) => Box
}

export interface Word {
  readonly text: string
  /** Left edge of each UTF-16 unit, and the right edge of the last one. */
  readonly xs: readonly number[]
  /** The baseline. */
  readonly y: number
  readonly size: number
}

export interface Rules {
  readonly across: readonly Across[]
  readonly down: readonly Down[]
}

export interface Across {
  readonly y: number
  readonly x1: number
  readonly x2: number
}

export interface Down {
  readonly x: number
  readonly y1: number
  readonly y2: number
}

export const leftOf = ({ xs }: Word): number => xs[0] as number
export const rightOf = ({ xs }: Word): number => xs.at(-1) as number

/** How far letters reach above and below the baseline, in ems. */
export const ASCENT = 0.85
export const DESCENT = 0.15
