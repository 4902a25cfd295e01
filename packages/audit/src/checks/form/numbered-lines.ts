/** The numbered headings and items of a report in order, with their values, and what stands between them. */
import type { Block } from '@jiheng/ingest'
import type { ClaimSet } from '../../claims/claim-set.ts'

export type NumberStyle = 'part' | 'section' | 'chinese' | 'chineseInBrackets' | 'arabic' | 'arabicInBrackets'

export interface NumberedLine {
  readonly block: number
  readonly style: NumberStyle
  readonly value: number
  readonly level: number
  readonly number: string
  /** Short enough to name a section. */
  readonly isTitle: boolean
  /** A title, a caption or an attachment stands before it: numbers may begin anew. */
  readonly opensPart: boolean
  /** A short line without a number stands between it and the numbered line before: 产出指标 above its own list. */
  readonly afterLabel: boolean
}

/** Months and classes that look like numbers of items: `3、4月份`, `一、二年级`. */
const NO_ITEM = /^[\s\u3000]*[一二三四五六七八九十\d]{1,3}(?:[年月日季级]|号楼|等奖)/
const LONGEST_TITLE = 24
const LONGEST_LABEL = 24

/** Of styles that are read in order: 1.1 counts with its own points, ① stands inside paragraphs more often than not. */
export function numberedLines(set: ClaimSet): readonly NumberedLine[] {
  const known = read.get(set) ?? readLines(set)
  read.set(set, known)
  return known
}

/** Several checks ask for the lines of one report. */
const read = new WeakMap<ClaimSet, readonly NumberedLine[]>()

function readLines(set: ClaimSet): readonly NumberedLine[] {
  const lines: NumberedLine[] = []
  let opensPart = true
  let afterLabel = false
  for (const [block, content] of set.report.blocks.entries()) {
    const line = lineOf(content, block, opensPart, afterLabel)
    if (line === 'part') opensPart = true
    if (line === 'part' || line === 'label') afterLabel = true
    if (typeof line === 'string') continue
    lines.push(line)
    opensPart = false
    afterLabel = false
  }
  return lines
}

function lineOf(content: Block, block: number, opensPart: boolean, afterLabel: boolean): NumberedLine | 'part' | 'label' | 'other' {
  if (content.kind === 'attachment') return 'part'
  if (content.kind === 'table') return 'other'
  const number = content.kind === 'heading' ? content.number : (content.lead?.number ?? null)
  if (number === null) {
    if (content.kind === 'heading') return 'part'
    return content.text.length <= LONGEST_LABEL && !/[。；]/.test(content.text) ? 'label' : 'other'
  }
  const title = titleOf(content)
  const level = content.kind === 'heading' ? content.level : (content.lead?.level ?? 0)
  const style = styleOf(number, level)
  const value = ordinalOf(number)
  if (style === null || value === 0 || NO_ITEM.test(title)) return 'other'
  const isTitle = content.kind === 'heading' || (content.lead?.title?.length ?? LONGEST_TITLE + 1) <= LONGEST_TITLE
  return { block, style, value, level, number, isTitle, opensPart, afterLabel }
}

/** Levels are those of the styles; 1.1 is as deep as a bracket and counts with its own points. */
const STYLES: readonly (NumberStyle | null)[] = [null, 'part', 'chinese', 'chineseInBrackets', 'arabic', 'arabicInBrackets']

function styleOf(number: string, level: number): NumberStyle | null {
  if (/[\d０-９]\s?[.．]\s?[\d０-９]/.test(number)) return null
  return level === 2 && number.startsWith('第') ? 'section' : (STYLES[level] ?? null)
}

const CHINESE = '一二三四五六七八九十'

/** Value of a number as written, up to 99; 0 when it cannot be told. */
function ordinalOf(number: string): number {
  const digits = /\d+|[一二三四五六七八九十]+/.exec(number.normalize('NFKC'))?.[0] ?? ''
  if (/^\d/.test(digits)) return Number(digits)
  const ten = digits.indexOf('十')
  if (ten < 0) return digits.length === 1 ? CHINESE.indexOf(digits) + 1 : 0
  const tens = ten === 0 ? 1 : CHINESE.indexOf(digits.charAt(ten - 1)) + 1
  return tens * 10 + (ten === digits.length - 1 ? 0 : CHINESE.indexOf(digits.charAt(ten + 1)) + 1)
}

/** The words behind the number. */
export function titleOf(content: Exclude<Block, { kind: 'table' | 'attachment' }>): string {
  return content.kind === 'heading' ? content.text : content.text.slice(content.lead?.number.length ?? 0)
}

/** Blocks and characters that are searched for a number; beyond them nobody can tell. */
const MAX_BLOCKS = 80
const MAX_CHARACTERS = 20_000

/** Whether a number of this value and style, of either kind of digit, stands inside the blocks `from` up to, not including, `to`. */
export function isPrintedBetween(set: ClaimSet, value: number, style: NumberStyle, from: number, to: number): boolean {
  if (to - from > MAX_BLOCKS) return true
  const form = formOf(value, style)
  let read = 0
  for (let at = from; at < to; at++) {
    const words = wordsOf(set.report.blocks[at])
    read += words.length
    if (read > MAX_CHARACTERS || form.test(words)) return true
  }
  return false
}

function formOf(value: number, style: NumberStyle): RegExp {
  const chinese = chineseOf(value)
  const isBracketed = style === 'chineseInBrackets' || style === 'arabicInBrackets'
  if (isBracketed) return new RegExp(`[（(]\\s?(?:${value}|${chinese})\\s?[）)]`)
  if (style === 'part' || style === 'section') return new RegExp(`第(?:${value}|${chinese})`)
  return new RegExp(`(?<![\\d.])${value}[、.．](?!\\d)|(?<![${CHINESE}])${chinese}、`)
}

/** All words of a block but its own number. */
function wordsOf(content: Block | undefined): string {
  switch (content?.kind) {
    case undefined:
      return ''
    case 'attachment':
      return content.title
    case 'table':
      return content.rows
        .slice(0, 200)
        .map((cells) => cells.map((cell) => cell.text).join('\n'))
        .join('\n')
    case 'heading':
    case 'paragraph':
      return titleOf(content)
  }
}

export function chineseOf(value: number): string {
  if (value <= 10) return CHINESE.charAt(value - 1)
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens === 1 ? '' : CHINESE.charAt(tens - 1)}十${ones === 0 ? '' : CHINESE.charAt(ones - 1)}`
}
