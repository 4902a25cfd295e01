import { describe, expect, test } from 'vitest'
import { type Phrase, readPhrase } from '../../src/claims/read-phrase.ts'
import { selfTest } from '../../src/claims/self-names.ts'

const isSelf = selfTest('临河县示例局')
const read = (lead: string, dimension: string): Phrase => readPhrase(lead, dimension, isSelf)

/** lead | dimension → what must be read. */
const EXAMPLES: readonly (readonly [lead: string, dimension: string, expected: Partial<Phrase>])[] = [
  // roles and concepts of amounts
  ['基本支出', 'money', { concept: 'basic-expenditure', role: 'amount', qualifier: '', bare: false }],
  ['2023年年初预算', 'money', { concept: 'budget', role: 'initial-budget' }],
  ['年初部门预算', 'money', { role: 'initial-budget' }],
  ['调整后预算数为', 'money', { concept: 'budget', role: 'adjusted-budget' }],
  ['全年预算数', 'money', { concept: 'budget', role: 'adjusted-budget' }],
  ['全年执行数', 'money', { role: 'executed' }],
  ['实际支出', 'money', { role: 'executed' }],
  ['三公经费年初预算', 'money', { concept: 'three-public', role: 'initial-budget' }],
  ['三公经费决算数', 'money', { concept: 'three-public', role: 'final' }],
  ['年初预算安排三公经费', 'money', { concept: 'three-public', role: 'initial-budget' }],
  ['资金到位', 'money', { role: 'received' }],
  ['因公出国（境）费', 'money', { concept: 'abroad' }],
  ['“三公”经费支出', 'money', { concept: 'three-public' }],
  ['固定资产原值', 'money', { concept: 'fixed-assets-gross' }],
  ['其中：人员经费', 'money', { concept: 'personnel-cost', qualifier: '' }],
  ['主要包括公用经费', 'money', { concept: 'public-cost', qualifier: '' }],
  // scopes
  ['一般公共预算财政拨款基本支出', 'money', { concept: 'basic-expenditure', scope: 'general-public-budget', qualifier: '' }],
  ['政府性基金预算财政拨款项目支出', 'money', { concept: 'project-expenditure', scope: 'government-fund' }],
  ['基本支出（财政拨款）', 'money', { concept: 'basic-expenditure', scope: 'fiscal-appropriation' }],
  ['基本支出', 'money', { scope: null }],
  // who: the unit itself is nobody else
  ['我局基本支出', 'money', { concept: 'basic-expenditure', qualifier: '' }],
  ['临河县示例局基本支出', 'money', { concept: 'basic-expenditure', role: 'amount', qualifier: '', isGeneric: false }],
  ['临河县示例局支出', 'money', { concept: 'expenditure', role: 'executed', isGeneric: true }],
  ['临河县示例局三公经费', 'money', { concept: 'three-public', qualifier: '' }],
  ['县示例局基本支出', 'money', { concept: 'basic-expenditure', qualifier: '' }],
  ['下属救助站基本支出', 'money', { concept: 'basic-expenditure', qualifier: '下属救助站' }],
  ['道路改造项目支出', 'money', { concept: 'project-expenditure', qualifier: '道路改造' }],
  // totals
  ['收入共计', 'money', { concept: 'revenue', announcesTotal: true }],
  ['合计', 'money', { announcesTotal: true, bare: true }],
  // changes
  ['较上年增加', 'money', { role: 'change', direction: 'up', against: '上年', bare: true }],
  ['比2022年决算数减少', 'money', { role: 'change', direction: 'down', against: '2022年决算数' }],
  ['同比下降', 'ratio', { role: 'change-rate', direction: 'down' }],
  ['增长', 'ratio', { role: 'change-rate', direction: 'up', bare: true }],
  ['公务接待费较上年减少', 'money', { role: 'change', direction: 'down', label: '公务接待费' }],
  ['由3万元提高到', 'money', { direction: null }],
  // shares
  ['占本年收入的', 'ratio', { role: 'share', against: '本年收入' }],
  ['占比', 'ratio', { role: 'share', against: '' }],
  ['占总支出的比重为', 'ratio', { role: 'share', against: '总支出' }],
  ['的', 'ratio', { role: 'share', against: '^' }],
  // named rates
  ['预算执行率为', 'ratio', { role: 'rate', rateName: '预算执行率' }],
  ['项目支出预算执行率', 'ratio', { role: 'rate', rateName: '支出预算执行率' }],
  ['办结率', 'ratio', { role: 'rate', rateName: '办结率' }],
  ['完成年初预算的', 'ratio', { role: 'rate', rateName: '完成预算的比例', against: '年初预算' }],
  ['群众满意度达', 'ratio', { role: 'rate', rateName: '群众满意度' }],
  // points and counts
  ['自评得分', 'point', { role: 'score' }],
  ['数量指标', 'point', { role: 'weight' }],
  ['满分', 'point', { role: 'weight' }],
  ['得', 'point', { role: 'score', bare: true }],
  ['年末实有在职人员', 'each:人', { role: 'count', concept: 'staff' }],
  ['改造学校', 'each:所', { role: 'count', concept: null }],
  // nothing said
  ['', 'money', { bare: true, concept: null }],
  ['全年支出', 'money', { isGeneric: true, concept: 'expenditure', role: 'executed' }],
]

describe('what the phrase before a figure says', () => {
  test.each(EXAMPLES)('“%s” before %s', (lead, dimension, expected) => {
    expect(read(lead, dimension)).toMatchObject(expected)
  })

  test('only the end of a long phrase is read', () => {
    expect(read(`${'我们按照上级要求开展了各项工作并'.repeat(2000)}基本支出`, 'money')).toMatchObject({ concept: 'basic-expenditure' })
  })

  test('spaces and quotation marks inside change nothing', () => {
    const plain = read('三公经费年初预算', 'money')
    for (const lead of ['“三公”经费年初预算', '三公 经费 年初预算', '「三公」经费年初预算']) expect(read(lead, 'money')).toEqual(plain)
  })

  test('without a known unit a short name of an office is the unit itself', () => {
    const unknown = selfTest(null)
    expect(unknown('县示例局')).toBe(true)
    expect(unknown('救助站')).toBe(false)
    expect(readPhrase('下属救助站基本支出', 'money', unknown).qualifier).toBe('下属救助站')
  })
})
