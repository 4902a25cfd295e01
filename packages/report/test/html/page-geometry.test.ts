import type { PageShape } from '@jiheng/ingest'
import { describe, expect, test } from 'vitest'
import { frameOf, shareOf, sizeOf, toPicture } from '../../src/html/page-geometry.ts'

/** 200 wide, 100 high, seen from (10, 20). */
const page = (turn: PageShape['turn']): PageShape => ({ number: 1, box: [10, 20, 210, 120], turn, rules: [] })

describe('from a page to its picture', () => {
  // Where the upper left corner of the page as it is stored comes to stand, the page being turned clockwise.
  test.each([
    [0, [0, 0]],
    [90, [100, 0]],
    [180, [200, 100]],
    [270, [0, 200]],
  ] as const)('turned by %i°', (turn, corner) => {
    expect(toPicture(page(turn), 10, 120)).toEqual(corner)
    expect(sizeOf(page(turn))).toEqual(turn % 180 === 0 ? { width: 200, height: 100 } : { width: 100, height: 200 })
  })

  test('a box keeps its size, its sides change with the turn', () => {
    expect(frameOf(page(0), [20, 100, 60, 110])).toEqual({ x: 10, y: 10, width: 40, height: 10 })
    expect(frameOf(page(90), [20, 100, 60, 110])).toEqual({ x: 80, y: 10, width: 10, height: 40 })
    expect(frameOf(page(270), [20, 100, 60, 110])).toEqual({ x: 10, y: 150, width: 10, height: 40 })
  })

  test('a page without size has one, so that nothing is divided by nothing', () => {
    expect(sizeOf({ ...page(0), box: [5, 5, 5, 5] })).toEqual({ width: 1, height: 1 })
  })

  test('a digit is half as wide as a character', () => {
    expect(shareOf('支出12', 2)).toBeCloseTo(2 / 3)
    expect(shareOf('', 0)).toBe(0)
  })
})
