/** Marks and texts as tests write them. */
import type { Finding, Quote } from '@jiheng/audit'
import type { Mark } from '../../src/html/marks.ts'

export const mark = (number: number, start: number, end: number, quote = 0): Mark => ({
  number,
  severity: 'error',
  title: '合计不符',
  quote,
  start,
  end,
})

export const quote = (start: number, end: number, more: Partial<Quote> = {}): Quote => ({
  text: '支出12万元',
  start,
  end,
  textStart: 0,
  report: 0,
  block: 0,
  ...more,
})

export const finding = (id: string, quotes: readonly Quote[], more: Partial<Finding> = {}): Finding => ({
  id,
  check: 'total-mismatch',
  kind: 'sum',
  severity: 'error',
  title: '合计与分项之和不一致',
  message: '请核对。',
  quotes,
  computation: '',
  steps: [],
  expected: null,
  repair: null,
  related: [],
  confidence: 1,
  ...more,
})
