/** A column that is named for results and stays blank in every row, while the columns round it are filled. */
import type { Block } from '@jiheng/ingest'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { TableReading } from '../../claims/table-reading.ts'
import { quoteCell } from '../../findings/quote.ts'
import type { Tell } from '../text-check.ts'

/** What is told of each row in words. */
const TOLD = /(?:完成|实现|进展|落实|达成|执行)情况$/
/** What is told of each row in figures. */
const COUNTED = /^(?:全年预算数?|调整后?预算数?|预算调整数|(?:全年|预算)?执行数|(?:预算)?执行率|决算数)$/
const FEWEST_ROWS = 2
/** Rows with figures under 完成情况 are those of `completion-left-blank`. */
const COMPLETION = /(?:完成|实现|达成)情况$/
const FIGURED_ROWS = 3

type Table = Extract<Block, { kind: 'table' }>

export function tellEmptyColumns(set: ClaimSet, tell: Tell): void {
  for (const reading of set.tables) {
    const table = set.report.blocks[reading.block]
    if (table?.kind !== 'table') continue
    for (const head of reading.heads.keys()) tellColumns(set, tell, reading, table, head)
  }
}

function tellColumns(set: ClaimSet, tell: Tell, reading: TableReading, table: Table, head: number): void {
  const rows = reading.rows.filter((row) => row.head === head)
  const headRow = rows.findLast((row) => row.kind === 'head')
  if (headRow === undefined) return
  const names = (table.rows[headRow.index] ?? []).map(({ text }) => text.replace(/\s/g, ''))
  const bodies = rows.filter((row) => row.kind !== 'head').map((row) => (table.rows[row.index] ?? []).map(({ text }) => text.trim()))
  const hasFigures = rows.filter((row) => row.kind === 'item' && row.figures.some((at) => at >= 0)).length >= FIGURED_ROWS
  for (const [column, name] of names.entries()) {
    const isTold = TOLD.test(name)
    if ((!isTold && !COUNTED.test(name)) || (COMPLETION.test(name) && hasFigures)) continue
    if (bodies.some((cells) => (cells[column] ?? '') !== '')) {
      tell.pass()
      continue
    }
    // Cells on both sides show that the row stands under this head and was not pushed aside.
    const blank = bodies.filter((cells) => cells.length > column && hasText(cells.slice(0, column)) && hasText(cells.slice(column + 1)))
    if (blank.length < FEWEST_ROWS) continue
    tell.fail({
      severity: isTold ? 'warning' : 'info',
      message: `表中“${name}”一栏${blank.length}行均为空白，请核对是否漏填。`,
      quotes: [quoteCell(set, reading.block, headRow.index, column)],
      computation: `“${name}”：${blank.length}行中填写0行`,
      steps: [`该栏有其他内容的行：${blank.length}`, '其中填写了本栏的行：0'],
    })
  }
}

const hasText = (cells: readonly string[]): boolean => cells.some((text) => text !== '')
