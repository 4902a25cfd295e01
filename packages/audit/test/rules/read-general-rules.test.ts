import { describe, expect, test } from 'vitest'
import { readGeneralRules } from '../../src/rules/read-general-rules.ts'
import type { ScoringRule } from '../../src/rules/scoring-rule.ts'

const rulesOf = (text: string): ScoringRule[] => readGeneralRules(text).map(({ rule }) => rule)

describe('general rules of a report', () => {
  test('full marks for a reached target, a proportion for a missed one', () => {
    expect(rulesOf('注：定量指标完成指标值的，记该指标所赋全部分值；未完成的，按照完成值与指标值的比例记分。')).toEqual([
      { kind: 'reached', subjects: ['quantitative'] },
      { kind: 'missed', subjects: ['quantitative'], give: 'proportion', share: null },
    ])
  })

  test('forward and reverse indicators have their own ratio', () => {
    expect(rulesOf('正向指标未达到目标值的，按实际完成值/目标值×分值计分；反向指标未达到目标值的，按目标值与实际值之比计分。')).toEqual([
      { kind: 'missed', subjects: ['forward'], give: 'proportion', share: 'actual/target' },
      { kind: 'missed', subjects: ['reverse'], give: 'proportion', share: 'target/actual' },
    ])
  })

  test('three grades with their portions, best first', () => {
    const [rule] = rulesOf(
      '定性指标分为达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按照该指标对应分值区间100-80%（含）、80-50%（含）、50-0%合理确定分值。',
    )
    expect(rule).toMatchObject({ kind: 'three-grades' })
    expect(rule?.kind === 'three-grades' && rule.portions.map(({ low, high }) => [low.coefficient, high.coefficient])).toEqual([
      [8n, 1n],
      [5n, 8n],
      [0n, 5n],
    ])
  })

  test('portions that leave a gap are not read', () => {
    expect(rulesOf('定性指标分三档，分别按分值区间100-80%、70-50%、50-0%确定得分。')).toEqual([])
  })

  test('a reverse indicator above its limit gets nothing', () => {
    expect(rulesOf('定量指标达到指标值的得满分，超出上限的反向指标不得分。')).toContainEqual({
      kind: 'missed',
      subjects: ['reverse'],
      give: 'none',
      share: null,
    })
  })

  test.each(['预算执行率得分＝分值×执行率。', '注：预算执行率按执行率计分。', '预算执行率得分为分值乘以执行率。'])(
    'execution: %s',
    (text) => {
      expect(rulesOf(text)).toEqual([{ kind: 'execution' }])
    },
  )

  test.each([
    '各项指标均达到目标值，得满分。',
    '该指标分值10分，目标值95%，按完成比例计算，得9.6分。',
    '项目全部完成，取得良好成效。',
    '自评满分为100分。',
  ])('what happened is no rule: %s', (text) => {
    expect(rulesOf(text)).toEqual([])
  })
})
