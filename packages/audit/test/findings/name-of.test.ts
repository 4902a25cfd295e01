import { describe, expect, test } from 'vitest'
import type { Figure } from '../../src/claims/figure.ts'
import { nameOf } from '../../src/findings/explain.ts'
import { figuresOf } from '../graph/made-figures.ts'

function named(label: string, more: Partial<Figure> = {}): string {
  const [figure] = figuresOf(['5'])
  if (figure === undefined) throw new Error('no figure')
  return nameOf({ ...figure, claim: { ...figure.claim, label }, ownLabel: true, ...more })
}

describe('the name of a figure', () => {
  test('is its label', () => expect(named('培训支出')).toBe('培训支出'))

  test('is no word that only leads to the number, though a thing may end like one', () => {
    expect(named('全市现有')).toBe('该数')
    expect(named('全市现')).toBe('该数')
    expect(named('目标实现')).toBe('目标实现')
  })

  test('of a total is not that of its last part', () => {
    expect(named('道路项目', { announcesTotal: true, ownLabel: false })).toBe('合计数')
    expect(named('支出合计', { announcesTotal: true })).toBe('支出合计')
  })

  test('does not keep the word that only compares, unless it belongs to a name', () => {
    expect(named('比支出')).toBe('支出')
    expect(named('较预算')).toBe('预算')
    for (const name of ['比例构成', '比重变化', '较大项目数']) expect(named(name)).toBe(name)
  })

  test('of a change is that of what changed, not of what it is compared with', () => {
    const change = (label: string) => {
      const [figure] = figuresOf(['5'])
      if (figure === undefined) throw new Error('no figure')
      return nameOf({ ...figure, claim: { ...figure.claim, label, role: 'change' } })
    }
    expect(change('支出比支出')).toBe('支出增减额')
    expect(change('占比')).toBe('占比增减额')
    expect(change('报价比较')).toBe('报价比较增减额')
  })
})
