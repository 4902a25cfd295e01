/** A sheet that people fill: a title, a note, heads, and rows whose cells are open, given or of no use. */
import { printable } from '../list/printable.ts'
import { rowHeight } from '../list/row-height.ts'
import type { CellStyle, CellValue, WriteSheet } from '../list/sheet-library.ts'
import { acrossPage, centredStyle, fillHeadStyle, headStyle, noteStyle, titleStyle, wordsStyle } from '../list/sheet-look.ts'

export interface FormColumn {
  readonly head: string
  /** In narrow characters. */
  readonly width: number
  readonly isCentred?: boolean
  /** Somebody fills it. */
  readonly isToFill?: boolean
  /** What may be chosen in every row. */
  readonly choices?: readonly string[]
}

export interface FormRow {
  readonly cells: readonly string[]
  /** Columns that this row has no use for. */
  readonly unused?: ReadonlySet<number>
  /** What may be chosen in this row. */
  readonly choices?: ReadonlyMap<number, readonly string[]>
  /** A heading within the table, or a total. */
  readonly isStrong?: boolean
}

export interface FormParts {
  readonly name: string
  readonly title: string
  readonly note: string
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
  /** Columns that stay in sight. */
  readonly frozen?: number
  /** Empty rows below that can be filled as well. */
  readonly spare?: number
}

const MOST_CELL = 32_000
const ABOVE = 3
const GREY = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } } as const
const FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F7FBF4' } } as const
const STRONG = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F5FA' } } as const

export function formSheet({ name, title, note, columns, rows, frozen = 0, spare = 0 }: FormParts): WriteSheet {
  const widths = columns.map(({ width }) => width)
  const lines: readonly FormRow[] = [...rows, ...Array.from({ length: spare }, (): FormRow => ({ cells: [] }))]
  const cells = new Map<string, { value?: CellValue; style: CellStyle }>([
    ['0,0', { style: titleStyle }],
    ['1,0', { style: noteStyle }],
  ])
  for (const [at, { isToFill }] of columns.entries()) cells.set(`2,${at}`, { style: isToFill ? fillHeadStyle : headStyle })
  for (const [index, row] of lines.entries())
    for (const at of columns.keys()) cells.set(`${index + ABOVE},${at}`, { style: styleOf(columns[at] as FormColumn, row, at) })
  const total = widths.reduce((sum, width) => sum + width, 0)
  const heights = lines.map(({ cells: texts }) => Math.max(20, rowHeight(texts, widths)))
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      [cellText(title)],
      [cellText(note)],
      columns.map(({ head }) => head),
      ...lines.map((row) => columns.map((_, at) => cellText(row.cells[at] ?? ''))),
    ],
    cells,
    // The title runs on over the empty cells beside it; merged with few narrow columns it would be cut.
    merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: columns.length - 1 }],
    rowDefs: new Map([30, rowHeight([note], [total]) + 4, 26, ...heights].map((height, row) => [row, { height }])),
    freezePane: { rows: ABOVE, columns: frozen },
    dataValidations: validations(columns, lines),
    view: { showGridLines: false },
    ...acrossPage(ABOVE),
  }
}

function styleOf({ isCentred, isToFill }: FormColumn, { unused, isStrong }: FormRow, at: number): CellStyle {
  const base = isCentred ? centredStyle : wordsStyle
  if (unused?.has(at)) return { ...base, fill: GREY }
  if (isStrong) return { ...base, font: { name: '黑体', size: 10 }, fill: STRONG }
  return isToFill ? { ...base, fill: FILL } : base
}

/** Rows with the same choices share a list. */
function validations(columns: readonly FormColumn[], rows: readonly FormRow[]): NonNullable<WriteSheet['dataValidations']> {
  const lists = new Map<string, { readonly values: readonly string[]; readonly cells: string[] }>()
  for (const [index, row] of rows.entries())
    for (const [at, { choices: ofColumn }] of columns.entries()) {
      const values = row.unused?.has(at) ? undefined : (row.choices?.get(at) ?? ofColumn)
      if (values === undefined || values.length === 0 || !fits(values)) continue
      const key = `${at}\0${values.join('\0')}`
      const list = lists.get(key) ?? { values, cells: [] }
      list.cells.push(`${letter(at)}${index + ABOVE + 1}`)
      lists.set(key, list)
    }
  return [...lists.values()].flatMap(({ values, cells }) =>
    rangesOf(cells).map((range) => ({
      type: 'list' as const,
      values: [...values],
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning' as const,
      errorTitle: '请从列表中选择',
      errorMessage: `可选：${values.join('、')}`.slice(0, 220),
      range,
    })),
  )
}

/** What a list in a cell takes: 255 characters, and no comma inside. */
const fits = (values: readonly string[]): boolean => values.join(',').length <= 250 && !values.some((value) => /[,"\n]/.test(value))

/** Neighbours below each other as one range. */
function rangesOf(cells: readonly string[]): readonly string[] {
  const ranges: string[] = []
  let [first, last] = [cells[0] ?? '', cells[0] ?? '']
  for (const cell of cells.slice(1)) {
    const follows =
      cell.replace(/\d+/, '') === last.replace(/\d+/, '') && Number(cell.replace(/\D+/, '')) === Number(last.replace(/\D+/, '')) + 1
    if (!follows) {
      ranges.push(first === last ? first : `${first}:${last}`)
      first = cell
    }
    last = cell
  }
  return [...ranges, first === last ? first : `${first}:${last}`]
}

/** Always text; `_x0041_` is how a workbook writes a character by its number, and as words must not become one. */
function cellText(text: string): CellValue {
  return text === '' ? null : printable(text, MOST_CELL).replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
}

const letter = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`)
