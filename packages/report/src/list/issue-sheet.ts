/** The sheet of findings: a title, the counts, one line a finding, and at the right what the unit answers. */
import { kindWords, severityWords } from '../wording/words.ts'
import type { IssueLevel, IssueRow } from './issue-row.ts'
import { rowHeight } from './row-height.ts'
import type { CellStyle, CellValue, ConditionalRule, WriteSheet } from './sheet-library.ts'
import { acrossPage, centredStyle, fillHeadStyle, headStyle, levelColours, noteStyle, titleStyle, wordsStyle } from './sheet-look.ts'

export const levelWords: Readonly<Record<IssueLevel, string>> = { ...severityWords, unread: '未能校核', reading: '读取情况' }
export const levels: readonly IssueLevel[] = ['error', 'warning', 'info', 'unread', 'reading']

/** What a unit may answer; the list behind the cells of 处理意见. */
export const answers: readonly string[] = ['已改正', '核实无误', '需说明']

interface Column {
  readonly head: string
  /** In characters. Their sum is what fits across A4 at a size that can be read. */
  readonly width: number
  readonly isCentred?: boolean
  readonly isToFill?: boolean
  readonly value: (row: IssueRow, number: number) => string
}

export const columns: readonly Column[] = [
  { head: '序号', width: 5, isCentred: true, value: (_row, number) => String(number) },
  { head: '单位', width: 10.5, value: ({ unit }) => unit },
  { head: '文件', width: 10.5, value: ({ file }) => file },
  { head: '位置', width: 11, isCentred: true, value: ({ place }) => place },
  { head: '级别', width: 6.5, isCentred: true, value: ({ level }) => levelWords[level] },
  { head: '类型', width: 8, isCentred: true, value: ({ kind }) => (kind === null ? '' : kindWords[kind]) },
  { head: '问题', width: 12, value: ({ title }) => title },
  { head: '说明', width: 25, value: ({ message }) => message },
  { head: '原文', width: 23, value: ({ excerpt }) => excerpt },
  { head: '所写', width: 10, isCentred: true, value: ({ written }) => written },
  { head: '应为', width: 10, isCentred: true, value: ({ expected }) => expected },
  { head: '建议', width: 15, value: ({ advice }) => advice },
  { head: '计算', width: 22, value: ({ computation }) => computation },
  { head: '处理意见', width: 9, isCentred: true, isToFill: true, value: ({ decision }) => decision?.answer ?? '' },
  { head: '处理说明', width: 11, isToFill: true, value: ({ decision }) => decision?.reason ?? '' },
  { head: '经办人', width: 7, isCentred: true, isToFill: true, value: ({ decision }) => decision?.by ?? '' },
]

/** Rows above the first finding: title, counts, head. */
const ROWS_ABOVE = 3
const WIDTHS = columns.map(({ width }) => width)
const LAST = columnLetter(columns.length - 1)
const LEVEL = columnLetter(columns.findIndex(({ head }) => head === '级别'))
const ANSWER = columnLetter(columns.findIndex(({ head }) => head === '处理意见'))

/** In the order of the columns. */
export const cellsOf = (row: IssueRow, number: number): CellValue[] => columns.map(({ value }) => cellText(value(row, number)))

/** `lines` are those of cellsOf, few enough for a sheet. */
export function issueSheet(name: string, title: string, note: string, lines: readonly CellValue[][]): WriteSheet {
  const isEmpty = lines.length === 0
  const last = ROWS_ABOVE + Math.max(1, lines.length)
  const rows: CellValue[][] = [[title], [note], columns.map(({ head }) => head), ...lines]
  if (isEmpty) rows.push(columns.map(({ head }) => (head === '问题' ? '没有发现问题' : null)))
  const styled = new Map<string, { value?: CellValue; style: CellStyle }>([
    ['0,0', { style: titleStyle }],
    ['1,0', { style: noteStyle }],
  ])
  for (const [column, { isToFill }] of columns.entries()) styled.set(`2,${column}`, { style: isToFill ? fillHeadStyle : headStyle })
  const wide = columns.length - 1
  return {
    name,
    columns: columns.map(({ width, isCentred }) => ({ width, style: isCentred ? centredStyle : wordsStyle })),
    rows,
    cells: styled,
    merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: wide })),
    rowDefs: new Map([28, 30, 24, ...lines.map((cells) => rowHeight(cells, WIDTHS))].map((height, row) => [row, { height }])),
    freezePane: { rows: ROWS_ABOVE, columns: 2 },
    autoFilter: { range: `A${ROWS_ABOVE}:${LAST}${last}` },
    conditionalRules: levelRules(`${LEVEL}${ROWS_ABOVE + 1}:${LEVEL}${last}`),
    dataValidations: [
      {
        type: 'list',
        values: [...answers],
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: '处理意见',
        errorMessage: `请从下拉列表中选择：${answers.join('、')}。`,
        range: `${ANSWER}${ROWS_ABOVE + 1}:${ANSWER}${last}`,
      },
    ],
    view: { showGridLines: false },
    ...acrossPage(ROWS_ABOVE),
  }
}

/** By rule, not by cell: a level that somebody corrects takes its colour along. */
function levelRules(range: string): ConditionalRule[] {
  const first = range.split(':')[0]
  return levels.map((level, at) => ({
    type: 'expression',
    priority: at + 1,
    formula: `${first}="${levelWords[level]}"`,
    style: {
      font: { color: { rgb: levelColours[level].ink } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: levelColours[level].fill }, bgColor: { rgb: levelColours[level].fill } },
    },
    range,
  }))
}

/** Most that Excel takes into a cell. */
const MOST_CELL = 32_767

/**
 * Always text, figures too: what is printed in a report is quoted, not computed with. A cell of text is never evaluated, whatever it starts with, so
 * nothing is put before `=`, `+`, `-` or `@`: a quote stays a quote. (Who turns the list into CSV must guard those himself.)
 * `_x0041_` is how a workbook writes a character by its number; as words of a document it must not become one.
 */
function cellText(text: string): CellValue {
  if (text === '') return null
  const safe = text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
  return safe.length > MOST_CELL ? safe.slice(0, MOST_CELL) : safe
}

function columnLetter(column: number): string {
  return String.fromCharCode(65 + column)
}
