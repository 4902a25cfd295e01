/** The paragraphs and runs of a Word part with their offsets in the XML, counted as packages/ingest/src/word/read-part.ts counts them. */
import { attributeAt, charactersOf, scanXml, type Tag } from '@jiheng/ooxml'

/** A stretch of the XML, tags included. */
export interface Extent {
  readonly start: number
  readonly end: number
}

/** One stretch of characters of a text element. */
export interface TextSpan extends Extent {
  /** Offset of its first character in the text of the run. */
  readonly at: number
  readonly text: string
  readonly isCdata: boolean
  readonly element: TextElement
}

export interface TextElement {
  readonly tag: Tag
  end: number
  /** Stands in its run, not in something inside it (ruby). */
  readonly isDirect: boolean
}

export interface RunSpan {
  readonly tag: Tag
  /** Behind its properties. */
  contentStart: number
  /** Of its closing tag. */
  closeStart: number
  readonly texts: TextSpan[]
  /** What is marked where the run itself cannot be: the nearest element, from inside to outside, at a place where Word allows marks. The run's own extent where it can be. */
  readonly outer: Extent
  readonly canBeCut: boolean
}

export interface ParagraphSpan {
  readonly index: number
  readonly runs: RunSpan[]
  /** Where marks may stand in a paragraph without runs; null where none may. */
  emptyAt: number | null
  /** In a text box or the like: inside another paragraph. */
  readonly isInside: boolean
  /** Of a part of notes: `footnote 2`. */
  readonly note: string | null
}

export interface PartRuns {
  readonly root: Tag
  /** Of the wanted paragraphs, by index. */
  readonly paragraphs: ReadonlyMap<number, ParagraphSpan>
  /** The first paragraph that holds text where marks may stand; else the first paragraph. */
  readonly front: ParagraphSpan | null
  /** What refers to each note: where it may be marked, the first time. */
  readonly notes: ReadonlyMap<string, Extent>
  /** Ids that marks of comments have. */
  readonly commentIds: readonly string[]
}

/** Throws PackageRefused for XML that is not well formed: it has a root. */
export function scanRuns(xml: string, isWanted: (paragraph: number) => boolean): PartRuns {
  const scanner = new RunScanner(xml, isWanted)
  scanXml(xml, scanner)
  return scanner.finish()
}

/** As in the reader: elements whose text is not shown or shown elsewhere. */
const UNSEEN = new Set('Fallback del moveFrom instrText delText rt binData pgNum rPrChange tblPrChange tcPrChange trPrChange'.split(' '))
/** Inside a paragraph, marks may stand beside runs in these. */
const OPEN_INLINE = new Set('hyperlink smartTag sdt sdtContent customXml ins moveTo'.split(' '))
/** Content controls that hold one plain value: no marks inside. */
const PLAIN_CONTROLS = new Set('text date dropDownList comboBox picture checkbox dataBinding'.split(' '))

interface Frame {
  readonly tag: Tag
  readonly start: number
  /** Known when it is closed. */
  end: number
  /** A content control of one plain value. */
  isPlain: boolean
}

interface OpenParagraph {
  readonly span: ParagraphSpan
  run: RunSpan | null
  /** Length of the text of the run so far. */
  text: number
}

class RunScanner {
  readonly #xml: string
  readonly #isWanted: (paragraph: number) => boolean
  readonly #frames: Frame[] = []
  readonly #open: OpenParagraph[] = []
  readonly #runOfFrame = new Map<Frame, RunSpan>()
  readonly #paragraphs = new Map<number, ParagraphSpan>()
  readonly #notes = new Map<string, Extent>()
  readonly #commentIds: string[] = []
  #front: ParagraphSpan | null = null
  #first: ParagraphSpan | null = null
  #root: Tag | null = null
  #prefix: string | null = null
  #count = 0
  #unseen = 0
  #unseenParagraphs = 0
  #properties = 0
  #note: string | null = null
  #element: TextElement | null = null

  constructor(xml: string, isWanted: (paragraph: number) => boolean) {
    this.#xml = xml
    this.#isWanted = isWanted
  }

  finish(): PartRuns {
    const front = this.#front ?? this.#first
    return { root: this.#root as Tag, paragraphs: this.#paragraphs, front, notes: this.#notes, commentIds: this.#commentIds }
  }

  readonly open = (tag: Tag): void => {
    this.#root ??= tag
    this.#prefix ??= tag.name.slice(0, tag.name.length - tag.local.length)
    const frame: Frame = { tag, start: tag.start, end: tag.end, isPlain: false }
    this.#frames.push(frame)
    if (tag.local.startsWith('comment')) this.#commentIds.push(attributeAt(this.#xml, tag, 'id') ?? '')
    if (this.#unseen > 0) this.#openUnseen(tag.local)
    else if (this.#properties > 0) this.#properties++
    else if (UNSEEN.has(tag.local)) this.#unseen = 1
    else this.#openElement(tag, frame)
  }

  readonly close = (tag: Tag): void => {
    const frame = this.#frames.pop()
    if (!frame) return
    frame.end = tag.end
    if (this.#unseen > 0) {
      this.#unseen--
      if (tag.local === 'p') this.#unseenParagraphs--
    } else if (this.#properties > 0) {
      this.#properties--
      if (this.#properties === 0) this.#closeProperties(tag)
    } else this.#closeElement(tag, frame)
  }

  readonly text = (start: number, end: number, isCdata: boolean): void => {
    const element = this.#element
    const paragraph = this.#open.at(-1)
    if (!element || !paragraph || this.#unseen > 0) return
    const { text } = charactersOf(this.#xml.slice(start, end), isCdata)
    paragraph.run?.texts.push({ start, end, at: paragraph.text, text, isCdata, element })
    paragraph.text += text.length
  }

  #openUnseen(local: string): void {
    this.#unseen++
    if (local === 'p') {
      this.#count++
      this.#unseenParagraphs++
    } else if (local === 'r' && this.#unseenParagraphs === 0) this.#openRun(null)
  }

  #openElement(tag: Tag, frame: Frame): void {
    switch (tag.local) {
      case 'p':
        this.#openParagraph(tag)
        break
      case 'pPr':
        if (this.#open.length > 0) this.#properties = 1
        break
      case 'r':
        this.#openRun(frame)
        break
      case 't':
        this.#element = { tag, end: tag.end, isDirect: this.#isDirect() }
        break
      case 'footnote':
      case 'endnote':
        this.#note = `${tag.local} ${attributeAt(this.#xml, tag, 'id') ?? ''}`
        break
      case 'footnoteReference':
      case 'endnoteReference':
        this.#referTo(tag)
        break
      default:
        if (PLAIN_CONTROLS.has(tag.local)) this.#markPlain()
    }
  }

  #closeElement(tag: Tag, frame: Frame): void {
    switch (tag.local) {
      case 'p':
        this.#closeParagraph()
        break
      case 't':
        if (this.#element) this.#element.end = tag.end
        this.#element = null
        break
      case 'r':
      case 'rPr':
        this.#closeRunPart(tag, frame)
        break
      case 'footnote':
      case 'endnote':
        this.#note = null
    }
  }

  #openParagraph(tag: Tag): void {
    const index = this.#count++
    const isOutermost = this.#open.length === 0
    const emptyAt = isOutermost && !tag.isEmpty ? tag.end : null
    const span: ParagraphSpan = { index, runs: [], emptyAt, isInside: !isOutermost, note: this.#note }
    if (isOutermost) this.#first ??= span
    this.#open.push({ span, run: null, text: 0 })
  }

  #closeProperties(tag: Tag): void {
    const span = this.#open.at(-1)?.span
    if (span && span.emptyAt !== null) span.emptyAt = tag.end
  }

  #closeParagraph(): void {
    const closed = this.#open.pop()
    if (!closed) return
    const { span } = closed
    if (this.#isWanted(span.index)) this.#paragraphs.set(span.index, span)
    const isInTheOpen = this.#open.length === 0
    if (this.#front === null && isInTheOpen && span.runs.some(({ texts }) => texts.some(({ text }) => text.trim() !== '')))
      this.#front = span
  }

  /** null for one that is not seen: it is counted and holds nothing. */
  #openRun(frame: Frame | null): void {
    const paragraph = this.#open.at(-1)
    if (!paragraph) return
    const outer = this.#outerOf(frame)
    const tag = frame?.tag ?? (this.#frames.at(-1) as Frame).tag
    const canBeCut = frame !== null && outer === frame && !tag.isEmpty && this.#ofDocument(tag)
    const run: RunSpan = { tag, contentStart: tag.end, closeStart: tag.end, texts: [], outer, canBeCut }
    if (frame) this.#runOfFrame.set(frame, run)
    paragraph.span.runs.push(run)
    paragraph.run = run
    paragraph.text = 0
  }

  #closeRunPart(tag: Tag, frame: Frame): void {
    if (tag.local === 'r') {
      const run = this.#runOfFrame.get(frame)
      if (run) run.closeStart = tag.start
      this.#runOfFrame.delete(frame)
      return
    }
    const parent = this.#frames.at(-1)
    const run = parent && this.#runOfFrame.get(parent)
    if (run) run.contentStart = tag.end
  }

  /** From the outermost paragraph inwards, as far as marks may stand. */
  #outerOf(frame: Frame | null): Frame {
    const own = frame ?? (this.#frames.at(-1) as Frame)
    let at = this.#frames.findIndex(({ tag }) => tag.local === 'p') + 1
    for (; at < this.#frames.length; at++) {
      const one = this.#frames[at] as Frame
      if (one === own || !OPEN_INLINE.has(one.tag.local) || one.isPlain || !this.#ofDocument(one.tag)) return one
    }
    return own
  }

  #ofDocument(tag: Tag): boolean {
    return tag.name.length - tag.local.length === this.#prefix?.length && tag.name.startsWith(this.#prefix)
  }

  #isDirect(): boolean {
    const parent = this.#frames.at(-2)
    return parent !== undefined && this.#runOfFrame.get(parent) !== undefined
  }

  #referTo(tag: Tag): void {
    const key = `${tag.local.replace('Reference', '')} ${attributeAt(this.#xml, tag, 'id') ?? ''}`
    if (this.#open.length > 0 && !this.#notes.has(key)) this.#notes.set(key, this.#outerOf(null))
  }

  /** sdt > sdtPr > text */
  #markPlain(): void {
    const control = this.#frames.at(-3)
    if (this.#frames.at(-2)?.tag.local === 'sdtPr' && control?.tag.local === 'sdt') control.isPlain = true
  }
}
