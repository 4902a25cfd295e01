/** One part of a Word file (the document, its footnotes) to paragraphs and tables, in one pass over the XML. */
import { type Attributes, PACKAGE_LIMITS, type Package, readXmlPart } from '@jiheng/ooxml'
import type { DraftBlock, DraftCell, DraftParagraph, DraftTable } from './draft.ts'
import type { Numbering } from './numbering.ts'
import type { Styles } from './styles.ts'

export interface PartContext {
  readonly styles: Styles
  readonly numbering: Numbering
  /** Footnotes and endnotes by kind and id: `footnote 2`. */
  readonly notes: ReadonlyMap<string, readonly DraftBlock[]>
}

export interface PartRead {
  /** What stands outside any note. */
  readonly blocks: readonly DraftBlock[]
  /** The notes of a part of notes, by kind and id. */
  readonly notes: ReadonlyMap<string, readonly DraftBlock[]>
  /** Tracked insertions and deletions. */
  readonly changes: number
}

/** Rejects with PackageRefused. */
export async function readWordPart(pack: Package, part: string, context: PartContext): Promise<PartRead> {
  const reader = new PartReader(part, context)
  await readXmlPart(pack, part, reader, PACKAGE_LIMITS.maxXmlDepth)
  return { blocks: reader.blocks, notes: reader.notes, changes: reader.changes }
}

/** Elements whose text is not shown, or is shown elsewhere: the second version of a picture or text box, what was deleted, ruby. */
const UNSEEN = new Set('Fallback del moveFrom instrText delText rt binData pgNum rPrChange tblPrChange tcPrChange trPrChange'.split(' '))
/** The lines that Word draws above notes. */
const LINES_OF_NOTES = new Set(['separator', 'continuationSeparator', 'continuationNotice'])

/** Boxes and ticks of the Wingdings fonts. */
const SYMBOLS: Readonly<Record<string, string>> = { F052: '☑', F0FE: '☑', F0FC: '√', F0A8: '□', F06F: '□', F0A3: '□' }

interface OpenTable {
  readonly table: DraftTable
  /** The row was deleted. */
  isGone: boolean
}

class PartReader {
  readonly blocks: DraftBlock[] = []
  readonly notes = new Map<string, DraftBlock[]>()
  changes = 0
  readonly #part: string
  readonly #context: PartContext
  /** Where finished blocks go: the body, a cell, a text box. */
  readonly #targets: DraftBlock[][]
  readonly #tables: OpenTable[] = []
  readonly #paragraphs: DraftParagraph[] = []
  /** Runs seen in each open paragraph, and how much text of the last one. */
  readonly #runs: { count: number; text: number }[] = []
  readonly #hung = new Set<string>()
  #paragraphCount = 0
  /** Open elements inside one that is not seen, itself counted. */
  #unseen = 0
  #unseenParagraphs = 0
  #isText = false
  #isHidden = false
  /** Inside w:pPr, whose own run properties are of the mark. */
  #properties: { style: string | null; list: string | null; level: number | null } | null = null
  #isInRowProperties = false

  constructor(part: string, context: PartContext) {
    this.#part = part
    this.#context = context
    this.#targets = [this.blocks]
  }

  readonly open = (name: string, at: Attributes): void => {
    if (this.#unseen > 0) this.#openUnseen(name)
    else if (this.#properties) this.#openProperty(name, at)
    else if (UNSEEN.has(name)) this.#skip(name)
    else this.#openElement(name, at)
  }

  readonly close = (name: string): void => {
    if (this.#unseen > 0) {
      this.#unseen--
      if (name === 'p') this.#unseenParagraphs--
      return
    }
    switch (name) {
      case 'pPr':
        this.#closeProperties()
        break
      case 'trPr':
        this.#isInRowProperties = false
        break
      case 't':
        this.#isText = false
        break
      case 'r':
        this.#isHidden = false
        break
      case 'num':
        this.#write('/')
        break
      case 'p':
        this.#closeParagraph()
        break
      case 'tc':
      case 'txbxContent':
      case 'footnote':
      case 'endnote':
        if (this.#targets.length > 1) this.#targets.pop()
        break
      case 'tr':
        this.#closeRow()
        break
      case 'tbl':
        this.#closeTable()
    }
  }

  readonly text = (text: string): void => {
    if (!this.#isText || this.#unseen > 0) return
    const run = this.#runs.at(-1)
    const at = run?.text ?? 0
    if (run) run.text += text.length
    if (!this.#isHidden) this.#write(text.replace(/[\t\r\n]/g, ' '), at)
  }

  #skip(name: string): void {
    this.#unseen = 1
    if (name !== 'del' && name !== 'moveFrom') return
    this.changes++
    const table = this.#tables.at(-1)
    if (this.#isInRowProperties && table) table.isGone = true
  }

  /** Paragraphs and runs are counted all the same: an index is the place among all opening tags. */
  #openUnseen(name: string): void {
    this.#unseen++
    if (name === 'p') {
      this.#paragraphCount++
      this.#unseenParagraphs++
    } else if (name === 'r' && this.#unseenParagraphs === 0) this.#countRun()
  }

  #countRun(): void {
    const run = this.#runs.at(-1)
    if (!run) return
    run.count++
    run.text = 0
  }

  #openElement(name: string, at: Attributes): void {
    switch (name) {
      case 'p':
        this.#openParagraph()
        break
      case 'pPr':
        if (this.#paragraphs.length > 0) this.#properties = { style: null, list: null, level: null }
        break
      case 'r':
        this.#countRun()
        break
      case 't':
        this.#isText = true
        break
      case 'vanish':
        this.#isHidden = isOn(at)
        break
      case 'ins':
      case 'moveTo':
        this.changes++
        break
      case 'footnoteReference':
      case 'endnoteReference':
        this.#hangNote(`${name.replace('Reference', '')} ${at.id ?? ''}`)
        break
      default:
        this.#openOther(name, at)
    }
  }

  #openOther(name: string, at: Attributes): void {
    switch (name) {
      case 'tab':
      case 'ptab':
        this.#write('\t')
        break
      case 'br':
        this.#break(at.type ?? '')
        break
      case 'cr':
        this.#write('\n')
        break
      case 'noBreakHyphen':
        this.#write('-')
        break
      case 'sym':
        this.#write(SYMBOLS[(at.char ?? '').toUpperCase()] ?? '●')
        break
      case 'txbxContent':
        this.#targets.push(this.#paragraphs.at(-1)?.after ?? this.#target())
        break
      case 'footnote':
      case 'endnote':
        this.#openNote(name, at)
        break
      default:
        this.#openTablePart(name, at)
    }
  }

  #openTablePart(name: string, at: Attributes): void {
    const row = this.#tables.at(-1)?.table.rows.at(-1)
    const cell = row?.cells.at(-1)
    switch (name) {
      case 'tbl':
        this.#tables.push({ table: { kind: 'table', rows: [] }, isGone: false })
        break
      case 'tr':
        this.#tables.at(-1)?.table.rows.push({ skipped: 0, cells: [] })
        break
      case 'trPr':
        this.#isInRowProperties = true
        break
      case 'gridBefore':
        if (row) row.skipped = bounded(at.val)
        break
      case 'tc':
        this.#openCell(row?.cells)
        break
      case 'gridSpan':
        if (cell) cell.colSpan = Math.max(1, bounded(at.val))
        break
      case 'vMerge':
        if (cell) cell.merge = at.val === 'restart' ? 'starts' : 'goes-on'
        break
      case 'hMerge':
        if (cell) cell.isRest = at.val !== 'restart'
    }
  }

  #openCell(cells: DraftCell[] | undefined): void {
    const cell: DraftCell = { colSpan: 1, merge: 'none', isRest: false, blocks: [] }
    cells?.push(cell)
    this.#targets.push(cell.blocks)
  }

  /** Paragraph properties; tracked marks of paragraphs and rows stand in properties as well. */
  #openProperty(name: string, at: Attributes): void {
    const properties = this.#properties
    const paragraph = this.#paragraphs.at(-1)
    if (!properties || !paragraph) return
    if (name === 'pStyle') properties.style = at.val ?? null
    else if (name === 'numId') properties.list = at.val ?? null
    else if (name === 'ilvl') properties.level = Number(at.val ?? 0)
    else if (name === 'pageBreakBefore') paragraph.isApart = isOn(at)
    else if (name === 'sectPr') paragraph.isApart = true
    else if (name === 'pPrChange' || name === 'rPrChange' || name === 'sectPrChange') this.#unseen = 1
    else if (name === 'del' || name === 'moveFrom') {
      this.changes++
      paragraph.isJoined = true
    } else if (name === 'ins') this.changes++
  }

  #closeProperties(): void {
    const properties = this.#properties
    const paragraph = this.#paragraphs.at(-1)
    this.#properties = null
    if (!properties || !paragraph) return
    const { styles, numbering } = this.#context
    paragraph.isContents = styles.isContents(properties.style)
    const ofStyle = styles.listOf(properties.style)
    const list = properties.list ?? ofStyle.list
    if (list === null || list === '0') return
    const own = properties.level ?? (properties.list === null ? ofStyle.level : null)
    const level = own ?? (ofStyle.owner === null ? 0 : numbering.levelOfStyle(list, ofStyle.owner))
    const number = numbering.next(list, level)
    if (number !== '') paragraph.pieces.push({ text: number, run: null, at: null })
  }

  #openParagraph(): void {
    const index = this.#paragraphCount++
    const part = this.#part
    this.#paragraphs.push({
      kind: 'paragraph',
      index,
      part,
      pieces: [],
      isContents: false,
      isApart: false,
      isJoined: false,
      after: [],
    })
    this.#runs.push({ count: 0, text: 0 })
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    this.#runs.pop()
    if (paragraph) this.#target().push(paragraph)
  }

  #closeRow(): void {
    const table = this.#tables.at(-1)
    if (table?.isGone) table.table.rows.pop()
    if (table) table.isGone = false
  }

  #closeTable(): void {
    const closed = this.#tables.pop()
    if (closed && closed.table.rows.length > 0) this.#target().push(closed.table)
  }

  #openNote(kind: string, at: Attributes): void {
    const blocks: DraftBlock[] = []
    if (!LINES_OF_NOTES.has(at.type ?? '')) this.notes.set(`${kind} ${at.id ?? ''}`, blocks)
    this.#targets.push(blocks)
  }

  /** A note is told once, however often it is referred to. */
  #hangNote(key: string): void {
    const blocks = this.#hung.has(key) ? [] : (this.#context.notes.get(key) ?? [])
    this.#hung.add(key)
    this.#paragraphs.at(-1)?.after.push(...blocks)
  }

  #break(type: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (type === 'page' && paragraph?.pieces.length === 0) paragraph.isApart = true
    else this.#write(type === 'page' ? '\n\n' : '\n')
  }

  #write(text: string, at: number | null = null): void {
    const paragraph = this.#paragraphs.at(-1)
    if (!paragraph) return
    paragraph.pieces.push({ text, run: Math.max(0, (this.#runs.at(-1)?.count ?? 0) - 1), at })
  }

  #target(): DraftBlock[] {
    return this.#targets.at(-1) as DraftBlock[]
  }
}

const isOn = (at: Attributes): boolean => at.val === undefined || !/^(0|false|off|none)$/.test(at.val)

const MOST_COLUMNS = 1000

function bounded(value: string | undefined): number {
  return /^\d{1,6}$/.test(value ?? '') ? Math.min(MOST_COLUMNS, Number(value)) : 0
}
