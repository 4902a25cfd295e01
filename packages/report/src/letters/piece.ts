/** An official letter as plain pieces, one after the other. What they look like is official-document.ts. */

export type Piece =
  /** Broken where a reader would break it, not where the line is full. */
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'addressee'; readonly text: string }
  /** Level 1: 一、 · level 2: （一）. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** `lead`: the words that it starts with and that the eye looks for. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string }
  /** A heading of level 2 that runs into its text: （一）合计与分项。差错 3 处… */
  | { readonly kind: 'section'; readonly lead: string; readonly text: string }
  /** Below an item: 原文：…, smaller. */
  | { readonly kind: 'detail'; readonly label: string; readonly text: string }
  /** Who and when, at the right below. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  /** Starts a page: 附件, and its own title. */
  | { readonly kind: 'annex'; readonly label: string; readonly title: string }
  | TablePiece

export interface TablePiece {
  readonly kind: 'table'
  readonly columns: readonly TableColumn[]
  /** Lines of a cell are parted by line feeds. */
  readonly rows: readonly (readonly string[])[]
}

export interface TableColumn {
  readonly head: string
  /** In millimetres; a page is 156 wide. */
  readonly width: number
  readonly isCentred?: boolean
}

const DIGITS = '〇一二三四五六七八九'

/** 1 to 99 as headings are numbered: 一, 十, 十二, 二十三. */
export function chineseNumber(number: number): string {
  if (number < 1 || number > 99) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`
  return `${ten}${ones === 0 ? '' : DIGITS[ones]}`
}

/** 一、总体情况 or （一）总体情况 */
export function heading(level: 1 | 2, number: number, text: string): Piece {
  const written = chineseNumber(number)
  return { kind: 'heading', level, text: level === 1 ? `${written}、${text}` : `（${written}）${text}` }
}

/** 2026-03-01 as 2026年3月1日; anything else as it is. */
export function dateWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  return year === undefined ? date : `${year}年${Number(month)}月${Number(day)}日`
}
