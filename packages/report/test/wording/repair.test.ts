import { expect, test } from 'vitest'
import { repairLines } from '../../src/wording/repair.ts'

const rounded = { from: '70%', to: '72%', reason: 'recomputed' as const }

test('what is only reckoned anew is not proposed beside what should stand there', () => {
  expect(repairLines({ expected: '71.8%', repair: rounded })).toEqual([])
  expect(repairLines({ expected: null, repair: rounded })).toEqual(['70% 改为 72%（按其他数字重新计算）'])
})

test('of several ways all are told', () => {
  const repair = { ...rounded, alternatives: [{ from: '70%', to: '71.8%', reason: 'stale-figure' as const }] }
  expect(repairLines({ expected: '71.8%', repair })).toHaveLength(2)
})
