import { describe, expect, test } from 'vitest'
import { compareSketches, type Sketched } from '../../src/index.ts'
import { auditText, originalOf } from '../audit-text.ts'

const PASSAGES = [
  '组织三个标段同时进场，翻修干渠防渗衬砌并更换老化闸门，雨季来临之前全部通水，沿线六个村的灌溉轮期由十五天缩短到九天，群众用水矛盾明显减少，村民代表多次到现场查看进度',
  '选派四名技术人员驻点指导沥青摊铺，夜间分段封闭交通，赶在秋收前恢复双向通行，途经的两条公交线路同步调整站点，沿街商户反映出入方便，往年雨后积水的路口没有再出现车辆熄火',
  '邀请三家医院的眼科医生到村小学筛查视力，为弱视儿童逐人建档并联系矫治，家长会上演示正确的握笔姿势，教室照明改用护眼灯管，课间增加远眺时间，近视新发人数低于周边学校',
]
const OWN =
  '巡回法庭进乡镇开庭审理赡养纠纷，旁听的老人会后围着法官询问遗嘱怎么写才有效，司法所顺势办起夜校，第一期报名人数超出座位，村委会又搬来长凳，往后每月逢集开讲一次'

const unitOf = (n: number) => `${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}河县${'水务交通教育民政'.slice((n % 4) * 2, (n % 4) * 2 + 2)}局`

function report(file: string, unit: string, passages: readonly string[]) {
  const { document, result } = auditText(
    `${unit}\n2023年度部门整体支出绩效自评报告\n\n一、任务完成情况\n${passages.map((one) => `${one}。`).join('\n')}`,
  )
  const sketched: Sketched = { file, report: 0, unit: result.reports[0]?.unit ?? null, sketch: result.reports[0]?.sketch ?? '' }
  return { document, sketched }
}

const told = (...reports: readonly ReturnType<typeof report>[]) => compareSketches(reports.map(({ sketched }) => sketched))

describe('passages that reports share', () => {
  const first = report('甲.txt', '甲河县水务局', [OWN, ...PASSAGES])
  const later = report('乙.txt', '乙河县交通局', PASSAGES)

  test('are one finding a pair, in the later report, verbatim', () => {
    const [finding, ...rest] = told(first, later)
    expect(rest).toEqual([])
    expect(finding).toMatchObject({
      check: 'copied-passage',
      kind: 'other',
      severity: 'warning',
      file: '乙.txt',
      other: { file: '甲.txt', report: 0 },
    })
    expect(finding?.message).toContain('“乙.txt”（乙河县交通局）与“甲.txt”（甲河县水务局）抽样比对，有 3 处连续 60 个字以上相同')
    expect(finding?.quotes.map(({ line }) => line)).toEqual([5, 6, 7])
    expect(finding?.computation).toBe('第5行 = 第6行；第6行 = 第7行；第7行 = 第8行')
    for (const quote of finding?.quotes ?? []) {
      expect(originalOf(later.document, quote).slice(quote.start, quote.end)).toBe(quote.text)
      expect(`${PASSAGES.join('。\n')}。`.includes(quote.text)).toBe(true)
    }
  })

  test('few of them are a note of form', () => {
    expect(told(first, report('丙.txt', '丙河县教育局', [PASSAGES[0] as string])).map(({ severity }) => severity)).toEqual(['info'])
  })

  test('are the same however often it is asked, and go through JSON', () => {
    const findings = told(first, later)
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings)
    expect(told(first, later)).toEqual(findings)
  })
})

describe('nothing is told', () => {
  test('of reports with their own words, of one report, and of none', () => {
    expect(told(report('甲.txt', '甲河县水务局', PASSAGES.slice(0, 2)), report('乙.txt', '乙河县交通局', [OWN]))).toEqual([])
    expect(told(report('甲.txt', '甲河县水务局', PASSAGES))).toEqual([])
    expect(told()).toEqual([])
  })

  test('of a unit that repeats itself', () => {
    expect(told(report('2022.txt', '甲河县水务局', PASSAGES), report('2023.txt', '甲河县水务局', PASSAGES))).toEqual([])
  })

  test('of a passage that many reports have: it comes from a template', () => {
    const many = Array.from({ length: 5 }, (_, n) => report(`${n}.txt`, unitOf(n), [PASSAGES[0] as string]))
    expect(told(...many)).toEqual([])
    expect(told(...many.slice(0, 3))).toHaveLength(2)
  })

  test('of law and standard wording', () => {
    const law =
      '严格落实预算法和财务管理制度，规范审批程序，加强预算执行监督检查，提高资金使用效益，完善内部控制制度，强化绩效意识，进一步提高管理水平，确保资金使用合法合规'
    expect(told(report('甲.txt', '甲河县水务局', [law]), report('乙.txt', '乙河县交通局', [law]))).toEqual([])
  })
})

test('the work grows with the reports, not with their pairs', () => {
  const { sketched } = report('甲.txt', '甲河县水务局', PASSAGES)
  const other = (n: number): Sketched => ({
    ...sketched,
    file: `${n}.txt`,
    unit: `${n}号`,
    sketch: sketched.sketch.replaceAll(/^\w+/gm, (hash) => `${hash}${n}`),
  })
  const batch = Array.from({ length: 20_000 }, (_, n) => other(n))
  expect(compareSketches([...batch, { ...other(7), file: '末.txt', unit: '末号' }])).toHaveLength(1)
})
