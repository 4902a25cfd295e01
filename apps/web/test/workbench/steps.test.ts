import { expect, test } from 'vitest'
import { nextOf } from '../../src/workbench/findings/filter.ts'

const list = [
  { id: 'a', isOpen: true },
  { id: 'b', isOpen: false },
  { id: 'c', isOpen: true },
]
const isMeant = ({ isOpen }: (typeof list)[number]) => isOpen

test('steps stop at the ends', () => {
  expect(nextOf(list, 'a', 1)?.id).toBe('b')
  expect(nextOf(list, 'c', 1)).toBe(null)
  expect(nextOf(list, 'a', -1)).toBe(null)
})

test('the next open one is looked for all round, and never the same one', () => {
  expect(nextOf(list, 'c', 1, { isMeant, wraps: true })?.id).toBe('a')
  expect(nextOf(list, 'a', 1, { isMeant, wraps: true })?.id).toBe('c')
  expect(nextOf(list.slice(0, 2), 'a', 1, { isMeant, wraps: true })).toBe(null)
})

test('where nothing is chosen yet, the first step leads to the nearest end', () => {
  expect(nextOf(list, null, 1)?.id).toBe('a')
  expect(nextOf(list, null, -1)?.id).toBe('c')
  expect(nextOf([], null, 1, { wraps: true })).toBe(null)
})
