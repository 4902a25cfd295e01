import { describe, expect, test } from 'vitest'
import { auditBody, checkTests, expectSound, pointedAt } from '../../audit-text.ts'

/** 66 and more letters each, of nothing in particular. */
const WATER =
  '组织三个标段同时进场，翻修干渠防渗衬砌并更换老化闸门，雨季来临之前全部通水，沿线六个村的灌溉轮期由十五天缩短到九天，群众用水矛盾明显减少，村民代表多次到现场查看进度并反映渗漏点位置'
const LETTERS = WATER.replaceAll('，', '')
const ROAD =
  '选派四名技术人员驻点指导沥青摊铺，夜间分段封闭交通，赶在秋收前恢复双向通行，途经的两条公交线路同步调整站点，沿街商户反映出入方便，往年雨后积水的路口今年没有再出现车辆熄火的情况'
const SHORT = '组织三个标段同时进场，翻修干渠防渗衬砌并更换老化闸门，雨季来临之前全部通水，沿线六个村'

checkTests('repeated-passage', {
  kind: 'other',
  clean: {
    'standard wording under two measures': `五、改进措施\n（一）预算方面。${'加强预算管理，严格落实财务管理制度，规范审批程序，提高资金使用效益，强化绩效意识，完善内部控制制度，进一步加强监督检查，提高预算编制水平，'}规范执行。\n（二）绩效方面。${'加强预算管理，严格落实财务管理制度，规范审批程序，提高资金使用效益，强化绩效意识，完善内部控制制度，进一步加强监督检查，提高预算编制水平，'}规范执行。`,
  },
  faulty: {
    'the same words under two tasks': {
      text: `二、任务完成情况\n（一）灌区改造。${WATER}。\n（二）道路养护。${WATER}。`,
      severity: 'info',
      figure: WATER,
      quote: WATER,
    },
    'the same figures as well': {
      text: `二、任务完成情况\n（一）灌区改造。改造渠道12.5公里，${WATER}，受益人口8600人，户均增收显著。\n（二）道路养护。改造渠道12.5公里，${WATER}，受益人口8600人，户均增收显著。`,
      severity: 'warning',
      figure: `改造渠道12.5公里，${WATER}，受益人口8600人，户均增收显著`,
      quote: `改造渠道12.5公里，${WATER}，受益人口8600人，户均增收显著`,
    },
    'a paragraph twice in a row': {
      text: `二、任务完成情况\n灌区方面，${WATER}。\n灌区方面，${WATER}。`,
      severity: 'info',
      figure: `灌区方面，${WATER}`,
      quote: `灌区方面，${WATER}`,
    },
  },
  edge: {
    'fifty-nine letters, and sixty': [
      `二、任务完成情况\n（一）灌区改造。甲${LETTERS.slice(1, 60)}。\n（二）道路养护。乙${LETTERS.slice(1, 60)}。甲村有3个组，合计3个组。`,
      `二、任务完成情况\n（一）灌区改造。甲${LETTERS.slice(0, 60)}。\n（二）道路养护。乙${LETTERS.slice(0, 60)}。`,
    ],
  },
  silent: {
    'a shorter passage': `二、任务完成情况\n（一）灌区改造。${SHORT}。\n（二）道路养护。${SHORT}。`,
    'goal and completion': `二、年度目标\n（一）灌区改造。${WATER}。\n三、完成情况\n（一）灌区改造。${WATER}。`,
    'overview and detail of a chapter': `二、任务完成情况\n（一）总体情况。${WATER}。\n（二）灌区改造。${WATER}。`,
    conclusion: `二、任务完成情况\n（一）灌区改造。${WATER}。\n六、自评结论\n${WATER}。`,
    'two different tasks': `二、任务完成情况\n（一）灌区改造。${WATER}。\n（二）道路养护。${ROAD}。`,
    'a goal told twice with its number': `一、目标\n目标设定情况。${WATER}。\n（一）目标情况。${WATER}。`,
  },
})

describe('a passage over two paragraphs', () => {
  test('is one finding, at its first words', () => {
    const { document, findings } = auditBody(
      `二、任务完成情况\n（一）灌区改造。\n${WATER}。\n${ROAD}。\n（二）道路养护。\n${WATER}。\n${ROAD}。`,
    )
    expect(findings.map(({ check }) => check)).toEqual(['repeated-passage'])
    for (const finding of findings) {
      expectSound(document, finding)
      expect(pointedAt(document, finding.quotes[0] as (typeof finding.quotes)[0])).toBe(WATER)
    }
  })
})

test('half a million repetitions are passed once', () => {
  const { findings } = auditBody(`二、任务\n${'甲乙丙丁戊己庚辛壬癸'.repeat(50_000)}`)
  expect(findings.filter(({ check }) => check === 'repeated-passage')).toEqual([])
})
