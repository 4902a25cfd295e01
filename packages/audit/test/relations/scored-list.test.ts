import { expect, test } from 'vitest'
import { checksIn } from './alarms.ts'

const report = (total: string, second: string, third: string): string =>
  [
    '四、得分情况',
    `部门整体支出绩效自评得分${total}分，自评等级为“优”。`,
    '指标1：预算执行（20分，得19.20分）。按执行率计。',
    `指标2：财务管理（${second}分，得18分）。个别台账不全。`,
    `指标3：职责履行（50分，得${third}分）。一项任务延后。`,
    '指标4：群众满意（10分，得10分）。达到目标。',
    '以上四项指标分值合计100分。',
  ].join('\n\n')

test('indicators that are told one a paragraph make up the hundred and the score', () => {
  expect(checksIn(report('95.94', '20', '48.74'))).toEqual([])
})

test('full marks beside the hundred are told', () => {
  expect(checksIn(report('95.94', '25', '48.74'))).toEqual(['weight-total-mismatch'])
})

test('scores that do not make up the total are told', () => {
  expect(checksIn(report('95.94', '20', '47.84'))).toEqual(['score-total-mismatch'])
})

test('a list that counts other items is left alone', () => {
  expect(checksIn(report('95.94', '25', '48.74').replace('四项指标', '六项指标'))).toEqual([])
})
