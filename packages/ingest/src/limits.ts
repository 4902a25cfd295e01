/** How much one file may ask of us. Beyond a limit the rest is left out and a problem says so. */

export interface Limits {
  readonly maxBytes: number
  /** UTF-16 code units; a longer line is cut into several. */
  readonly maxLineLength: number
  /** Lines that hold something. */
  readonly maxLines: number
  readonly maxBlocks: number
  /** Of all tables together. */
  readonly maxCells: number
  /** A line with more tabs than this is text, not a row. */
  readonly maxColumns: number
  /** Of a paged format. */
  readonly maxPages: number
  /** UTF-16 code units of one page. */
  readonly maxPageLetters: number
  /** Lines drawn on one page. */
  readonly maxPageRules: number
}

export const LIMITS: Limits = {
  maxBytes: 64 * 1024 * 1024,
  maxLineLength: 2_000_000,
  maxLines: 1_000_000,
  maxBlocks: 200_000,
  maxCells: 1_000_000,
  maxColumns: 512,
  maxPages: 2_000,
  maxPageLetters: 100_000,
  maxPageRules: 50_000,
}
