import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowAfter } from '../../src/parts/table/use-active-row.ts'
import { rowHeight, windowOf } from '../../src/parts/table/use-window.ts'

test('every row in sight is in the window, and the window is inside the list', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: 0, max: 2_000 }), fc.nat(20_000), (top, height, count) => {
      const { from, to } = windowOf(top, height, count)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(count)
      const lastInSight = Math.min(count, top + Math.ceil(height / rowHeight))
      if (top < count) {
        expect(from).toBeLessThanOrEqual(top)
        expect(to).toBeGreaterThanOrEqual(lastInSight)
      }
    }),
  )
})

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['PageDown', 2, 7],
  ['PageUp', 7, 2],
  ['Home', 7, 0],
  ['End', 2, 9],
])('%s from row %i of ten leads to row %i', (key, from, to) => {
  expect(rowAfter(key, from, 10, 5)).toBe(to)
})

test('other keys and empty lists move nothing', () => {
  expect(rowAfter('a', 3, 10, 5)).toBeNull()
  expect(rowAfter('End', -1, 0, 5)).toBeNull()
})
