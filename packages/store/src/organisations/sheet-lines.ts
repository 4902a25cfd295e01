/** A sheet that people filled, as lines of organisations. What cannot be read is told with its row and column; nothing is guessed. */
import { type OrganisationColumn, organisationHeads, organisationKinds } from '@jiheng/report'
import type { OrganisationKind } from '../tables.ts'

export interface SheetFault {
  /** From 1, as the spreadsheet counts; null: of the whole sheet. */
  readonly row: number | null
  readonly column: string | null
  readonly message: string
}

/** A cell that is empty, cannot be read, or whose column is missing, is null: nothing is said. A name that is missing is empty. */
export interface SheetLine {
  readonly row: number
  readonly code: string | null
  readonly name: string
  readonly kind: OrganisationKind | null
  /** Code or name of the organisation above. */
  readonly parent: string | null
  readonly aliases: readonly string[] | null
  readonly formerNames: readonly string[]
  readonly from: string | null
  readonly to: string | null
  readonly isGovernment: boolean | null
}

export interface ReadSheet {
  /** Those with faults too, as far as they could be read: what stands in one is held against the others. */
  readonly lines: readonly SheetLine[]
  readonly faults: readonly SheetFault[]
  /** false: reading ended before the last line, so that what a line names may stand below. */
  readonly isWhole: boolean
}

type Rows = readonly (readonly string[])[]

/** More organisations than any county has. */
const mostLines = 20_000
const mostFaults = 200
const longestName = 200
/** A title and notes stand above the heads. */
const mostRowsAbove = 15

/** `rows`: texts of cells. null: no row names the columns, so that it is no list of organisations. */
export function sheetLines(rows: Rows): ReadSheet | null {
  const head = findHead(rows)
  if (head === null) return null
  const faults: SheetFault[] = []
  const lines: SheetLine[] = []
  const body = rows.slice(head.row + 1)
  let isWhole = body.length <= mostLines
  if (!isWhole) faults.push({ row: null, column: null, message: `最多 ${mostLines} 行，请分成几个表格导入。` })
  for (const [at, cells] of body.slice(0, mostLines).entries()) {
    if (cells.every((cell) => tidy(cell) === '')) continue
    lines.push(lineOf(head.row + at + 2, (column) => tidy(cells[head.columns[column] ?? -1] ?? ''), faults))
    if (faults.length >= mostFaults) {
      isWhole = false
      break
    }
  }
  return { lines, faults, isWhole }
}

interface Head {
  readonly row: number
  readonly columns: Readonly<Partial<Record<OrganisationColumn, number>>>
}

/** The first row with a column of names and one other that we know. */
function findHead(rows: Rows): Head | null {
  for (const [row, cells] of rows.slice(0, mostRowsAbove).entries()) {
    const columns: Partial<Record<OrganisationColumn, number>> = {}
    for (const [at, cell] of cells.entries()) {
      const words = tidy(cell).replaceAll(/[*\s]/g, '').replaceAll('（', '(').replaceAll('）', ')')
      const column = (Object.keys(organisationHeads) as OrganisationColumn[]).find((one) => organisationHeads[one].includes(words))
      if (column !== undefined && columns[column] === undefined) columns[column] = at
    }
    if (columns.name !== undefined && Object.keys(columns).length > 1) return { row, columns }
  }
  return null
}

function lineOf(row: number, cell: (column: OrganisationColumn) => string, faults: SheetFault[]): SheetLine {
  const tell = (column: OrganisationColumn, message: string) => {
    faults.push({ row, column: organisationHeads[column][0] as string, message })
    return null
  }
  const [coded, named] = [withCode(cell('code')), withCode(cell('name'))]
  // A cell of the finance system holds "219001-教育局本级", in the column of codes or of names.
  const code = coded.code ?? named.code
  const name = named.name ?? coded.name
  if (name === null) tell('name', '没有单位名称。')
  else if (name.length > longestName) tell('name', `单位名称超过 ${longestName} 个字。`)
  if (code !== null && isScientific(code)) {
    tell('code', `编码“${code}”成了科学计数法，末几位已经丢失。请把这一列设为文本格式后重新填写。`)
  } else if (code !== null && !/^[0-9A-Za-z][0-9A-Za-z.-]{0,29}$/.test(code)) tell('code', `编码“${code.slice(0, 30)}”不像单位编码。`)
  const parent = withCode(cell('parent'))
  if (parent.code !== null && isScientific(parent.code))
    tell('parent', `上级编码“${parent.code}”成了科学计数法。请把这一列设为文本格式后重新填写。`)
  const kind = kindOf(cell('kind'))
  if (kind === undefined) tell('kind', `不认识类型“${cell('kind').slice(0, 30)}”，请从下拉列表中选择。`)
  const dates = (['from', 'to'] as const).map((column) => {
    const text = dayOf(cell(column))
    return text === undefined ? tell(column, `“${cell(column).slice(0, 30)}”不是日期，请写成 2024-01-01。`) : text
  })
  const isGovernment = yesOrNo(cell('isGovernment'))
  if (isGovernment === undefined) tell('isGovernment', `“${cell('isGovernment').slice(0, 30)}”请填“是”或“否”。`)
  const aliases = listOf(cell('aliases'))
  const formerNames = listOf(cell('formerNames'))
  if (aliases.length + formerNames.length > 50 || [...aliases, ...formerNames].some((one) => one.length > 100))
    tell('aliases', '简称、曾用名太多或太长（最多 50 个，每个不超过 100 个字）。')
  return {
    row,
    code,
    name: name ?? '',
    kind: kind ?? null,
    parent: parent.code ?? parent.name,
    aliases: cell('aliases') === '' ? null : aliases,
    formerNames,
    from: dates[0] ?? null,
    to: dates[1] ?? null,
    isGovernment: isGovernment ?? null,
  }
}

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200d\ufeff]+/g, ' ')
    .trim()
const isScientific = (text: string): boolean => /^\d(?:\.\d+)?E\+?\d+$/i.test(text)

/** "219001", "219001-教育局", "教育局". A figure that a spreadsheet wrote with ".0" is the code without it. */
function withCode(text: string): { readonly code: string | null; readonly name: string | null } {
  if (text === '') return { code: null, name: null }
  const plain = text.replace(/^(\d+)\.0+$/, '$1')
  if (isScientific(plain) || /^[0-9A-Za-z.]+$/.test(plain)) return { code: plain, name: null }
  const [, code, name] = /^\[?(\d{3}[0-9A-Za-z.]*)\]?\s*[-_—–－ ]\s*(.+)$/.exec(plain) ?? []
  return code === undefined || name === undefined ? { code: null, name: bracketed(plain) } : { code, name: bracketed(name) }
}

/** Names are written with the brackets of Chinese print. */
const bracketed = (name: string): string => name.replaceAll('(', '（').replaceAll(')', '）').replaceAll(' ', '')

/** undefined: something else stands there. */
function kindOf(text: string): OrganisationKind | null | undefined {
  if (text === '') return null
  return (Object.keys(organisationKinds) as OrganisationKind[]).find((kind) =>
    (organisationKinds[kind] as readonly string[]).includes(text),
  )
}

function dayOf(text: string): string | null | undefined {
  if (text === '') return null
  const [, year, month = '1', day = '1'] =
    /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? []
  if (year === undefined) return undefined
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : undefined
}

function yesOrNo(text: string): boolean | null | undefined {
  if (text === '') return null
  if (['是', '√', 'Y', 'y', '1'].includes(text)) return true
  return ['否', '×', 'N', 'n', '0'].includes(text) ? false : undefined
}

const listOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[、,，;；/]/)
      .map((part) => bracketed(part.trim()))
      .filter((part) => part !== ''),
  ),
]
