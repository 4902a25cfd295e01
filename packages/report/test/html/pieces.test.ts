import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf } from '../../src/html/pieces.ts'
import { mark } from './marked-text.ts'

const cut = (text: string, list: readonly (readonly [number, number])[]) =>
  piecesOf(
    text,
    list.map(([from, to], at) => ({ mark: mark(at + 1, from, to), from, to })),
  )
const shown = (text: string, list: readonly (readonly [number, number])[]) =>
  cut(text, list).map((piece) => [piece.text, piece.marks.map(({ number }) => number).join(' ')])

describe('a text cut at its marks', () => {
  test('marks that overlap share the piece between them', () => {
    expect(
      shown('abcdef', [
        [0, 4],
        [2, 6],
      ]),
    ).toEqual([
      ['ab', '1'],
      ['cd', '1 2'],
      ['ef', '2'],
    ])
  })

  test('a mark inside another', () => {
    expect(
      shown('abcdef', [
        [1, 5],
        [2, 3],
      ]),
    ).toEqual([
      ['a', ''],
      ['b', '1'],
      ['c', '1 2'],
      ['de', '1'],
      ['f', ''],
    ])
  })

  test('a missing thing is a piece without text', () => {
    expect(shown('ab', [[1, 1]])).toEqual([
      ['a', ''],
      ['', '1'],
      ['b', ''],
    ])
    expect(shown('', [[0, 0]])).toEqual([['', '1']])
  })

  test('a character of two halves stays whole', () => {
    expect(shown('a😀b', [[2, 4]])).toEqual([
      ['a', ''],
      ['😀b', '1'],
    ])
    expect(shown('a😀b', [[0, 2]])).toEqual([
      ['a😀', '1'],
      ['b', ''],
    ])
  })

  test('nothing is lost, doubled or moved, and each mark starts and ends once', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 })
    const list = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 8 })
    fc.assert(
      fc.property(text, list, (words, ranges) => {
        const pieces = cut(
          words,
          ranges.map(([from, length]) => [from, from + length] as const),
        )
        expect(pieces.map((piece) => piece.text).join('')).toBe(words)
        for (const [at] of ranges.entries()) {
          expect(pieces.filter(({ starts }) => starts.some(({ number }) => number === at + 1))).toHaveLength(1)
          expect(pieces.filter(({ ends }) => ends.some(({ number }) => number === at + 1))).toHaveLength(1)
        }
      }),
    )
  })
})
