/** Where a row stands in the outline of its table: numbering, classification codes, 其中. */
import type { TableRow } from '../../claims/from-table.ts'

export interface Level {
  /** How the row is numbered; smaller stands higher. */
  readonly rank: number
  /** Its number within the rank; 0 for codes. */
  readonly ordinal: number
}

const CHINESE = '一二三四五六七八九十'

/** Level by numbering or code; null when the row has neither. */
export function levelOf(row: TableRow): Level | null {
  const label = (row.labels[0]?.text ?? '').replace(/^[（(]?其\s*中[:：]?/, '')
  const code = /^(\d{3}|\d{5}|\d{7})(?!\d)/.exec(label)
  if (code !== null) return { rank: code[0].length, ordinal: 0 }
  const outer = /^([一二三四五六七八九十]{1,3})[、.．]/.exec(label)
  if (outer !== null) return { rank: 1, ordinal: chineseOrdinal(outer[1] as string) }
  const inner = /^[（(]([一二三四五六七八九十]{1,3})[）)]/.exec(label)
  if (inner !== null) return { rank: 2, ordinal: chineseOrdinal(inner[1] as string) }
  const plain = /^(\d{1,2})[.、．](?!\d)/.exec(label)
  if (plain !== null) return { rank: 4, ordinal: Number(plain[1]) }
  const bracket = /^[（(](\d{1,2})[）)]/.exec(label)
  if (bracket !== null) return { rank: 6, ordinal: Number(bracket[1]) }
  const circled = /^[①-⑳]/.exec(label)
  return circled === null ? null : { rank: 8, ordinal: label.charCodeAt(0) - '①'.charCodeAt(0) + 1 }
}

/** 1 to 99 in Chinese numerals as outlines use them. */
function chineseOrdinal(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : CHINESE.indexOf(tens ?? '') + 1) : 0
  return ten * 10 + (ones === '' || ones === undefined ? 0 : CHINESE.indexOf(ones) + 1)
}
