/** Automatic numbers as Word shows them (ECMA-376 part 1, 17.18.59 ST_NumberFormat). */

/** `value` from 0. Formats that this table does not know are shown in Arabic figures, as Word does with unknown ones. */
export function formatNumber(value: number, format: string): string {
  // The name comes from the file: it may be that of something every object has.
  return Object.hasOwn(FORMATS, format) ? (FORMATS[format] as (value: number) => string)(value) : String(value)
}

const DIGITS = '〇一二三四五六七八九'

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460, 20),
  ideographEnclosedCircle: (value) => enclosed(value, 0x3220, 10),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488, 20),
  chineseCounting: (value) => counting(value, DIGITS, '十百千'),
  chineseCountingThousand: (value) => counting(value, DIGITS, '十百千'),
  // LibreOffice and Japanese or Taiwanese templates write these for 一二三.
  japaneseCounting: (value) => counting(value, DIGITS, '十百千'),
  taiwaneseCounting: (value) => counting(value, DIGITS, '十百千'),
  taiwaneseCountingThousand: (value) => counting(value, DIGITS, '十百千'),
  koreanCounting: (value) => counting(value, DIGITS, '十百千'),
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: (value) => counting(value, '零壹贰叁肆伍陆柒捌玖', '拾佰仟'),
  ideographLegalTraditional: (value) => counting(value, '零壹貳參肆伍陸柒捌玖', '拾佰仟'),
  japaneseLegal: (value) => counting(value, '零壱弐参四伍六七八九', '拾百千'),
  ideographTraditional: (value) => oneOf(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => oneOf(value, '子丑寅卯辰巳午未申酉戌亥'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  numberInDash: (value) => `- ${value} -`,
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

function enclosed(value: number, first: number, length: number): string {
  return value >= 1 && value <= length ? String.fromCharCode(first + value - 1) : String(value)
}

/** Up to 9999; 十一 and not 一十一. */
function counting(value: number, digits: string, places: string): string {
  if (value === 0) return digits.charAt(0)
  if (value > 9999) return String(value)
  let words = ''
  let isGap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) isGap = words !== ''
    else {
      if (isGap) words += digits.charAt(0) === '〇' ? '零' : digits.charAt(0)
      isGap = false
      words += digits.charAt(digit) + (place > 0 ? places.charAt(place - 1) : '')
    }
  }
  return digits === DIGITS && value >= 10 && value < 20 ? words.slice(1) : words
}

/** 二〇 for 20; the first ten are as counted. */
function digitByDigit(value: number): string {
  return value === 10 ? '十' : String(value).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)))
}

function oneOf(value: number, signs: string): string {
  return signs.charAt(value - 1) || String(value)
}

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
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
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let words = ''
  for (const [size, sign] of ROMAN) {
    while (rest >= size) {
      words += sign
      rest -= size
    }
  }
  return words
}

/** A … Z, AA, BB … as Word goes on. */
function letters(value: number, first: string): string {
  if (value < 1 || value > 780) return String(value)
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26))
  return letter.repeat(Math.ceil(value / 26))
}
