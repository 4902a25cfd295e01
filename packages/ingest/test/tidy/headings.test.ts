import { describe, expect, test } from 'vitest'
import { blocksOf, outline } from '../helpers.ts'

describe('a numbered line', () => {
  test('is a heading when it is short and states nothing', () => {
    expect(outline('（一）部门职责\n我局负责全县水利工作。\n')).toEqual(['H3 （一）|部门职责', 'P 我局负责全县水利工作。'])
    expect(outline('1.年度目标：\n完成渠道清淤。')).toEqual(['H4 1.|年度目标：', 'P 完成渠道清淤。'])
    expect(outline('（二）绩效目标设定情况。\n共三项。')).toEqual(['H3 （二）|绩效目标设定情况。', 'P 共三项。'])
    expect(outline('（四）资产管理情况，得分4.5分\n无。')).toEqual(['H3 （四）|资产管理情况，得分4.5分', 'P 无。'])
    expect(outline('（九）参与试点改革，满分6分，不适用\n无。')[0]).toBe('H3 （九）|参与试点改革，满分6分，不适用')
  })

  test('is a paragraph when it states something, and keeps its number in the text', () => {
    expect(outline('1.收入情况：全年收入300万元。')).toEqual(['P 1.收入情况：全年收入300万元。'])
    expect(outline('3.公务接待费1.2万元')).toEqual(['P 3.公务接待费1.2万元'])
    expect(outline('4.负责机关后勤保障工作的组织')).toEqual(['P 4.负责机关后勤保障工作的组织'])
    expect(outline('2.负责会议的组织工作。')).toEqual(['P 2.负责会议的组织工作。'])
    expect(outline('（1）受理办件120件；')).toEqual(['P （1）受理办件120件；'])
  })

  test('that is a paragraph tells its run-in heading', () => {
    const lead = (text: string) => {
      const [block] = blocksOf(text)
      return block?.kind === 'paragraph' ? block.lead : undefined
    }
    expect(lead('（二）项目支出。2023年支出80万元。')).toEqual({ number: '（二）', level: 3, title: '项目支出' })
    expect(lead('①目标相关性，指标1分，得1分。我单位制定了目标。')).toEqual({ number: '①', level: 6, title: '目标相关性，指标1分，得1分' })
    expect(lead(`1.${'由于预算依据年初人员数核算，'.repeat(4)}差异较大。`)).toEqual({ number: '1.', level: 4, title: null })
    expect(lead('（四）窗口每日开放至18:30。夜间值守。')?.title).toBe('窗口每日开放至18:30')
    expect(lead('我单位无项目支出。')).toBeUndefined()
  })

  test('may be broken behind its number', () => {
    expect(outline('（2）\n项目支出情况\n全年无项目支出。')).toEqual(['H5 （2）|项目支出情况', 'P 全年无项目支出。'])
  })
})

test('a line in heavy brackets is a heading', () => {
  expect(outline('【部门信息】\n部门名称：某局\n')).toEqual(['H2 -|【部门信息】', 'P 部门名称：某局'])
})

describe('Markdown', () => {
  test('marks are residue, the number tells the level, else the marks', () => {
    expect(outline('## 一、基本情况\n\n**部门职责**\n\n### 背景\n\n预算 **100** 万元。')).toEqual([
      'H2 一、|基本情况',
      'P 部门职责',
      'H3 -|背景',
      'P 预算100万元。',
    ])
  })

  test('stars that hide a name stay', () => {
    expect(outline('联系人张**、李**。')).toEqual(['P 联系人张**、李**。'])
  })
})

describe('attachments', () => {
  test('stand alone and list what follows', () => {
    expect(outline('附件2\n\n附表1 收支情况表\n附件：1.自评表\n      2.佐证材料清单\n附件1所列事项由财务科负责，已完成。')).toEqual([
      'A 附件2',
      'A 附表1收支情况表',
      'A 附件：1.自评表',
      'A 2.佐证材料清单',
      'P 附件1所列事项由财务科负责，已完成。',
    ])
  })
})
