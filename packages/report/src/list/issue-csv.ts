/** 问题清单 as CSV, for whoever takes it into another program. */
import type { IssueRow } from './issue-row.ts'
import { columns } from './issue-sheet.ts'

/** Without it Excel takes UTF-8 for the code page of the machine. */
const byteOrderMark = '\ufeff'

export function issueCsv(rows: Iterable<IssueRow>): string {
  const lines = [columns.map(({ head }) => head).join(',')]
  let number = 0
  for (const row of rows) {
    number++
    lines.push(columns.map(({ value }) => cellOf(value(row, number))).join(','))
  }
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`
}

/** A sheet program computes what starts like a formula, whoever wrote it: an apostrophe keeps it words. */
function cellOf(text: string): string {
  const words = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(words) || words !== words.trim() ? `"${words.replaceAll('"', '""')}"` : words
}
