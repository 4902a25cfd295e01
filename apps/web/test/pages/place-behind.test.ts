import { expect, test } from 'vitest'
import { placeBehind } from '../../src/pages/place-behind.ts'

test('after signing in people are where they were', () => {
  expect(placeBehind('/documents?year=2025')).toBe('/documents?year=2025')
})

test.each([
  null,
  '',
  'documents',
  '//elsewhere.example/',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  'https://elsewhere.example/',
  'javascript:alert(1)',
  '/sign-in',
])('an address that leads away or nowhere is the first page: %s', (back) => {
  expect(placeBehind(back)).toBe('/')
})
