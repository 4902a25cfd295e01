import { describe, expect, test } from 'vitest'
import { auditBody, checkTests, expectSound, pointedAt } from '../../audit-text.ts'

checkTests('wrong-year-end', {
  kind: 'date',
  clean: {
    'two year-ends': '一、资产情况\n2022年末，本局固定资产原值247.85万元。2023年末，本局固定资产原值251.73万元。',
    'the same figure twice': '一、资产情况\n2023年末，固定资产原值251.73万元。2023年末，固定资产原值251.73万元，净值90.10万元。',
  },
  faulty: {
    "last year's day for the staff": {
      text: '一、人员情况\n截至2022年12月31日，本局在职人员23人。\n二、主要职责\n负责示例工作。',
      severity: 'warning',
      figure: '截至2022年12月31日',
      quote: '截至2022年12月31日，本局在职人员23人',
      expected: '截至2023年12月31日',
    },
  },
  edge: {
    'a year-end to come is planned, or a slip': [
      '一、人员情况\n2022年末在职人员23人，预计2024年末在职人员25人，年内增加2人。',
      '一、人员情况\n2022年末在职人员23人，截至2024年12月31日在职人员25人。',
    ],
    'the opening of the year is last year-end': [
      '一、人员情况\n2022年末在职人员23人，年内增加2人。',
      '一、人员情况\n2022年末在职人员23人。',
    ],
  },
  silent: {
    'two parts of the unit': '一、编制情况\n局机关2023年末在职人员20人。监测站2023年末在职人员12人。',
    'two parts of the unit as a list': '一、编制情况\n一是局机关，2023年末在职人员20人。二是监测站，2023年末在职人员12人。',
    'two kinds of assets': '一、资产情况\n2023年末房屋面积3000平方米。2023年末车辆3辆，2023年末土地面积5200平方米。',
    'opening and closing': '一、人员情况\n2022年末在职人员23人，2023年末在职人员25人。',
    'closing further down the section': '一、人员情况\n截至2022年12月31日，在职人员23人。\n本年调入2人，年末25人。',
    'progress of a project': '一、项目进展\n截至2022年底，累计建成管网30公里。',
    'a comparison': '一、资产情况\n固定资产原值比2022年末高。',
    'founding of the unit': '一、人员情况\n本局2022年底成立，在职人员23人。',
    'a table of the budget': '一、预算情况\n预算按2022年末在职人员基数测算，共23人。',
  },
})

describe('one year-end for opening and closing', () => {
  const told = (text: string) => {
    const audited = auditBody(`一、资产情况\n${text}`)
    return { ...audited, own: audited.findings.filter(({ check }) => check === 'wrong-year-end') }
  }

  test('points at both days and both figures', () => {
    const { document, own } = told(
      '2023年末，本局固定资产原值247.85万元，净值7.46万元。2023年末，本局固定资产原值125.73万元，净值6.46万元。',
    )
    expect(own.map(({ severity }) => severity)).toEqual(['error'])
    expect(own[0]?.quotes.map((quote) => pointedAt(document, quote))).toEqual(['2023年末', '247.85', '2023年末', '125.73'])
    for (const finding of own) expectSound(document, finding)
  })

  test('in one sentence, and with the day written out', () => {
    expect(told('固定资产情况：截至2023年12月31日，资产总额500.00万元；截至2023年12月31日，资产总额450.00万元。').own).toHaveLength(1)
  })

  test('is no fault for two kinds, two units or two places', () => {
    for (const text of [
      '2023年末，房屋原值247.85万元。2023年末，车辆原值125.73万元。',
      '局机关2023年末固定资产原值247.85万元。监测站2023年末固定资产原值125.73万元。',
      '资产情况：2023年末，固定资产原值247.85万元；监测站2023年末，固定资产原值125.73万元。',
      '2022年末，固定资产原值247.85万元。2023年末，固定资产原值125.73万元。',
      '2023年末，固定资产原值247.85万元，比2022年末的125.73万元增加122.12万元。',
    ])
      expect(told(text).own).toEqual([])
  })
})
