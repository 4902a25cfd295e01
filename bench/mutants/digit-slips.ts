/** Slips inside the digits of a figure. */
import type { Change, Site, Slip } from './slip.ts'

const plainFigure = /^\d+(\.\d+)?$/
const groupedFigure = /^\d{1,3}([,，]\d{3})+(\.\d+)?$/

/** "867.60" → "867.6": the value as labels write it. */
export function canonical(text: string): string {
  const bare = text.replaceAll(/[,，]/g, '')
  return bare.includes('.') ? bare.replace(/0+$/, '').replace(/\.$/, '') : bare
}

/** One of the possible outcomes, the same one every time. */
function oneOf(site: Site, outcomes: readonly string[]): Change | null {
  const { operand, below } = site
  const fit = [...new Set(outcomes)].filter((text) => isWritten(text) && canonical(text) !== canonical(operand.text))
  const text = fit[below(fit.length)]
  if (text === undefined) return null
  return { start: operand.start, end: operand.end, to: text, figure: { text, value: canonical(text), unit: operand.unit } }
}

/** Nobody writes 0867 or 12. */
const isWritten = (text: string): boolean => (plainFigure.test(text) || groupedFigure.test(text)) && !/^0\d/.test(text)

const placesOf = (text: string): readonly number[] => [...text].flatMap((sign, i) => (/\d/.test(sign) ? [i] : []))
const withAt = (text: string, at: number, to: string, length = 1): string => text.slice(0, at) + to + text.slice(at + length)

export const transposedDigits: Slip = (site) => {
  const { text } = site.operand
  const swapped = placesOf(text)
    .filter((at) => /\d/.test(text[at + 1] ?? ''))
    .map((at) => withAt(text, at, `${text[at + 1]}${text[at]}`, 2))
  return oneOf(site, swapped)
}

export const wrongDigit: Slip = (site) => {
  const { text } = site.operand
  const numeral = chineseNumerals.indexOf(text)
  if (numeral >= 0) return otherNumeral(site, numeral)
  return oneOf(
    site,
    placesOf(text).flatMap((at) => [...'0123456789'].map((digit) => withAt(text, at, digit))),
  )
}

const chineseNumerals = '零一二三四五六七八九'

/** 三个方面 → 四个方面 */
function otherNumeral({ operand, below }: Site, numeral: number): Change {
  const other = 1 + ((numeral + below(8)) % 9)
  const text = chineseNumerals[other === numeral ? (other % 9) + 1 : other] ?? '九'
  return {
    start: operand.start,
    end: operand.end,
    to: text,
    figure: { text, value: String(chineseNumerals.indexOf(text)), unit: operand.unit },
  }
}

const isPlain = (site: Site): boolean => plainFigure.test(site.operand.text)

export const droppedDigit: Slip = (site) => {
  const { text } = site.operand
  return isPlain(site)
    ? oneOf(
        site,
        placesOf(text).map((at) => withAt(text, at, '')),
      )
    : null
}

export const doubledDigit: Slip = (site) => {
  const { text } = site.operand
  return isPlain(site)
    ? oneOf(
        site,
        placesOf(text).map((at) => withAt(text, at, `${text[at]}${text[at]}`)),
      )
    : null
}

export const shiftedPoint: Slip = (site) => {
  if (!isPlain(site)) return null
  const [whole = '', decimals = ''] = site.operand.text.split('.')
  const left = whole.length > 1 ? [`${whole.slice(0, -1)}.${whole.slice(-1)}${decimals}`] : []
  const right = decimals.length > 1 ? [`${whole}${decimals[0]}.${decimals.slice(1)}`] : [`${whole}${decimals || '0'}`]
  return oneOf(
    site,
    [...left, ...right].map((text) => text.replace(/^0+(?=\d)/, '')),
  )
}

/** A rate that was rounded wrongly: 1 to 9 units in its last place. */
export const wrongRounding: Slip = (site) => {
  const { text, unit } = site.operand
  if (!isPlain(site) || (unit !== 'percent' && unit !== 'percentage-point')) return null
  const decimals = (text.split('.')[1] ?? '').length
  const inLastPlace = Number(text.replace('.', ''))
  const off = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((step) => [inLastPlace - step, inLastPlace + step]).filter((n) => n >= 0)
  return oneOf(
    site,
    off.map((n) => {
      const digits = String(n).padStart(decimals + 1, '0')
      return decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits
    }),
  )
}
