/** The units that are stated for a whole table: above it ("单位：户、%、万元", "……表（万元、%）"), in its first rows, or in the head of its form. */
import type { Block } from '@jiheng/ingest'
import { dimensionOf, type UnitId, unitsBySymbol } from '@jiheng/quantity'
import { bare } from './table-cell.ts'

export interface TableUnits {
  /** What the figures of the table are in where their column says nothing else; null = not said. */
  readonly main: UnitId | null
  /** Stated beside money: they belong to the columns that count. */
  readonly counts: readonly UnitId[]
}

type Table = Extract<Block, { kind: 'table' }>

const STATED =
  /(?:单位[:：]|[（(](?:单位[:：]?)?)((?:[^\s、，,/／;；（()）:：\d]{1,4}[、，,/／;；]){0,4}[^\s、，,/／;；（()）:：\d]{1,4})[）)]?$/
const SEPARATOR = /[、，,/／;；]/
const CAPTION = 60
const BLOCKS_BACK = 4
const FORM_HEAD_ROWS = 3
const FIRST_ROWS = 3
const UNIT_LABEL = /^(?:金额|货币)单位$/

export function unitsOfTable(blocks: readonly Block[], index: number): TableUnits {
  const table = blocks[index] as Table
  const above = unitsAbove(blocks, index)
  if (table.unit === null) return above ?? { main: unitBeside(table), counts: [] }
  return { main: table.unit, counts: above?.main === table.unit ? above.counts : [] }
}

/** From the lines right above, or from the small table that opens the form. */
function unitsAbove(blocks: readonly Block[], index: number): TableUnits | null {
  for (let at = index - 1; at >= Math.max(0, index - BLOCKS_BACK); at--) {
    const block = blocks[at] as Block
    if (block.kind === 'attachment') return null
    if (block.kind === 'table') return block.rows.length <= FORM_HEAD_ROWS && block.unit !== null ? { main: block.unit, counts: [] } : null
    const words = bare(block.text)
    if (words.length > CAPTION) return null
    const stated = statedIn(words)
    if (stated !== null) return stated
  }
  return null
}

function statedIn(words: string): TableUnits | null {
  const list = STATED.exec(words)?.[1]?.split(SEPARATOR) ?? []
  const units = list.map((symbol) => unitsBySymbol(symbol.replace(/^人民币/, ''))[0]?.id ?? null)
  if (units.length === 0 || units.includes(null)) return null
  const isOf =
    (dimension: string): ((unit: UnitId | null) => boolean) =>
    (unit) =>
      unit !== null && dimensionOf(unit) === dimension
  const money = units.find(isOf('money')) ?? null
  const counts = units.filter((unit): unit is UnitId => unit !== null && !['money', 'ratio', 'point'].some((kind) => isOf(kind)(unit)))
  return { main: money ?? (counts.length === 1 ? (counts[0] ?? null) : null), counts }
}

/** "金额单位 | 元" among the first rows of a form. */
function unitBeside(table: Table): UnitId | null {
  for (const cells of table.rows.slice(0, FIRST_ROWS)) {
    const at = cells.findIndex(({ text }) => UNIT_LABEL.test(bare(text)))
    const unit = at < 0 ? undefined : unitsBySymbol(bare(cells[at + 1]?.text ?? ''))[0]?.id
    if (unit !== undefined && dimensionOf(unit) === 'money') return unit
  }
  return null
}
