import { describe, expect, test } from 'vitest'
import { auditText, checkTests } from '../../audit-text.ts'

checkTests('foreign-organisation', {
  kind: 'foreign-entity',
  clean: {
    'its own name in full and short': '临河县示例局为县政府工作部门。示例局2023年度支出120万元。\n群众对示例局工作的满意度为95%。',
    'the council is no other office': '示例局2023年度支出120万元。\n面向群众调查对县政府工作的满意度为95%。',
  },
  faulty: {
    'people are asked about another office': {
      text: '对服务对象进行问卷调查，获取其对统计局主要工作的满意度。',
      severity: 'warning',
      figure: '统计局',
      quote: '获取其对统计局主要工作的满意度',
      expected: null,
    },
    'the spending of another office': {
      text: '（一）支出\n教育局2023年度基本支出120万元。',
      severity: 'warning',
      figure: '教育局',
      quote: '教育局2023年度基本支出120万元',
    },
    'the evaluation of another office': {
      text: '现将司法局2023年度部门整体支出绩效自评情况报告如下：',
      severity: 'warning',
      figure: '司法局',
      quote: '现将司法局2023年度部门整体支出绩效自评情况报告如下',
    },
    'the duties of another office': {
      text: '（一）统计局主要职责\n承担有关工作。',
      severity: 'warning',
      figure: '统计局',
      quote: '统计局主要职责',
    },
    'another office signs': {
      text: '一、概况\n我局承担有关工作。\n二、支出\n全年支出120万元。\n临河县司法局\n2024年3月20日',
      severity: 'warning',
      figure: '临河县司法局',
      quote: '临河县司法局',
    },
    'the same office of another county': {
      text: '临江县示例局为县政府工作部门，内设3个股室。',
      severity: 'warning',
      figure: '临江县示例局',
      quote: '临江县示例局为县政府工作部门',
    },
  },
  edge: {
    'told to be a former name': [
      '我局由原统计局更名。\n群众对统计局工作的满意度为95%。\n示例局2023年度支出120万元。',
      '群众对统计局工作的满意度为95%。\n示例局2023年度支出120万元。',
    ],
  },
  silent: {
    'a partner that the report speaks of': '与统计局联合开展入户调查。\n受访者对统计局工作的满意度为95%。',
    'a subordinate unit': '下属单位包括县示例服务中心。\n示例服务中心2023年度支出20万元。',
    'the bureau that asked': '根据临河县财政局2023年度部门整体支出绩效评价工作要求，我局开展了自评。',
    'titles of documents': '依据《临河县统计局2023年度部门整体支出绩效自评报告》的体例编写。',
    'schools are judged by parents': '家长对学校的满意度为96%，患者对医院的满意度为95%。',
    'an abbreviation': '县示例局2023年度支出120万元。临河示例局2023年度收入120万元。',
    'all offices of the county': '各单位对我局工作的满意度为95%，全县各局2023年度支出情况另行通报。',
    'an old name at the reform': '2019年机构改革，统计局并入我局。统计局2019年度支出120万元。',
  },
})

describe('units of other kinds', () => {
  const silent = (unit: string, body: string): void => {
    const { findings } = auditText(`${unit}\n2023年度部门整体支出绩效自评报告\n\n${body}`)
    expect(findings.filter(({ kind }) => kind === 'foreign-entity')).toEqual([])
  }
  test('an abbreviation takes characters from anywhere', () => {
    silent('临河县市场监督管理局', '市监局2023年度支出120万元。群众对市场监管局工作的满意度为95%。')
    silent('临河县卫生健康局', '县卫健局2023年度支出120万元。群众对卫健委工作的满意度为95%。')
    silent('临河县人民政府办公室', '政府办2023年度支出120万元。县政府办公室为正科级单位。')
    silent('临河县人民代表大会常务委员会办公室', '县人大常委会办公室为正科级单位。人大办2023年度支出120万元。')
  })
  test('a town, a school and a hospital', () => {
    silent('临河县石桥镇人民政府', '石桥镇位于临河县东部。镇政府2023年度支出120万元。')
    silent('临河县第一中学', '临河县第一中学是县教育局直属的公办学校。学校主要职责是实施高中教育。')
    silent('临河县人民医院', '临河县人民医院是县卫生健康局所属公益二类事业单位。')
  })
  test('without a name of the unit nothing is told', () => {
    const { findings } = auditText('部门整体支出绩效自评报告\n\n2023年教育局2023年度基本支出120万元。')
    expect(findings.filter(({ kind }) => kind === 'foreign-entity')).toEqual([])
  })
})
