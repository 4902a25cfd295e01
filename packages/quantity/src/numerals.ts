/** What each Chinese numeral character is worth: one table for reading single texts and for scanning. */

/** A digit, a place (十 百 千), a step (万 亿) or the two joined tens (廿 卅). */
export type Numeral =
  | { readonly kind: 'digit'; readonly value: bigint; readonly isCapital: boolean }
  | { readonly kind: 'place'; readonly power: number; readonly isCapital: boolean }
  | { readonly kind: 'step'; readonly power: number; readonly isCapital: boolean }
  | { readonly kind: 'tens'; readonly value: bigint; readonly isCapital: boolean }

const SMALL_DIGITS = ['〇零○', '一', '二两', '三', '四', '五', '六', '七', '八', '九']
const CAPITAL_DIGITS = ['', '壹弌', '贰貳', '叁參', '肆', '伍', '陆陸', '柒', '捌', '玖']

const numerals = new Map<number, Numeral>()

function put(characters: string, numeral: Numeral): void {
  for (const character of characters) numerals.set(character.charCodeAt(0), numeral)
}

SMALL_DIGITS.forEach((characters, value) => {
  put(characters, { kind: 'digit', value: BigInt(value), isCapital: false })
})
CAPITAL_DIGITS.forEach((characters, value) => {
  put(characters, { kind: 'digit', value: BigInt(value), isCapital: true })
})
put('十', { kind: 'place', power: 1, isCapital: false })
put('百', { kind: 'place', power: 2, isCapital: false })
put('千', { kind: 'place', power: 3, isCapital: false })
put('拾', { kind: 'place', power: 1, isCapital: true })
put('佰', { kind: 'place', power: 2, isCapital: true })
put('仟', { kind: 'place', power: 3, isCapital: true })
put('万萬', { kind: 'step', power: 4, isCapital: false })
put('亿億', { kind: 'step', power: 8, isCapital: false })
put('廿', { kind: 'tens', value: 20n, isCapital: false })
put('卅', { kind: 'tens', value: 30n, isCapital: false })

/** The numeral of a UTF-16 code unit, if it is one. */
export function numeralOf(code: number): Numeral | undefined {
  return numerals.get(code)
}

/** All code units that are numerals. */
export function numeralCodes(): readonly number[] {
  return [...numerals.keys()]
}
