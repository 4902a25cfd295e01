import { describe, expect, it } from 'vitest'
import { holds } from '../../bench/labels/holds.ts'
import type { Formula, Operand } from '../../bench/labels/label.ts'
import { faultsOfLabels } from '../../bench/labels/label-faults.ts'
import { readLabels } from '../../bench/labels/read-labels.ts'

describe('the labels', () => {
  for (const report of readLabels()) {
    it(`of ${report.doc} lead to their figures, and their relations are as judged`, () => {
      expect(faultsOfLabels(report)).toEqual([])
    })
  }
})

describe('a labelled relation', () => {
  /** Figures as printed in the text, in order, with a unit each. */
  const figures = (text: string, units: readonly string[]): readonly Operand[] =>
    [...text.matchAll(/\d+(\.\d+)?/g)].map((found, i) => ({
      id: `o${i + 1}`,
      text: found[0],
      line: 1,
      start: found.index,
      end: found.index + found[0].length,
      value: found[0],
      unit: units[i] ?? 'wan-yuan',
      label: '',
      role: 'amount',
      period: null,
    }))
  const judge = (text: string, formula: Formula, units: readonly string[] = []) => holds(formula, text, figures(text, units))
  const total: Formula = { form: 'sum', total: 'o1', parts: ['o2', 'o3'] }

  it('holds when the parts of a total differ by rounding only', () => {
    expect(judge('支出10.02万元，其中甲4.01万元，乙6.00万元', total)).toBe(true)
    expect(judge('支出10.04万元，其中甲4.01万元，乙6.00万元', total)).toBe(false)
  })
  it('takes the finest place of the sentence, because trailing zeros are dropped', () => {
    expect(judge('支出10万元，其中甲4.05万元，乙6万元', total)).toBe(false)
    expect(judge('支出10万元。其中：甲4.3万元。乙6万元。', total)).toBe(true)
  })
  it('does not round counts', () => {
    expect(judge('共10个，其中甲4个，乙5个', total, ['each:个', 'each:个', 'each:个'])).toBe(false)
  })
  it('compares across units', () => {
    expect(
      judge('共计2.7万元，27个单位，每个1000元', { form: 'product', result: 'o1', factors: ['o2', 'o3'] }, ['wan-yuan', 'each:个', 'yuan']),
    ).toBe(true)
  })
  it('lets a rate be cut as well as rounded', () => {
    const growth: Formula = { form: 'growth', rate: 'o3', current: 'o1', change: 'o2', direction: 'down' }
    const units = ['wan-yuan', 'wan-yuan', 'percent']
    expect(judge('接待费11.95万元，减少5.52万元，下降31.59%', growth, units)).toBe(true)
    expect(judge('接待费11.95万元，减少5.52万元，下降31.74%', growth, units)).toBe(false)
    expect(judge('接待费11.95万元，减少5.52万元，下降31.59%', { ...growth, direction: 'up' }, units)).toBe(false)
  })
})
