import { describe, expect, test } from 'vitest'
import { readFactWords } from '../../src/cases/fact-words.ts'
import { Names } from '../../src/cases/names.ts'
import { readCases } from '../../src/cases/read-cases.ts'
import { readRefusals } from '../../src/cases/read-refusals.ts'
import { runCase, sayFailure } from '../../src/cases/run-case.ts'
import { runRefusal } from '../../src/cases/run-refusal.ts'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import { itemData, schemeData } from '../samples.ts'

const { items } = readItems(itemData, 'items')
const read = readScheme(schemeData(), '细则', items)
if ('problems' in read) throw new Error('sample')
const context = { items, schemes: new Map([[read.scheme.id, read.scheme]]) }
const [version] = read.scheme.versions
if (version === undefined) throw new Error('sample')

const aCase = (rest: object) => ({
  case: 'one',
  label: '样例',
  scheme: 'sample-department',
  year: 2023,
  only: ['预算执行率', '在职人员控制率'],
  facts: { 年初预算数: '1000 万元', 追加: '2000000 元', 全年执行数: '900万元', 在职人数: '34 人', 编制数: '33 名' },
  expect: { scores: { 预算执行率: '7.5', staffing: '3.48' }, actuals: { 预算执行率: '75' }, total: '10.98', grade: null },
  ...rest,
})
const run = (rest: object) => {
  const { cases, problems } = readCases({ cases: [aCase(rest)] }, '案例', context)
  const [one] = cases
  return problems.length > 0 || one === undefined ? problems.map(({ code }) => code) : runCase(one, items).failures.map(sayFailure)
}

describe('a case', () => {
  test('names things as officers print them and holds', () => expect(run({})).toEqual([]))

  test('says what came out instead', () => {
    expect(run({ expect: { scores: { 预算执行率: '8' }, total: '90' } })).toEqual([
      'total：算得 10.98，应为 90',
      '预算执行率：算得 7.5，应为 8',
    ])
  })

  test('reads a rule otherwise where it says so', () => {
    const otherwise = { 预算执行率: { target: '>= 50', rounding: '0 places' }, 在职人员控制率: { curve: 'threshold', weight: '4' } }
    expect(run({ with: otherwise, expect: { scores: { 预算执行率: '10', 在职人员控制率: '0' }, raw: '10', applicable: '14' } })).toEqual([])
  })

  test('replaces the policies that it names and no others', () => {
    expect(run({ policies: { rounding: 'to 0.5' }, expect: { scores: { staffing: '3.5' }, total: '11' } })).toEqual([])
    expect(run({ policies: { 'total-rounding': '1 places' }, expect: { scores: { staffing: '3.48' }, total: '11' } })).toEqual([])
  })

  test('gives no total on half a plan, and says why', () => {
    expect(run({ only: [], expect: { plan: 'block-empty' } })).toEqual([])
    expect(run({ only: [], expect: { total: '1' } })).toEqual(['total：算得 未计算：block-empty，应为 1'])
  })

  test('a part of a scheme can be a block', () => {
    const facts = { ...aCase({}).facts, 管理制度健全性: ['有制度', '合法合规', '有效执行'], 公开及时性: '2024-10-31' }
    expect(run({ only: ['投入管理'], facts, expect: { applicable: '20', total: '18.48' } })).toEqual([])
  })

  test('goals stand under the block that they name', () => {
    const goals = { 产出和效益: [{ label: '培训人次', weight: '70', figure: true, unit: 'each:人次', target: '>= 200' }] }
    const facts = { 培训人次: '100 人次', 管理制度健全性: ['有制度'], 公开及时性: '2024-11-02' }
    const rest = { only: [], goals, facts: { ...aCase({}).facts, ...facts } }
    expect(run({ ...rest, expect: { scores: { 培训人次: '35', rules: '1', disclosed: '10' }, blocks: { 产出和效益: '35' } } })).toEqual([])
  })

  test.each([
    ['facts.unknown-item', { facts: { 心愿: '5 万元' } }],
    ['facts.no-unit', { facts: { 年初预算数: '5' } }],
    ['facts.no-unit', { facts: { 年初预算数: 5 } }],
    ['facts.bad-value', { facts: { 年初预算数: '很多' } }],
    ['scheme.unknown-unit', { facts: { 年初预算数: '5 斗' } }],
    ['scheme.bad-value', { with: { 没有的: { weight: '1' } } }],
    ['scheme.bad-value', { expect: { scores: { 没有的: '1' } } }],
    ['scheme.missing', { expect: null }],
    ['scheme.not-in-force', { year: 2030 }],
    ['scheme.unknown-key', { fact: {} }],
  ])('%s is told', (code, rest) => expect(run(rest)).toContain(code))
})

describe('facts in words', () => {
  const names = new Names(items, version, [])
  const say = (name: string, given: unknown) => {
    const about = names.subject(name)
    if (about === null || about === 'ambiguous') throw new Error(name)
    const words = readFactWords(given, about)
    return 'value' in words ? words.value : words.code
  }

  test.each([
    ['年初预算数', '1,234.50 万元', { kind: 'figure', value: '1234.5', unit: 'wan-yuan' }],
    ['年初预算数', '不适用（没有预算）', { kind: 'not-applicable', reason: '没有预算' }],
    ['在职人数', '34 名', { kind: 'figure', value: '34', unit: 'each:人' }],
    ['公开及时性', '未完成', { kind: 'date', date: null }],
    ['管理制度健全性', ['有制度', 'legal'], { kind: 'checks', met: ['exist', 'legal'] }],
    ['管理制度健全性', '得 2 分（缺一项）', { kind: 'points', points: '2', reason: '缺一项' }],
    ['年初预算数', { 甲: '1 万元', 乙: '2.5 万元' }, { kind: 'figure', value: '3.5', unit: 'wan-yuan' }],
    ['预算执行率', { 甲: '90% × 100 万元', 乙: '80% × 3000000 元' }, { kind: 'figure', value: '82.5', unit: 'percent' }],
    ['预算执行率', { 甲: '90% × 100 万元', 乙: '80%' }, 'facts.bad-value'],
    ['预算执行率', { 甲: '90% × 0 元' }, 'facts.bad-value'],
    ['管理制度健全性', ['没有这一条'], 'facts.bad-value'],
    ['年初预算数', 'x'.repeat(100_000), 'facts.bad-value'],
  ])('%s: %j', (name, given, expected) => expect(say(name, given)).toEqual(expected))
})

describe('a refusal', () => {
  const parse = () => ({ problems: [{ code: 'scheme.unreadable' as const, at: [], details: {} }] })
  const outcome = (refusal: object) => {
    const { refusals, problems } = readRefusals({ base: schemeData(), refusals: [{ refuse: 'r', label: 'r', ...refusal }] }, 'x', context)
    const [one] = refusals
    return problems.length > 0 || one === undefined
      ? problems.map(({ code }) => code)
      : runRefusal(one, items, parse).failures.map(({ found }) => found)
  }

  test('holds when the code is among those told', () => {
    expect(outcome({ set: { 'versions.0.tree.0.weight': '11' }, problem: 'scheme.weights-not-full' })).toEqual([])
    expect(outcome({ remove: ['versions.0.from'], problem: 'scheme.no-period' })).toEqual([])
    expect(outcome({ text: 'x', problem: 'scheme.unreadable' })).toEqual([])
    expect(outcome({ facts: { 年初预算数: '-1 万元' }, problem: 'facts.negative' })).toEqual([])
  })

  test('fails when nothing is wrong, or something else', () => {
    expect(outcome({ set: {}, problem: 'scheme.weights-not-full' })).toEqual(['未发现问题'])
    expect(outcome({ remove: ['versions.0.from'], problem: 'scheme.overlap' })[0]).toContain('scheme.no-period')
  })

  test('leaves the base as it was', () => {
    const base = schemeData()
    readRefusals({ base, refusals: [{ refuse: 'r', label: 'r', problem: 'x', set: { 'versions.0.tree.0.weight': '11' } }] }, 'x', context)
    expect(base).toEqual(schemeData())
  })
})
