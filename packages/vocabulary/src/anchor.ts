/** The way back from a value to the place in the document that it came from. */

/**
 * Offsets are UTF-16 code units into the block's original text (`Block.at.original`), end exclusive; lines count from 1.
 * `report` and `block` are indexes into `SourceDocument.reports` and `SourceReport.blocks`.
 */
export interface Anchor {
  readonly report: number
  readonly block: number
  readonly start: number
  readonly end: number
  readonly line?: number
  readonly page?: number
  readonly box?: readonly [number, number, number, number]
  readonly cell?: string
  readonly paragraph?: number
}
