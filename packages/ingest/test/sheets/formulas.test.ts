/** Formulas in the notations of the formats, all to the one of cell names. */
import { describe, expect, test } from 'vitest'
import { formulaByNames as fromOds } from '../../src/sheets/ods/formula-by-names.ts'
import { formulaByNames as fromRelative } from '../../src/sheets/spreadsheetml/relative-formula.ts'
import { formulaText } from '../../src/sheets/xls/formula-tokens.ts'

describe('counted from their own cell (R1C1), here D5', () => {
  test.each([
    ['=SUM(R[-3]C:R[-1]C)', 'SUM(D2:D4)'],
    ['=RC[-1]/RC[-2]*100', 'C5/B5*100'],
    ['=R1C1+R2C[1]+R[1]C2', '$A$1+E$2+$B6'],
    ["='表 R1C1'!R[-4]C+表1!RC", "'表 R1C1'!D1+表1!D5"],
    ['=ROUND(RC,2)&"R1C1"', 'ROUND(D5,2)&"R1C1"'],
    ['=R[-9]C', null],
    ['=SUM(C[1])', null],
    ['=SUM(R1)', null],
  ])('%s is %s', (formula, named) => {
    expect(fromRelative(formula, 4, 3)).toBe(named)
  })
})

describe('of OpenDocument', () => {
  test.each([
    ['of:=SUM([.B2:.B4])', 'SUM(B2:B4)'],
    ["of:=[$'表 1'.B2]+[$表2.$C$3]", "'表 1'!B2+表2!$C$3"],
    ['of:=ROUND([.A1]/[.B1];2)', 'ROUND(A1/B1,2)'],
    ['of:="a;b"&[.A1]', '"a;b"&A1'],
    ['of:=[.#REF!]', null],
    ['msoxl:=A1', null],
  ])('%s is %s', (formula, named) => {
    expect(fromOds(formula)).toBe(named)
  })
})

describe('as tokens behind their operands, here C4', () => {
  const ref = (code: number, row: number, column: number, free = 0xc000) => [code, row & 255, row >> 8, column & 255, (column | free) >> 8]
  const area = (code: number, top: number, bottom: number, left: number, right: number, free = 0xc000) => [
    ...[code, top & 255, top >> 8, bottom & 255, bottom >> 8],
    ...[left & 255, (left | free) >> 8, right & 255, (right | free) >> 8],
  ]
  const text = (...tokens: readonly (readonly number[])[]) => {
    const bytes = Uint8Array.from(tokens.flat())
    return formulaText(new DataView(bytes.buffer), { row: 3, column: 2, sheetName: (index) => (index === 0 ? "他's" : null) })
  }

  test('operands and operators', () => {
    expect(text(ref(0x44, 0, 0), ref(0x24, 1, 1, 0), [0x03], [0x1e, 100, 0], [0x05])).toBe('A1+$B$2*100')
    expect(text(ref(0x44, 0, 0), ref(0x44, 1, 0), [0x04], [0x15], ref(0x44, 2, 0), [0x06], [0x14], [0x13])).toBe('-(A1-A2)/A3%')
  })

  test('functions, also the sum that is a hint', () => {
    expect(text(area(0x25, 0, 2, 1, 1), [0x19, 0x10, 0, 0])).toBe('SUM(B1:B3)')
    expect(text(area(0x25, 0, 2, 1, 1), ref(0x24, 5, 5), [0x22, 2, 5, 0])).toBe('AVERAGE(B1:B3,F6)')
    expect(text(ref(0x44, 0, 0), [0x1e, 2, 0], [0x41, 27, 0])).toBe('ROUND(A1,2)')
    expect(text([0x19, 0x40, 0, 1], ref(0x44, 0, 0), [0x21, 24, 0])).toBe('ABS(A1)')
  })

  test('references of a shared formula count from their own cell, down and up', () => {
    expect(text(ref(0x4c, 0xffff, 0xff), ref(0x4c, 1, 0), [0x03])).toBe('B3+C5')
    expect(text(area(0x2d, 0xfffd, 0xffff, 0, 0), [0x19, 0x10, 0, 0])).toBe('SUM(C1:C3)')
  })

  test('cells of other sheets, not of other workbooks', () => {
    expect(text([0x5a, 0, 0, 4, 0, 1, 0xc0])).toBe("'他''s'!B5")
    expect(text([0x5a, 9, 0, 4, 0, 1, 0xc0])).toBeNull()
  })

  test('anything else cannot be told', () => {
    for (const tokens of [[0x22, 3, 1, 0], [0x17, 1, 0, 65], [0x03], [0x44, 0], [0x23, 0, 0, 0, 0], [], [0x1e, 1, 0, 0x1e, 1, 0]]) {
      expect(text(tokens)).toBeNull()
    }
  })
})
