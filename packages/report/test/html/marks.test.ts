import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BlockMarks, stretchesOf } from '../../src/html/marks.ts'
import { mark } from './marked-text.ts'

const at = (original: string, segments: readonly (readonly [number, number, number])[] = []) => ({
  start: 100,
  end: 100 + original.length,
  line: 1,
  original,
  segments: segments.map(([tidy, original, length]) => ({ tidy, original, length })),
})
const ranges = (marks: BlockMarks, origin: ReturnType<typeof at>, length: number, base = 0) =>
  stretchesOf(marks, origin, length, base).map(({ mark: { number }, from, to }) => [number, from, to])

describe('where marks stand in the tidied text', () => {
  test('a text that is its own original', () => {
    expect(ranges(new BlockMarks([mark(1, 2, 4)]), at('支出12万元'), 6)).toEqual([[1, 2, 4]])
  })

  test('behind a number that the text leaves out', () => {
    // 一、支出12万元 without its number
    expect(ranges(new BlockMarks([mark(1, 4, 6)]), at('一、支出12万元', [[0, 2, 6]]), 6)).toEqual([[1, 2, 4]])
  })

  test('over a soft line break: from the first character to the last', () => {
    // 支出1 ⏎ 2万元 becomes 支出12万元
    const broken = at('支出1\n  2万元', [
      [0, 0, 3],
      [3, 6, 3],
    ])
    expect(ranges(new BlockMarks([mark(1, 2, 7)]), broken, 6)).toEqual([[1, 2, 4]])
  })

  test('what tidying left out has no place, what stands beside it is not drawn in', () => {
    const gap = at('支出----12', [
      [0, 0, 2],
      [2, 6, 2],
    ])
    expect(ranges(new BlockMarks([mark(1, 3, 5)]), gap, 4)).toEqual([])
    expect(ranges(new BlockMarks([mark(1, 4, 7)]), gap, 4)).toEqual([[1, 2, 3]])
  })

  test('a place where something is missing is a point', () => {
    expect(ranges(new BlockMarks([mark(1, 2, 2)]), at('支出12万元'), 6)).toEqual([[1, 2, 2]])
  })

  test('in a cell: offsets are those of the table', () => {
    const marks = new BlockMarks([mark(1, 8, 10), mark(2, 0, 3)])
    expect(ranges(marks, at('12万元'), 4, 8)).toEqual([[1, 0, 2]])
  })

  test('a cell broken over lines is marked in its own pieces, not in its neighbours', () => {
    // Two columns, the first broken: 预算 | 12 ⏎ 合计 | 34
    const cell = at('预算 12\n合计', [
      [0, 0, 2],
      [2, 6, 2],
    ])
    expect(ranges(new BlockMarks([mark(1, 3, 5)]), cell, 4)).toEqual([])
    expect(ranges(new BlockMarks([mark(1, 6, 8)]), cell, 4)).toEqual([[1, 2, 4]])
  })

  test('a row of a table is marked in every cell of it', () => {
    const marks = new BlockMarks([mark(1, 0, 9)])
    expect(ranges(marks, at('合计'), 2, 0)).toEqual([[1, 0, 2]])
    expect(ranges(marks, at('1234'), 4, 3)).toEqual([[1, 0, 4]])
    expect(ranges(marks, at('77'), 2, 20)).toEqual([])
  })

  test('whatever the marks, those near a range are those that touch it', () => {
    const some = fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 20 })
    fc.assert(
      fc.property(some, fc.nat(60), fc.integer({ min: 1, max: 20 }), (list, start, length) => {
        const all = list.map(([from, long], number) => mark(number, from, from + long))
        const near = new BlockMarks(all).touching(start, start + length)
        const end = start + length
        const wanted = all.filter((m) => (m.start === m.end ? m.start >= start && m.start <= end : m.end > start && m.start < end))
        expect(near.map(({ number }) => number).sort()).toEqual(wanted.map(({ number }) => number).sort())
      }),
    )
  })
})
