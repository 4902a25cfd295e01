import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactValue } from '../../src/facts/fact.ts'
import type { ColumnNeed } from '../../src/kernel/column.ts'
import { tableReader } from '../../src/kernel/read-table.ts'

const needs: readonly ColumnNeed[] = [
  { item: 'executed', year: 'this', holds: { kind: 'figure', unit: 'wan-yuan', places: 2 } },
  { item: 'executed', year: 'last', holds: { kind: 'figure', unit: 'wan-yuan', places: 2 } },
  { item: 'done', year: 'this', holds: { kind: 'date' } },
  { item: 'rules', year: 'this', holds: { kind: 'checks', ids: ['a', 'b'] } },
  { item: 'worth', year: 'this', holds: { kind: 'class', ids: ['good', 'bad'] } },
  { item: 'given', year: 'this', holds: { kind: 'points', places: 4 } },
  { item: 'rate', year: 'this', holds: { kind: 'sparse' } },
]
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** All rows, in pieces of so many bytes. */
function read(text: string, piece = 1_000_000, rows = 3) {
  const units: string[] = []
  const values: number[][] = needs.map(() => [])
  const odd: [string, number, FactValue][] = []
  const sizes: number[] = []
  const reader = tableReader(needs, {
    decode,
    rows,
    take: (block, names) => {
      sizes.push(block.count)
      for (const [at, column] of block.columns.entries()) {
        values[at]?.push(...column.values.subarray(0, block.count))
        for (const [row, value] of column.odd) odd.push([needs[at]?.item ?? '', units.length + row, value])
      }
      units.push(...names)
    },
  })
  const bytes = encode(text)
  for (let from = 0; from < bytes.length; from += piece) reader.push(bytes.subarray(from, from + piece))
  const faults = reader.end()
  return { units, values, odd, sizes, faults }
}

const HEAD = '单位,executed(wan-yuan),last(executed)(wan-yuan),done,rules,worth,given,rate'

describe('a table of many units', () => {
  test('becomes columns of whole numbers, and what does not fit stands beside them', () => {
    const { units, values, odd, faults } = read(
      `${HEAD}\r\n甲局,12.5,-3,2024-01-02,a;b,good 0.9,2.25,\r\n"乙,局",0.001,不适用,未完成,b,bad 0,0,不适用\r\n\r\n丙局,,123456789012345678901,,,,,\r\n`,
    )
    expect(faults).toEqual([])
    expect(units).toEqual(['甲局', '乙,局', '丙局'])
    expect(values[0]).toEqual([1250, Number.NaN, Number.NaN])
    expect(values[1]).toEqual([-300, Number.POSITIVE_INFINITY, Number.NaN])
    expect(values[2]?.slice(1)).toEqual([Number.NEGATIVE_INFINITY, Number.NaN])
    expect(values[3]).toEqual([3, 2, Number.NaN])
    expect(values[4]).toEqual([9000, 100_000, Number.NaN])
    expect(values[5]).toEqual([22_500, 0, Number.NaN])
    expect(odd).toEqual([
      ['executed', 1, { kind: 'figure', value: '0.001', unit: 'wan-yuan' }],
      ['executed', 2, { kind: 'figure', value: '123456789012345678901', unit: 'wan-yuan' }],
      ['rate', 1, { kind: 'not-applicable', reason: '不适用' }],
    ])
  })

  test('is the same however it is cut, and blocks are never longer than asked', () => {
    const lines = Array.from({ length: 10 }, (_, i) => `单位${i},${i}.5,${i},2024-01-0${(i % 9) + 1},a,good 0.8,${i},`)
    const text = [HEAD, ...lines].join('\n')
    const whole = read(text)
    expect(whole.sizes).toEqual([3, 3, 3, 1])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), (piece) => {
        expect(read(text, piece)).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })

  test('tells every fault with its line and column', () => {
    const { faults, values } = read(
      '单位,executed,executed(yuan),last(executed)(wan-yuan),last(executed)(wan-yuan),nobody,given\n甲,1,2,１２,,3,x\n乙,1,1,1,1,1,1,1\n',
    )
    expect(faults.map(({ code, line, column }) => `${code} ${line} ${column}`)).toEqual([
      'no-unit 1 executed',
      'other-unit 1 executed(yuan)',
      'twice 1 last(executed)(wan-yuan)',
      'unknown-column 1 nobody',
      'bad-value 2 last(executed)(wan-yuan)',
      'bad-value 2 given',
      'too-many-cells 3 null',
    ])
    expect(values[0]).toEqual([Number.NaN, Number.NaN])
    expect(read('').faults).toMatchObject([{ code: 'no-head' }])
  })

  test.each(['1e5', '.5', '5.', '--1', '1,', '-', '0x10', '1.2.3', '=1+1', '\u0000'])('does not take %j for a figure', (cell) => {
    const { values } = read(`单位,executed(wan-yuan)\n甲,${cell.replace(',', '，')}\n`)
    expect(values[0]).toEqual([Number.NaN])
  })

  test('a line without an end does not fill the memory', () => {
    const reader = tableReader(needs, { decode, take: () => {} })
    for (let i = 0; i < 100; i += 1) reader.push(new Uint8Array(100_000).fill(49))
    expect(reader.end().some(({ code }) => code === 'too-long')).toBe(true)
  })
})
