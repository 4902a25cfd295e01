/** 问题清单.xlsx: what a batch, or one file, has to be answered for. */
import { AUTHOR } from '../wording/words.ts'
import type { IssueRow } from './issue-row.ts'
import { cellsOf, issueSheet } from './issue-sheet.ts'
import { IssueTotals } from './issue-totals.ts'
import { printableLine } from './printable.ts'
import { type CellValue, type WriteSheet, writeBook } from './sheet-library.ts'

export interface IssueListOptions {
  /** 绩效自评报告校核问题清单 when left out. */
  readonly title?: string
  /** YYYY-MM-DD: the day on which the audit judged. */
  readonly asOf?: string | null
  /** All units of the batch, to be counted even when nothing was found in them: unitsOf. */
  readonly units?: Iterable<string>
  /** Further sheets begin after so many lines. */
  readonly linesPerSheet?: number
}

/** Of a sheet, whose XML is made as one text, and no text may be longer than half a gigabyte. Excel itself would take 1,048,576 rows. */
const MOST_LINES = 200_000
const MOST_CHARACTERS = 60_000_000

/**
 * Takes the lines one by one, from a list or from a stream; gives the bytes of the workbook.
 * The cells of all lines are held until it is written: the title counts them, and the writer wants a whole sheet.
 */
export async function issueList(rows: Iterable<IssueRow> | AsyncIterable<IssueRow>, options: IssueListOptions = {}): Promise<Uint8Array> {
  const totals = new IssueTotals(options.units ?? [])
  const sheets: CellValue[][][] = [[]]
  const most = Math.max(1, Math.min(options.linesPerSheet ?? MOST_LINES, MOST_LINES))
  let [number, characters, allCharacters] = [0, 0, 0]
  for await (const row of rows) {
    totals.take(row)
    const cells = cellsOf(row, ++number)
    const length = lengthOf(cells)
    characters += length
    allCharacters += length
    if ((sheets.at(-1) as CellValue[][]).length >= most || characters > MOST_CHARACTERS) {
      sheets.push([])
      characters = length
    }
    sheets.at(-1)?.push(cells)
  }
  const title = printableLine(options.title ?? '绩效自评报告校核问题清单', 200)
  const asOf = options.asOf ?? null
  const note = `${asOf === null ? '' : `校核日期 ${printableLine(asOf, 40)}。`}共 ${number} 条：${totals.words()}。以上由程序校核提出，请对照原文和账表核对；“应为”“建议”供参考，未改动原报告任何数字。`
  const [first, ...rest] = sheets.map(
    (lines, at): WriteSheet => issueSheet(at === 0 ? '问题清单' : `问题清单（${at + 1}）`, title, note, lines),
  )
  const summary = totals.sheet('汇总', `${title}汇总`, `${totals.words()}。按单位报送的先后排列，不作排名。`)
  const isLarge = allCharacters > MOST_CHARACTERS
  return writeBook({ title, author: AUTHOR, date: asOf, sheets: [first as WriteSheet, summary, ...rest], isLarge })
}

function lengthOf(cells: readonly CellValue[]): number {
  let length = 0
  for (const cell of cells) length += typeof cell === 'string' ? cell.length : 0
  return length
}
