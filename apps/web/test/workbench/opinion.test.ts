import type { Finding } from '@jiheng/contract'
import { expect, test } from 'vitest'
import { opinionOf } from '../../src/workbench/review/opinion.ts'

const quote = { text: '', from: 0, to: 0, mark: null, place: '第3行', line: 3, page: null, cell: null }
const finding = (rest: Partial<Finding> = {}): Finding => ({
  id: 'a',
  number: 1,
  report: 0,
  check: 'x',
  kind: 'sum',
  kindWords: '合计与分项',
  severity: 'error',
  title: '标题',
  message: '请核对。',
  computation: '',
  steps: [],
  citation: null,
  expected: '5',
  repair: null,
  quotes: [quote],
  related: [],
  status: 'returned',
  decisions: [],
  comments: 0,
  version: 1,
  ...rest,
})

test('only what was put on the list is said, numbered, in the words of the reviewer where there are any', () => {
  const by = { id: '', name: '' }
  const own = finding({ decisions: [{ status: 'returned', reason: '请补附表', by, at: '' }] })
  expect(opinionOf([finding(), finding({ status: 'dismissed' }), own])).toBe('1. 第3行：请核对。（应为 5）\n2. 第3行：请补附表')
})

test('what does not fit the field is counted', () => {
  const opinion = opinionOf(Array.from({ length: 400 }, () => finding()))
  expect(opinion.length).toBeLessThanOrEqual(2000)
  const kept = opinion.split('\n').length - 1
  expect(opinion.endsWith(`其余 ${400 - kept} 处见问题清单。`)).toBe(true)
})
