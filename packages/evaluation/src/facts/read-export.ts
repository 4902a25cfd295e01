/** Rows of an export to facts: one sum for each unit, year and item, with the cells that it was added from. */
import { add, type Decimal, decimal, formatDecimal } from '@jiheng/quantity'
import type { Problem, ProblemCode } from '@jiheng/vocabulary'
import { plainCell, readCodeCell, readFigureCell, unitOfCell, unitOfHead, wordsOfHead } from './fact-cells.ts'
import { cellName, type FactTable, pathOfCell } from './fact-table.ts'
import type { ImportPreset, PresetColumn } from './import-preset.ts'
import type { FactTerms } from './read-fact-table.ts'
import type { PlacedFact, ReadFacts } from './read-facts.ts'

const MOST_ROWS_ABOVE = 30
const MOST_PROBLEMS = 200
/** Sums stand between and below the lines that they are of. */
const TOTALS = /^(?:合计|总计|小计|本页合计|部门合计)/

interface Head {
  readonly row: number
  readonly unit: number
  readonly year: number | null
  readonly columns: readonly { readonly at: number; readonly item: string; readonly measure: string }[]
  readonly only: readonly { readonly at: number; readonly words: readonly string[] }[]
}

interface Sum {
  readonly unit: string
  readonly year: number
  readonly item: string
  readonly measure: string
  total: Decimal
  readonly rows: number[]
  readonly column: number
}

export function readExport(table: FactTable, preset: ImportPreset, { year: asked }: Pick<FactTerms, 'year'>): ReadFacts {
  const head = findHead(table, preset)
  if (head === null) {
    const at = [table.file, ...(table.sheet === null ? [] : [table.sheet])]
    const expected = [preset.unit[0], ...preset.columns.map(({ heads }) => heads[0])].join('、')
    return { facts: [], problems: [{ code: 'facts.no-head', at, details: { expected } }], unitNames: new Map() }
  }
  const problems: Problem[] = []
  const tell = (code: ProblemCode, row: number, column: number, details: Problem['details']): void => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code, at: pathOfCell(table, row, column), details })
  }
  const sums = new Map<string, Sum>()
  const unitNames = new Map<string, string>()
  for (let row = head.row + 1; row < table.rows.length; row++) {
    const cells = table.rows[row] ?? []
    const cell = (at: number): string => (cells[at] ?? '').trim()
    if (cells.every((one) => one.trim() === '') || cells.some((one) => TOTALS.test(one.trim()))) continue
    if (head.only.some(({ at, words }) => !words.includes(plainCell(cell(at))))) continue
    const unit = readCodeCell(cell(head.unit))
    if (unit.kind === 'lost') {
      tell('facts.lost-digits', row, head.unit, { value: cell(head.unit).slice(0, 60) })
      continue
    }
    const name = unit.kind === 'code' ? unit.code : unit.name
    if (unit.kind === 'code' && unit.name !== '') unitNames.set(unit.code, unit.name)
    const year = head.year === null ? asked : Number(/^(?:19|20)\d\d/.exec(plainCell(cell(head.year)))?.[0] ?? Number.NaN)
    if (name === '') {
      tell('facts.missing', row, head.unit, { expected: '单位' })
      continue
    }
    if (year === null || Number.isNaN(year)) {
      if (head.year === null) tell('facts.missing', row, head.unit, { expected: '年度（用 --year 指定）' })
      else tell('facts.bad-value', row, head.year, { value: cell(head.year).slice(0, 60), expected: 'period' })
      continue
    }
    for (const { at, item, measure } of head.columns) {
      if (cell(at) === '') continue
      const figure = readFigureCell(cell(at))
      if (figure === null || figure.symbol !== null)
        tell('facts.bad-value', row, at, { value: cell(at).slice(0, 60), expected: 'number-cell' })
      else take(sums, { unit: name, year, item, measure, total: decimal(figure.value), rows: [row], column: at })
    }
  }
  return { facts: [...sums.values()].map((sum) => factOf(sum, table, preset)), problems, unitNames }
}

function take(sums: Map<string, Sum>, one: Sum): void {
  const key = `${one.unit}\0${one.year}\0${one.item}`
  const known = sums.get(key)
  if (known === undefined) sums.set(key, one)
  else {
    known.total = add(known.total, one.total)
    known.rows.push(...one.rows)
  }
}

function factOf({ unit, year, item, measure, total, rows, column }: Sum, table: FactTable, preset: ImportPreset): PlacedFact {
  const at = pathOfCell(table, rows[0] as number, column)
  const from = cellName(rows[0] as number, column)
  const cells = rows.length === 1 ? from : `${from} 至 ${cellName(rows.at(-1) as number, column)} 中 ${rows.length} 行之和`
  return {
    fact: {
      id: `${at.join(' ')} ${item}`,
      unit,
      item,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      value: { kind: 'figure', value: formatDecimal(total), unit: measure },
      basis: preset.basis,
      source: preset.source === '' ? preset.label : preset.source,
      evidence: [{ name: `${table.file}${table.sheet === null ? '' : ` ${table.sheet}`} ${cells}`, page: null }],
      supersedes: null,
    },
    at,
  }
}

/** The row that has the unit and at least one of the columns. */
function findHead(table: FactTable, preset: ImportPreset): Head | null {
  const above = table.rows.slice(0, MOST_ROWS_ABOVE)
  for (const [row, cells] of above.entries()) {
    const words = cells.map(wordsOfHead)
    const find = (heads: readonly string[]): number => words.findIndex((word) => heads.includes(word))
    const unit = find(preset.unit)
    const columns = preset.columns.flatMap((column) => columnAt(column, cells, words, unitAbove(above.slice(0, row)) ?? preset.money))
    if (unit < 0 || columns.length === 0) continue
    const year = find(preset.year)
    const only = preset.only.map(({ heads, words: allowed }) => ({ at: find(heads), words: allowed })).filter(({ at }) => at >= 0)
    return { row, unit, year: year < 0 ? null : year, columns, only }
  }
  return null
}

function columnAt({ heads, item }: PresetColumn, cells: readonly string[], words: readonly string[], money: string): Head['columns'] {
  const at = words.findIndex((word) => heads.includes(word))
  return at < 0 ? [] : [{ at, item, measure: unitOfHead(cells[at] ?? '') ?? money }]
}

/** 单位：万元, above the head. */
function unitAbove(rows: readonly (readonly string[])[]): string | null {
  for (const cell of rows.flat()) {
    const said = /(?:金额)?单位[:：]\s*(\S{1,6})/.exec(plainCell(cell))?.[1]
    const unit = said === undefined ? null : unitOfCell(said)
    if (unit !== null) return unit
  }
  return null
}
