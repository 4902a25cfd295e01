/** How binary workbooks keep short numbers and errors. */

/** Thirty bits: a whole number or the front of a float, and whether it is divided by 100. */
export function shortNumber(bits: number): number {
  const number = bits & 2 ? bits >> 2 : floatOf(bits & 0xfffffffc)
  return bits & 1 ? number / 100 : number
}

function floatOf(high: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(0, high >>> 0)
  return view.getFloat64(0)
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

export const errorName = (code: number): string => ERRORS[code] ?? '#N/A'
