import { describe, expect, test } from 'vitest'
import { auditBody, checkTests, table } from '../../audit-text.ts'

const NOTE = '\n注：定量指标完成指标值的得满分，未完成的按照完成值与指标值的比例计分。\n'
const HEAD = '三级指标 | 指标值 | 实际完成值 | 分值 | 得分 | 偏差原因及改进措施'
const rows = (...lines: string[]): string => `${table(HEAD, ...lines)}\n`
const FULL = '走访群众数量 | ≥300人 | 320人 | 10 | 10 | '
const SHARED = '举办讲座场次 | ≥40场 | 38场 | 8 | 7.6 | 两场因防汛取消，已列入下年计划'

const OWN_HEAD = '三级指标 | 分值 | 评分标准 | 指标值 | 得分 | 扣分原因'
const own = (...lines: string[]): string => `${table(OWN_HEAD, ...lines)}\n`
const BYLAW = '三公经费控制率 | 6 | ≤100%得满分，每超1个百分点扣0.5分，扣完为止'

const DEDUCTED = (score: string, taken: string): string =>
  `（一）政策落实，满分12分，得${score}分\n1.个别票据报销超过时限，扣${taken}分。\n（二）预算编制，满分12分，得11分\n1.两个项目测算依据不足，扣1分。\n（三）公开情况，满分6分，得6分\n均按时公开。`
const ITEM = (score: string): string =>
  `（一）公平性。指标分值10分，以家长满意度衡量，目标值95%，按完成比例计分，得${score}分。满意度91.2%，主要是课程种类偏少。`

checkTests('scoring-rule-mismatch', {
  kind: 'scoring-rule',
  clean: {
    'scores as the note gives them': rows(FULL, SHARED) + NOTE,
    'a reverse indicator by target and actual': `${rows(FULL, '结转结余率 | ≤20% | 25% | 4 | 3.2 | 尾款未付，已催办')}\n注：定量指标完成指标值的得满分；反向指标未完成的，按目标值与实际值之比计分。\n`,
    'scores on half points':
      rows('走访群众数量 | ≥300人 | 320人 | 10 | 10 | ', '举办讲座场次 | ≥40场 | 37场 | 8 | 7.5 | 三场因防汛取消，已列入下年计划') + NOTE,
    'a step that is not full, in one of its readings': own(
      `${BYLAW} | 101.5% | 5.5 | 车辆维修增加`,
      '公用经费控制率 | 6 | ≤100%得满分，每超1个百分点扣1分 | 98% | 6 | ',
    ),
    'stretches of the row’s own rule': own('预算完成率 | 5 | ≥95%得5分，90%（含）-95%得4分，低于90%不得分 | 92% | 4 | 项目跨年结算'),
    'a target in the rule itself': own('质量达标率 | 10 | 达到95%得满分，否则按比例扣分 | 93.1% | 9.8 | 两批次复检'),
    'points said to be taken off': DEDUCTED('11.5', '0.5'),
    'an item of text by its target': ITEM('9.6'),
  },
  faulty: {
    'points taken off that the score does not show': {
      text: DEDUCTED('11.5', '1.5'),
      severity: 'warning',
      figure: '11.5',
      quote: '满分12分，得11.5分',
    },
    'an item of text by another proportion': {
      text: ITEM('9.2'),
      severity: 'warning',
      figure: '9.2',
      quote: '按完成比例计分，得9.2分',
      expected: '9.6分',
    },
    'a reached target without full marks': {
      text: rows(FULL, '培训人次 | ≥500人次 | 520人次 | 8 | 7 | 课后评价一般，已改进课程', SHARED) + NOTE,
      severity: 'warning',
      figure: '7',
      quote: '培训人次\t≥500人次\t520人次\t8\t7\t课后评价一般，已改进课程',
      expected: '8分',
    },
    'a missed target with another proportion': {
      text: rows(FULL, '举办讲座场次 | ≥40场 | 38场 | 8 | 7.2 | 两场因防汛取消，已列入下年计划') + NOTE,
      severity: 'warning',
      figure: '7.2',
      quote: '举办讲座场次\t≥40场\t38场\t8\t7.2\t两场因防汛取消，已列入下年计划',
      expected: '7.6分',
    },
    'a reverse indicator that no reading explains; none is asserted': {
      text: rows(FULL, '结转结余率 | ≤20% | 25% | 4 | 2 | 尾款未付，已催办') + NOTE,
      severity: 'warning',
      figure: '2',
      quote: '结转结余率\t≤20%\t25%\t4\t2\t尾款未付，已催办',
      expected: null,
    },
    'points taken off by the row’s own rule': {
      text: own(`${BYLAW} | 106.00% | 5 | 车辆维修增加`, '公用经费控制率 | 6 | ≤100%得满分，每超1个百分点扣1分 | 98% | 6 | '),
      severity: 'warning',
      figure: '5',
      quote: '三公经费控制率\t6\t≤100%得满分，每超1个百分点扣0.5分，扣完为止\t106.00%\t5\t车辆维修增加',
      expected: '3分',
    },
    'a qualitative indicator as aimed at, below its grade': {
      text: `${rows('制度健全性 | 健全 | 健全 | 5 | 3 | 个别制度待修订，下年修订', FULL)}\n注：定性指标分为达成预期指标、部分达成预期指标、未达成预期指标三档，分别按照该指标对应分值区间100%-80%（含）、80%-60%（含）、60%-0%合理确定分值。\n`,
      severity: 'warning',
      figure: '3',
      quote: '制度健全性\t健全\t健全\t5\t3\t个别制度待修订，下年修订',
      expected: null,
    },
  },
  edge: {
    'compared at the printed place of the score': [
      rows(FULL, '举办讲座场次 | ≥40场 | 39场 | 7 | 6.83 | 一场因防汛取消，已列入下年计划') + NOTE,
      rows(FULL, '举办讲座场次 | ≥40场 | 39场 | 7 | 6.81 | 一场因防汛取消，已列入下年计划') + NOTE,
    ],
    'the lowest score of the best grade': [
      `${rows('制度健全性 | 健全 | 健全 | 5 | 4 | 个别制度待修订，下年修订', FULL)}\n注：定性指标分为三档，按照该指标对应分值区间100-80%（含）、80-60%（含）、60-0%合理确定分值。\n`,
      `${rows('制度健全性 | 健全 | 健全 | 5 | 3.99 | 个别制度待修订，下年修订', FULL)}\n注：定性指标分为三档，按照该指标对应分值区间100-80%（含）、80-60%（含）、60-0%合理确定分值。\n`,
    ],
  },
  silent: {
    'points given back as well': `${DEDUCTED('11.5', '1.5').replace('扣1.5分', '扣1.5分，整改后加1分')}`,
    'an item of text whose target is not found': '（一）满意度，指标10分，得9.2分。满意度91.2%，未达到目标值，按比例计分。',
    'no rule is printed': rows(FULL, '举办讲座场次 | ≥40场 | 38场 | 8 | 7 | 两场因防汛取消，已列入下年计划'),
    'the remark gives a reason of its own': rows(FULL, '培训人次 | ≥500人次 | 520人次 | 8 | 7 | 签到材料不齐扣1分，已补齐') + NOTE,
    'the row’s own rule is not understood': own('制度建设 | 5 | ①制度健全得2分；②执行到位得3分 | 健全 | 4 | 执行记录不全'),
    'an end of a stretch of which nothing is said': own('预算完成率 | 5 | ≥98%得5分，90%-95%得4分，低于90%不得分 | 95% | 3 | 项目跨年结算'),
    'far above the target where the rule takes points off again': `${rows('走访群众数量 | ≥300人 | 900人 | 10 | 9 | 年初目标偏低，下年调高', FULL)}\n注：完成指标值的，记该指标所赋全部分值；由于年初指标值明显偏低造成的，按照偏离度适度调减分值；未完成指标值的，按照完成值与指标值的比例记分。\n`,
  },
})

describe('which rule was meant', () => {
  test('a note that most rows do not follow accuses none of them', () => {
    const odd = (name: string): string => `${name} | ≥10场 | 12场 | 8 | 7 | `
    const { findings } = auditBody(rows(odd('讲座'), odd('演出'), odd('展览'), odd('比赛'), FULL) + NOTE)
    expect(findings.filter(({ check }) => check === 'scoring-rule-mismatch')).toEqual([])
  })

  test('all readings are shown, with what each gives', () => {
    const { findings } = auditBody(rows(FULL, '结转结余率 | 20%≤ | 25% | 4 | 1 | 尾款未付，已催办') + NOTE)
    const finding = findings.find(({ check }) => check === 'scoring-rule-mismatch')
    const steps = finding?.steps.map(({ say }) => say).join('\n') ?? ''
    for (const value of ['3.2分', '3分', '4分']) expect(steps).toContain(value)
    expect(finding?.expected).toBe(null)
  })
})
