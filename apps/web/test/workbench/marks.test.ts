import type { ViewBlock, ViewMark } from '@jiheng/contract'
import { expect, test } from 'vitest'
import { createMarkStore } from '../../src/workbench/paper/mark-store.ts'
import { paperItems } from '../../src/workbench/paper/paper-items.ts'

const mark = (id: string, finding: string, isAccused: boolean, severity: ViewMark['severity'] = 'error'): ViewMark => ({
  id,
  finding,
  number: 1,
  severity,
  isAccused,
  page: null,
  boxes: [],
})
const none = { current: null, hidden: new Set<string>(), settled: new Set<string>(), repair: null }
const store = () => createMarkStore([mark('1.0', 'a', true), mark('1.1', 'a', false), mark('2.0', 'b', true, 'warning')])

test('accused words carry their severity; words that a finding only stands on show when it is looked at', () => {
  const marks = store()
  expect(marks.lookOf(['1.0'])).toBe('mark mark-error')
  expect(marks.lookOf(['1.1'])).toBe('mark')
  marks.set({ ...none, current: 'a' })
  expect(marks.lookOf(['1.0'])).toBe('mark mark-error is-current')
  expect(marks.lookOf(['1.1'])).toBe('mark is-quoted')
  expect(marks.lookOf(['1.0', '1.1'])).toContain('is-current')
})

test('what is filtered away is not shown, what is settled is paler', () => {
  const marks = store()
  marks.set({ ...none, hidden: new Set(['a']), settled: new Set(['b']) })
  expect(marks.lookOf(['1.0'])).toBe('mark')
  expect(marks.findingAt(['1.0'])).toBe(null)
  expect(marks.lookOf(['2.0'])).toBe('mark mark-warning is-settled')
})

test('the repair stands behind the accused words of the current finding alone', () => {
  const marks = store()
  const repair = { from: '1', to: '2' }
  marks.set({ ...none, current: 'a', repair })
  expect(marks.repairAt(['1.0'])).toBe(repair)
  expect(marks.repairAt(['1.1'])).toBe(null)
  expect(marks.repairAt(['2.0'])).toBe(null)
})

test('a step to the next finding is heard at the marks of these two alone', () => {
  const marks = store()
  const heard: string[] = []
  for (const id of ['1.0', '1.1', '2.0', '3.0']) marks.subscribe([id], () => heard.push(id))
  const leave = marks.subscribe(['2.0', '1.0'], () => heard.push('both'))
  marks.set({ ...none, current: 'a' })
  expect(heard).toEqual(['1.0', 'both', '1.1'])
  expect([marks.changedAt(['1.0']), marks.changedAt(['2.0']), marks.changedAt(['2.0', '1.1'])]).toEqual([1, 0, 1])
  leave()
  marks.set({ ...none, current: 'b' })
  expect(heard.slice(3)).toEqual(['1.0', '1.1', '2.0'])
  marks.set({ ...none, current: 'b', settled: new Set(['a']) })
  expect(heard.slice(6)).toEqual(['1.0', '1.1'])
})

const heading = (id: string, level: number): ViewBlock => ({ kind: 'heading', id, level, text: [{ text: id }] })

test('no rank of heading is skipped on the way down', () => {
  const blocks = [heading('a', 3), heading('b', 5), heading('c', 1)]
  const { items } = paperItems({ reports: [{ unit: null, title: null, blocks }] })
  expect(items.map((item) => (item.kind === 'block' ? item.rank : null))).toEqual([3, 4, 3])
})

test('a mark is known by the piece where it begins and the words where it ends', () => {
  const end = { text: '二', marks: ['1.0'] }
  const blocks: ViewBlock[] = [heading('a', 1), { kind: 'paragraph', id: 'p', text: [{ text: '一', marks: ['1.0'] }, { text: '。' }, end] }]
  const { itemOf, endOf } = paperItems({ reports: [{ unit: null, title: null, blocks }] })
  expect(itemOf.get('1.0')).toBe(1)
  expect(endOf.get('1.0')).toBe(end)
})
