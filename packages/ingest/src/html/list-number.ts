/** The numbers that a browser writes before the items of a list. */
import type { HtmlElement } from './tree.ts'

/** For the items of an ordered list, in order; '' where none is shown. */
export class ListNumbers {
  readonly #style: string
  #next: number

  constructor(list: HtmlElement) {
    this.#style = styleOf(list) ?? TYPES[list.attributes.type ?? ''] ?? 'decimal'
    this.#next = wholeNumber(list.attributes.start) ?? 1
  }

  of(item: HtmlElement): string {
    const value = wholeNumber(item.attributes.value) ?? this.#next
    this.#next = value + 1
    return written(value, styleOf(item) ?? this.#style)
  }
}

const TYPES: Readonly<Record<string, string>> = { a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman' }
const CHINESE = /^(cjk-ideographic|(simp|trad)-chinese-(in)?formal|cjk-decimal|japanese-informal)$/

function styleOf({ attributes }: HtmlElement): string | null {
  return /(?:^|[;\s])list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attributes.style ?? '')?.[1]?.toLowerCase() ?? null
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null
}

function written(value: number, style: string): string {
  if (style === 'none' || style === 'disc' || style === 'circle' || style === 'square') return ''
  if (value < 1) return `${value}. `
  if (CHINESE.test(style)) return `${chinese(value)}、`
  if (style === 'lower-alpha' || style === 'lower-latin') return `${letters(value).toLowerCase()}. `
  if (style === 'upper-alpha' || style === 'upper-latin') return `${letters(value)}. `
  if (style === 'lower-roman') return `${roman(value).toLowerCase()}. `
  return style === 'upper-roman' ? `${roman(value)}. ` : `${value}. `
}

const DIGITS = '〇一二三四五六七八九'

/** Up to 99 in words, digit by digit beyond. */
function chinese(value: number): string {
  if (value > 99) return [...String(value)].map((digit) => DIGITS.charAt(Number(digit))).join('')
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const front = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS.charAt(tens)}十`
  return front + (ones === 0 ? '' : DIGITS.charAt(ones))
}

function letters(value: number): string {
  let name = ''
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  if (value > 400) return String(value)
  let rest = value
  let text = ''
  for (const [worth, sign] of ROMAN) for (; rest >= worth; rest -= worth) text += sign
  return text
}
