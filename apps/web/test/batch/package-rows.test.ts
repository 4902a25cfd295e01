import type { DocumentItem } from '@jiheng/contract'
import { expect, test } from 'vitest'
import { packageRows } from '../../src/batch/package-rows.ts'

const file = (id: string, state: DocumentItem['state']): DocumentItem =>
  ({ id, state, organisation: { id: 'unit', name: '示例局' }, title: id, fileName: id, folder: '', unitPrinted: null }) as DocumentItem
const everything = { words: '', state: '', isOpenOnly: false } as const
const bar = { id: 'unit', name: '示例局', error: 0, warning: 0, info: 0, open: 0, documents: 1 }
const countsOf = (files: readonly DocumentItem[]) => {
  const [unit] = packageRows(files, everything, new Set(), [bar])
  return unit?.kind === 'unit' ? unit.counts : undefined
}

test('a unit whose files could not be audited has no figures: none is no nought', () => {
  expect(countsOf([file('scan', 'unread')])).toBeNull()
  expect(countsOf([file('scan', 'unread'), file('report', 'done')])).toEqual(bar)
})
