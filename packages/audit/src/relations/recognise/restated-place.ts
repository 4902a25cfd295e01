/** What stands round a figure and says what it is about: captions of tables, names of forms, wordy cells, headings. */
import type { Block } from '@jiheng/ingest'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Column, TableReading, TableRow } from '../../claims/from-table.ts'
import { plainName } from './restated-words.ts'

type Table = Extract<Block, { kind: 'table' }>

/** How far above a table its caption may stand: a line of units may come between. */
const CAPTION_REACH = 3
const MAX_CAPTION = 40
const MAX_BESIDE = 16
/** Keys of a form that name the thing the whole form is about. */
const FORM_KEY = /^(?:项目|政策|专项)名称$/

export interface PlaceOfText {
  readonly text: string
  /** For a wordy cell: the label to its left, its row and the head of its column. */
  readonly beside: string
  readonly row: number
  readonly column: string
}

export interface Places {
  /** The wordy cell or block that a figure stands in. */
  textOf(figure: Figure): PlaceOfText
  rowOf(figure: Figure): { readonly table: TableReading; readonly row: TableRow; readonly column: Column | undefined } | null
  captionOf(block: number): string
  /** The project that a row of a form belongs to; '' outside forms. */
  formOf(block: number, row: number): string
  headingOf(figure: Figure): string
  /** `plainName` of a label, read once: a label names all cells of its row or column. */
  plainOf(label: string): string
}

export function placesOf(set: ClaimSet): Places {
  const tables = new Map(set.tables.map((table) => [table.block, table]))
  const captions = new Map<number, string>()
  const forms = new Map<number, readonly { readonly row: number; readonly name: string }[]>()
  const plain = new Map<string, string>()
  const blocks = set.report.blocks
  const captionOf = (block: number): string => remember(captions, block, () => findCaption(blocks, block))
  const formsOf = (block: number) => remember(forms, block, () => findForms(blocks[block] as Table))
  return {
    captionOf,
    formOf: (block, row) =>
      blocks[block]?.kind !== 'table' ? '' : (formsOf(block).findLast((form) => form.row <= row)?.name ?? formAbove(set, block, formsOf)),
    headingOf: (figure) => set.sections[figure.section]?.title ?? '',
    plainOf: (label) => remember(plain, label, () => plainName(label)),
    rowOf: (figure) => {
      if (figure.seat.kind !== 'cell') return null
      const table = tables.get(figure.claim.anchor.block)
      const row = table?.rows[figure.seat.row]
      if (table === undefined || row === undefined) return null
      return { table, row, column: table.heads[row.head]?.[figure.seat.column] }
    },
    textOf: (figure) => {
      const at = figure.claim.anchor.block
      const block = blocks[at]
      if (block === undefined || block.kind === 'attachment') return NOWHERE
      if (block.kind !== 'table') return { ...NOWHERE, text: block.text }
      return wordyCell(block, tables.get(at), figure.claim.anchor.start)
    },
  }
}

const NOWHERE: PlaceOfText = { text: '', beside: '', row: 0, column: '' }

function remember<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  const value = find()
  known.set(key, value)
  return value
}

function findCaption(blocks: readonly Block[], table: number): string {
  for (let at = table - 1; at >= Math.max(0, table - CAPTION_REACH); at--) {
    const block = blocks[at] as Block
    if (block.kind === 'table') return ''
    const text = block.kind === 'attachment' ? block.title : block.text
    if (text.length <= MAX_CAPTION && /[表况]/.test(text))
      return text.replace(/^(?:附?[表件]\s*[\d一二三四五六七八九十]*[：:、.\s]*)+/, '').replace(/[（(].*$/, '')
    if (block.kind === 'heading') return ''
  }
  return ''
}

function findForms(table: Table): { row: number; name: string }[] {
  const forms: { row: number; name: string }[] = []
  for (const [row, cells] of table.rows.entries()) {
    const key = cells.findIndex((cell) => FORM_KEY.test(cell.text.replace(/\s/g, '')))
    const name = cells[key + 1]?.text.replace(/\s/g, '') ?? ''
    const isForm = key >= 0 && key <= 1 && name.length >= 4 && !FORM_KEY.test(name) && cells.filter((cell) => cell.text !== '').length <= 4
    if (isForm && !/编码|预算|执行|金额|名称/.test(name)) forms.push({ row, name })
  }
  return forms
}

/** A form may go on in the next table. */
function formAbove(set: ClaimSet, block: number, formsOf: (block: number) => readonly { readonly name: string }[]): string {
  const above = set.report.blocks[block - 1]
  return above?.kind === 'table' ? (formsOf(block - 1).at(-1)?.name ?? '') : ''
}

/** The cell that holds an offset of its table, and the nearest label to its left. */
function wordyCell(table: Table, reading: TableReading | undefined, offset: number): PlaceOfText {
  const at = table.at.start + offset
  for (const [row, cells] of table.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell.at.start > at || cell.at.end <= at || cell.text === '') continue
      const beside = cells.slice(0, column).findLast((left) => /[\u3400-\u9fff]{2}/.test(left.text) && left.text.length <= MAX_BESIDE)
      const head = reading?.heads[reading.rows[row]?.head ?? -1]?.[column]?.text ?? ''
      return { text: cell.text, beside: (beside?.text ?? '').replace(/\s/g, ''), row, column: head }
    }
  }
  return NOWHERE
}
