/** Ways of saying a figure that were once read as something else. */
import { describe, expect, test } from 'vitest'
import { table } from '../audit-text.ts'
import { alarmsIn } from './alarms.ts'

describe('a difference that is called high, low, long or short', () => {
  test('it is the change, and the base may stand in the bracket behind it', () => {
    expect(alarmsIn('桌椅每套中标价860元，比控制价低140元（控制价1000元），降幅14.00%。')).toEqual([])
    expect(alarmsIn('合同价比预算（520.00万元）低22.00万元。')).toEqual([])
  })
  test('a wrong one is told', () => {
    expect(alarmsIn('桌椅每套中标价860元，比控制价低410元（控制价1000元）。')).toHaveLength(1)
    expect(alarmsIn('桌椅每套中标价860元，比控制价低140元（控制价1000元），降幅41.00%。')).toHaveLength(1)
  })
})

describe('what each of many gets in a part of the year', () => {
  test('the months stand behind it', () => {
    expect(alarmsIn('放映电影1440场，按120个村每村每月1场、全年12个月计算。')).toEqual([])
  })
  test('a slip is told', () => {
    expect(alarmsIn('放映电影1404场，按120个村每村每月1场、全年12个月计算。')).toHaveLength(1)
  })
  test('without the months nobody can tell', () => {
    expect(alarmsIn('放映电影1440场，按120个村每村每月1场计算。')).toEqual([])
  })
})

describe('points in the bracket behind a title', () => {
  const items = (third: string): string =>
    [
      '1.预算管理（20分）。制度健全，得20分。',
      `2.职责履行（${third}分）。任务完成，得50分。`,
      '3.满意度指标（30分）。达到目标，得30分。',
      '以上分值合计100分。',
    ].join('\n\n')
  test('are full marks, whatever the title is called', () => {
    expect(alarmsIn(items('50'))).toEqual([])
  })
  test('and must make up the hundred', () => {
    expect(alarmsIn(items('40')).length).toBeGreaterThan(0)
  })
})

describe('counts that make up another count', () => {
  test('are not what a rate divides', () => {
    expect(alarmsIn('年末已接通自来水3300户（2021年底2100户，加上本年新接1200户），覆盖率66.00%。')).toEqual([])
  })
})

describe('budgets and spending told in turn', () => {
  test('spending is no part of the budget', () => {
    expect(
      alarmsIn(
        '“三公”经费预算6.00万元，支出4.42万元。其中公务用车运行维护费预算3.20万元、支出3.66万元；公务接待费预算2.80万元、支出0.76万元。',
      ),
    ).toEqual([])
  })
})

describe('shares that were rounded', () => {
  const shares = (total: string): string =>
    table('项目 | 金额（万元） | 占比', '甲 | 11.00 | 33.334%', '乙 | 11.00 | 33.334%', '丙 | 11.00 | 33.334%', `合计 | 33.00 | ${total}`)
  test('may make a little more than the whole together', () => {
    expect(alarmsIn(shares('100.002%'))).toEqual([])
  })
})

describe('a rate of the text that the total row of a table prints', () => {
  test('is not held against a row a slip away', () => {
    const rows = table(
      '乡镇 | 计划数（户） | 完成数（户） | 完成率（%）',
      '东岭镇 | 1000 | 931 | 93.10',
      '西河镇 | 1000 | 971 | 97.10',
      '合计 | 2000 | 1902 | 95.10',
    )
    expect(alarmsIn(`全年完成1902户，完成率95.10%。\n\n${rows}`)).toEqual([])
  })
})

describe('numbers of whole things with decimals', () => {
  test('two side by side, or a size of classes, are averages', () => {
    expect(alarmsIn('教学班20个，班额由43.7人升至44.4人。')).toEqual([])
    expect(alarmsIn('班级规模由43.7人降到41.2人。')).toEqual([])
  })
  test('one alone is told', () => {
    expect(alarmsIn('培训教师43.7人，比上年增加5人。')).toHaveLength(1)
  })
})
