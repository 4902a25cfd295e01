import { describe, expect, test } from 'vitest'
import {
  ALL_FUNDS_ROW,
  COPULAS,
  conceptById,
  DEDUCTION_COLUMN,
  directionAtEnd,
  OPENERS,
  PLAIN_COLUMN,
  RATES,
  type Role,
  RULE_COLUMN,
  rateAtEnd,
  roleAtEnd,
  SCOPE_WORDS,
  TOTAL_ROW,
  TOTAL_WORDS,
  UNIT_COLUMN,
  WITHIN_ROW,
} from '../src/index.ts'

const ROLES: ReadonlySet<Role> = new Set<Role>([
  'amount',
  'initial-budget',
  'adjusted-budget',
  'budget',
  'received',
  'executed',
  'final',
  'target',
  'actual',
  'weight',
  'score',
  'rate',
  'share',
  'change',
  'change-rate',
  'count',
])

describe('rates', () => {
  test('have ids and names of their own', () => {
    expect(new Set(RATES.map(({ id }) => id)).size).toBe(RATES.length)
    const names = RATES.flatMap(({ names }) => names)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  describe.each(RATES.map((rate) => [rate.id, rate] as const))('%s', (_, rate) => {
    test('is told by each of its names, with words before them', () => {
      for (const name of rate.names) {
        expect(rateAtEnd(name)).toEqual({ rate, name })
        expect(rateAtEnd(`某${name}`)?.rate).toBe(rate)
      }
    })

    test('is computed from concepts and roles that exist, and says how', () => {
      expect(rate.readings.length).toBeGreaterThan(0)
      for (const { say, numerator, denominator } of rate.readings) {
        expect(say).toMatch(/÷/)
        for (const need of [numerator, denominator]) {
          for (const id of need.concepts ?? []) expect(conceptById(id), id).toBeDefined()
          for (const role of need.roles ?? []) expect(ROLES).toContain(role)
          expect([need.concepts, need.roles, need.words].some((list) => list !== undefined && list.length > 0)).toBe(true)
        }
      }
    })

    test('can accuse by one reading at least, and cites its source', () => {
      expect(rate.readings.some(({ onlyExplains }) => onlyExplains !== true)).toBe(true)
      expect(rate.source).not.toBe('')
    })
  })

  test('a word that no rate ends in is none', () => {
    expect(rateAtEnd('预算执行')).toBeNull()
    expect(rateAtEnd('')).toBeNull()
  })
})

describe('roles', () => {
  test.each<[string, Role]>([
    ['年初预算', 'initial-budget'],
    ['部门年初预算数', 'initial-budget'],
    ['全年预算数', 'adjusted-budget'],
    ['调整后预算', 'adjusted-budget'],
    ['预算数', 'budget'],
    ['全年执行数', 'executed'],
    ['实际支出', 'executed'],
    ['决算数', 'final'],
    ['资金到位', 'received'],
    ['年度指标值', 'target'],
    ['实际完成值', 'actual'],
    ['分值', 'weight'],
    ['自评得分', 'score'],
  ])('%s is %s', (phrase, role) => {
    expect(roleAtEnd(phrase)?.role).toBe(role)
  })

  test('a phrase without one has none', () => {
    expect(roleAtEnd('人员经费')).toBeNull()
    expect(roleAtEnd('')).toBeNull()
  })
})

describe('directions', () => {
  test.each([
    ['较上年增加', 'up'],
    ['净减少', 'down'],
    ['负增长', 'down'],
    ['压减', 'down'],
    ['同比增长', 'up'],
    ['降幅', 'down'],
  ])('%s is %s', (phrase, direction) => {
    expect(directionAtEnd(phrase)?.direction).toBe(direction)
  })

  test('no word says both', () => {
    for (const phrase of ['持平', '不变', '']) expect(directionAtEnd(phrase)).toBeNull()
  })
})

describe('words round a noun phrase', () => {
  test('longer scopes stand before the shorter ones that they contain', () => {
    for (const [at, [word]] of SCOPE_WORDS.entries())
      for (const [later] of SCOPE_WORDS.slice(at + 1)) expect(later.includes(word) && later !== word, `${word} hides ${later}`).toBe(false)
  })

  test('no list says a word twice', () => {
    for (const list of [COPULAS, OPENERS, TOTAL_WORDS]) expect(list.filter((word, at) => list.indexOf(word) !== at)).toEqual([])
  })
})

describe('words of tables', () => {
  test.each([
    [TOTAL_ROW, ['合计', '合 计', '总计', '小计', '总分', '本年支出合计'], ['道路改造', '合计数额较大的项目', '']],
    [WITHIN_ROW, ['其中', '其 中', '其中：财政拨款', '（其中：财政拨款）', '#基本支出'], ['财政拨款', '']],
    [PLAIN_COLUMN, ['序号', '科目编码', '备注', '年度'], ['金额', '执行数', '分值']],
    [RULE_COLUMN, ['评分标准', '计分办法', '指标解释'], ['得分', '分值']],
    [UNIT_COLUMN, ['单位', '计量单位'], ['单位名称', '预算单位']],
    [DEDUCTION_COLUMN, ['扣分', '扣分值'], ['得分', '扣分原因']],
    [ALL_FUNDS_ROW, ['资金总额', '年度资金总额'], ['财政拨款资金总额情况']],
  ])('%s', (pattern, yes, no) => {
    for (const words of yes) expect(words).toMatch(pattern)
    for (const words of no) expect(words).not.toMatch(pattern)
  })
})
