import { formatDecimal } from '@jiheng/quantity'
import { describe, expect, test } from 'vitest'
import { readRowRule } from '../../src/rules/read-row-rule.ts'

const kinds = (text: string): string[] => readRowRule(text)?.pieces.map(({ kind }) => kind) ?? ['not read']

describe('the rule of a row', () => {
  test('full marks up to a limit, and what is taken off above it', () => {
    const rule = readRowRule('≤100%得满分，每超1个百分点扣0.5分，扣完为止')
    expect(rule).toMatchObject({ sense: 'at-most', counting: null, dimension: 'ratio' })
    expect(rule?.limit && formatDecimal(rule.limit)).toBe('1')
    expect(rule?.pieces.map(({ kind }) => kind)).toEqual(['range', 'deduction'])
  })

  test('steps that are not full are left out, or counted as full, where the rule says so', () => {
    expect(readRowRule('100%得满分，每低5个百分点扣2分，不足5个百分点不扣')?.counting).toBe('full')
    expect(readRowRule('100%得满分，每低5%扣2分，不足5%按5%计')?.counting).toBe('started')
  })

  test('stretches keep what is said of their ends', () => {
    const [best, middle] = readRowRule('90%（含）以上计8分；80%（含）-90%，计6分；低于80%不得分')?.pieces ?? []
    expect(best).toMatchObject({ kind: 'range', low: { isIncluded: true }, high: null })
    expect(middle).toMatchObject({ kind: 'range', low: { isIncluded: true }, high: { isIncluded: null } })
  })

  test('a value among stretches is that value alone', () => {
    expect(kinds('预算调整率=0，计3分；0-10%（含），计2分；大于30%不得分')).toEqual(['range', 'range', 'range'])
  })

  test.each([
    ['≥560件得满分，未完成按比例计分', ['range', 'proportion']],
    ['达到目标值得满分，否则不得分', ['reached', 'missed']],
    ['每发现一处扣1分', ['deduction']],
    ['达到95%得满分，否则按比例扣分', ['reached', 'proportion']],
    ['以100%为标准，≤100%计4分，每超1%扣1分', ['range', 'deduction']],
    ['≥95%得10分，85%≤满意度<95%得8分，其他不得分', ['range', 'range', 'range']],
    ['控制率=（决算数/预算数）×100%。≤100%得满分，每超1%扣0.1分', ['range', 'deduction']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  test.each([
    '分三档定性评分',
    '①制度健全得1分；②执行有效得2分',
    '酌情扣1分',
    '得分=执行率×分值',
    '90%≤完成率<100%得80%的分值',
    '每低1%扣权重的5%',
    '每超过一定比例酌情扣分',
    '',
  ])('what is not fully understood is not read: %s', (text) => {
    expect(kinds(text)).toEqual(['not read'])
  })
})
