/** The numbers that a browser writes before the items of a list. */
import { formatNumber } from '../word/number-formats.ts'
import type { HtmlElement } from './tree.ts'

/** For the items of an ordered list, in order; '' where none is shown. */
export class ListNumbers {
  readonly #style: string
  #next: number

  constructor(list: HtmlElement) {
    this.#style = styleOf(list) ?? TYPES.get(list.attributes.type ?? '') ?? 'decimal'
    this.#next = wholeNumber(list.attributes.start) ?? 1
  }

  of(item: HtmlElement): string {
    const value = wholeNumber(item.attributes.value) ?? this.#next
    this.#next = value + 1
    return written(value, styleOf(item) ?? this.#style)
  }
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
])
const CHINESE = /^(cjk-ideographic|(simp|trad)-chinese-(in)?formal|cjk-decimal|japanese-informal)$/

function styleOf({ attributes }: HtmlElement): string | null {
  return /(?:^|[;\s])list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attributes.style ?? '')?.[1]?.toLowerCase() ?? null
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null
}

/** CSS names of what Word has other names for. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['lower-alpha', 'lowerLetter'],
  ['lower-latin', 'lowerLetter'],
  ['upper-alpha', 'upperLetter'],
  ['upper-latin', 'upperLetter'],
  ['lower-roman', 'lowerRoman'],
  ['upper-roman', 'upperRoman'],
])

function written(value: number, style: string): string {
  if (style === 'none' || style === 'disc' || style === 'circle' || style === 'square') return ''
  if (value < 1) return `${value}. `
  return CHINESE.test(style) ? `${formatNumber(value, 'chineseCounting')}、` : `${formatNumber(value, FORMATS.get(style) ?? 'decimal')}. `
}
