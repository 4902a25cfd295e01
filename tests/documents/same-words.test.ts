/** What the browser calls a kind of fault is what the printed lists call it: the browser may not import the room that prints. */
import { kindWords } from '@jiheng/report/summary'
import { expect, test } from 'vitest'
import { kinds } from '../../apps/web/src/wording/finding.ts'

test('each kind of fault has one name, on the page and on paper', () => {
  expect(kinds).toEqual(kindWords)
})
