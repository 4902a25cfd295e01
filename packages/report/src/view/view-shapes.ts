/** What a document looks like to a page that draws it itself. What crosses the wire has this shape. */
import type { Severity } from '@jiheng/audit'

/** Words with or without marks. `marks` are ids of marks, innermost last. */
export interface ViewStretch {
  readonly text: string
  readonly marks?: readonly string[]
}

export interface ViewCell {
  readonly text: readonly ViewStretch[]
  readonly rowSpan: number
  readonly colSpan: number
}

export type ViewBlock =
  | { readonly kind: 'heading'; readonly id: string; readonly level: number; readonly text: readonly ViewStretch[] }
  | { readonly kind: 'paragraph' | 'attachment'; readonly id: string; readonly text: readonly ViewStretch[] }
  | {
      readonly kind: 'table'
      readonly id: string
      readonly headerRows: number
      /** null: covered by a merged cell. */
      readonly rows: readonly (readonly (ViewCell | null)[])[]
    }

export interface ViewMark {
  readonly id: string
  readonly finding: string
  readonly number: number
  readonly severity: Severity
  /** The accused words, or others that the finding stands on. */
  readonly isAccused: boolean
  /** Of paged documents: from 1, and boxes as fractions of the page as it is shown: left, top, width, height. */
  readonly page: number | null
  readonly boxes: readonly (readonly [left: number, top: number, width: number, height: number])[]
}

export interface DocumentView {
  /** pages: the original is a PDF, shown page by page from the file itself; its words stand in `reports` as well. */
  readonly kind: 'flow' | 'pages'
  readonly reports: readonly { readonly unit: string | null; readonly title: string | null; readonly blocks: readonly ViewBlock[] }[]
  readonly pages: readonly { readonly number: number; readonly width: number; readonly height: number }[]
  /** Those that are seen: a quote whose words are not shown has none. */
  readonly marks: readonly ViewMark[]
}

/** Of the finding with this number the quote at this index: the accused words are 0. */
export const markId = ({ number, quote }: { readonly number: number; readonly quote: number }): string => `${number}.${quote}`
