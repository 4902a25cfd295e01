import { checkTests } from '../../audit-text.ts'

const lines = (...parts: readonly string[]): string => parts.join('\n')
const PROBLEMS = [
  '一、存在的问题',
  '（一）采购执行偏慢。设备需求论证反复，年底集中招标。',
  '（二）档案整理滞后。历史卷宗缺少目录。',
  '（三）游客投诉办结未达到目标。旺季停车拥堵，导览标识陈旧。',
]
const FIRST = '（一）提前论证设备需求，年初集中招标，加快采购执行。'
const SECOND = '（二）补齐历史卷宗目录，按月整理档案。'
const measures = (...items: readonly string[]): string => lines(...PROBLEMS, '二、改进建议', ...items)
const third = '（三）游客投诉办结未达到目标'

checkTests('problem-without-measure', {
  kind: 'missing-section',
  clean: {
    'the third is answered with the second': measures(FIRST, '（二）补齐历史卷宗目录，更新导览标识。'),
  },
  faulty: {
    'an unmet aim that nothing answers is a finding': {
      text: measures(FIRST, SECOND),
      severity: 'warning',
      figure: '（三）',
      quote: third,
    },
    'another problem that nothing answers is a hint': {
      text: measures(FIRST, SECOND).replace('游客投诉办结未达到目标', '游客服务存在短板'),
      severity: 'info',
      figure: '（三）',
      quote: '（三）游客服务存在短板',
    },
  },
  edge: {
    'one shared word is an answer': [measures(FIRST, '（二）补齐历史卷宗目录，完善旺季值守。'), measures(FIRST, SECOND)],
  },
  silent: {
    'as many measures as problems': measures(FIRST, SECOND, '（三）增设车位，错峰放行。'),
    'measures that stand with the problems': measures(FIRST, SECOND).replace('导览标识陈旧。', '导览标识陈旧，下一步更新。'),
    'measures that follow no order': measures('（一）压实责任，强化协同。', '（二）细化流程，提升效能。'),
    'problems without numbers': lines('一、存在的问题', '采购慢，档案缺目录，停车拥堵。', '二、改进建议', FIRST, SECOND),
  },
})
