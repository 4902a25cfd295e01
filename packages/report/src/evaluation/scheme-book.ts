/** 评分细则.xlsx: the sheets of a scheme as officers edit them. */
import type { SheetTable } from '@jiheng/evaluation'
import { writeBook } from '../list/sheet-library.ts'
import { AUTHOR } from '../wording/words.ts'
import { type FormColumn, formSheet } from './form-sheet.ts'

/** `sheets` from schemeSheets. */
export async function schemeBook(sheets: readonly SheetTable[], label: string): Promise<Uint8Array> {
  const made = sheets.map(({ name, note, columns, rows }) =>
    formSheet({
      name,
      title: `${label}：${name}`,
      note,
      columns: columns.map(({ head, choices }): FormColumn => {
        const longest = Math.max(head.length * 2, ...rows.map((row) => widthOf(row[head] ?? '')))
        return { head, choices, width: Math.min(46, Math.max(8, longest + 2)), isCentred: longest <= 12 }
      }),
      rows: rows.map((row) => ({ cells: columns.map(({ head }) => row[head] ?? ''), isStrong: row.类别 === '分类' })),
      frozen: name === '指标' ? 5 : 0,
      spare: 5,
    }),
  )
  return writeBook({ title: label, author: AUTHOR, date: null, sheets: made, isLarge: false })
}

/** In narrow characters. */
function widthOf(text: string): number {
  let width = 0
  for (let at = 0; at < Math.min(text.length, 60); at++) width += text.charCodeAt(at) < 0x2e80 ? 1 : 2
  return width
}
