/** What a cell shows: its number in the words of its format. */
import { type Digits, isZeroDigits, readDigits } from './digits.ts'
import { fixedNumber } from './fixed-number.ts'
import { type FormatSection, formatSections } from './format-sections.ts'
import { generalText } from './general.ts'
import { shownDate } from './shown-date.ts'

export interface NumberFormat {
  readonly sections: readonly FormatSection[]
  /** Shows a date or a time: its numbers are no amounts. */
  readonly isDate: boolean
}

export const GENERAL: NumberFormat = { sections: formatSections('General'), isDate: false }

/** `code` as in the file: `#,##0.00`. */
export function numberFormat(code: string): NumberFormat {
  const sections = formatSections(code)
  return { sections, isDate: sections.some(({ isDate }) => isDate) }
}

/** `number` as saved: "1234.5", "1.5E-7". Text that is no number comes back as it is. Blanks at the ends, which only set columns, are cut. */
export function shownNumber(number: string, { sections }: NumberFormat, is1904 = false): string {
  if (sections === GENERAL.sections && isShortWhole(number)) return number
  const digits = readDigits(number)
  if (!digits) return number
  const chosen = chooseSection(digits, sections)
  if (!chosen) return generalText(digits)
  if (chosen.section.isDate) return (shownDate(Number(number), chosen.section.tokens, is1904) ?? generalText(digits)).trim()
  const shown = fixedNumber(digits, chosen.section).trim()
  return chosen.needsSign && /[1-9]/.test(shown) ? `-${shown}` : shown
}

/** Shown as it is saved: most numbers of most files. */
const isShortWhole = (number: string): boolean => number.length < 12 && /^(0|-?[1-9]\d*)$/.test(number)

/** Text in a cell with this format: only a fourth section changes it. */
export function shownText(text: string, { sections }: NumberFormat): string {
  const section = sections[3] ?? (sections.length === 1 && sections[0]?.tokens.some(({ kind }) => kind === 'text') ? sections[0] : null)
  if (!section) return text
  return section.tokens.map((token) => (token.kind === 'text' ? text : token.kind === 'literal' ? token.text : '')).join('')
}

interface Chosen {
  readonly section: FormatSection
  /** A minus is shown in front of the section's own words. */
  readonly needsSign: boolean
}

function chooseSection(number: Digits, all: readonly FormatSection[]): Chosen | null {
  const sections = all.slice(0, 3)
  const [first, second, third] = sections as [FormatSection, FormatSection?, FormatSection?]
  const isNegative = number.isNegative && !isZeroDigits(number)
  if (sections.some(({ condition }) => condition)) return chooseByCondition(number, sections, isNegative)
  if (isZeroDigits(number) && third) return { section: third, needsSign: false }
  // A red figure without a minus is below zero all the same: colours are lost on the way.
  if (isNegative && second) return { section: second, needsSign: !showsSign(second) && hasPlaces(second) }
  return { section: first, needsSign: isNegative }
}

function chooseByCondition(number: Digits, sections: readonly FormatSection[], isNegative: boolean): Chosen | null {
  const value = Number(`${number.isNegative ? '-' : ''}${number.digits}e${number.exponent}`)
  const section = sections.find((one, i) => (one.condition ? meets(value, one.condition) : i === sections.length - 1 || i === 2))
  return section ? { section, needsSign: isNegative && !showsSign(section) } : null
}

function meets(value: number, { sign, value: bound }: NonNullable<FormatSection['condition']>): boolean {
  switch (sign) {
    case '<':
      return value < bound
    case '<=':
      return value <= bound
    case '>':
      return value > bound
    case '>=':
      return value >= bound
    case '=':
      return value === bound
    case '<>':
      return value !== bound
  }
}

const showsSign = ({ tokens }: FormatSection): boolean =>
  tokens.some((token) => token.kind === 'literal' && /[-－−(（△▲负减]/.test(token.text))

const hasPlaces = ({ tokens }: FormatSection): boolean => tokens.some(({ kind }) => kind === 'digit' || kind === 'general')
