import { ingestText, type SourceDocument } from '@jiheng/ingest'
import { describe, expect, test } from 'vitest'
import { claimsOfReport } from '../../src/claims/claims-of-report.ts'
import { judge } from '../../src/graph/judge.ts'
import { resolvePlaces } from '../../src/graph/resolve-places.ts'
import { audit } from '../../src/index.ts'
import { relationsOf } from '../../src/relations/recognise/all.ts'
import { ACCOUNTS, type AccountsName, accountsReport } from './accounts-report.ts'

const NAMES = Object.keys(ACCOUNTS) as AccountsName[]

const read = (text: string): SourceDocument => ingestText(new TextEncoder().encode(text), { name: 'report.txt', sha256: '' })

const findingsOf = (text: string) => audit(read(text), { asOf: null, year: null, purpose: null }).findings

/** Identities that are judged in a report, and those of them that do not hold. */
function identitiesOf(text: string): { judged: Set<string>; broken: Set<string> } {
  const [report] = read(text).reports
  if (report === undefined) throw new Error('no report')
  const set = claimsOfReport(report, 0)
  resolvePlaces(set)
  const [judged, broken] = [new Set<string>(), new Set<string>()]
  for (const { source, readings } of relationsOf(set)) {
    for (const id of source.citation?.match(/ID-\d\d/g) ?? []) {
      judged.add(id)
      if (!readings.some(({ equation }) => judge(equation, set.figures)?.holds === true)) broken.add(id)
    }
  }
  return { judged, broken }
}

/** One cell of one table changed: the line as it stands, its new text, and an identity that it breaks. */
const SLIPS: Readonly<Record<string, readonly [table: AccountsName, from: string, to: string, id: string]>> = {
  'income that its parts do not make': ['T1', '五、事业收入\t5\t25.60', '五、事业收入\t5\t26.50', 'ID-01'],
  'income of two tables': ['T2', '合计\t\t1413.92', '合计\t\t1431.92', 'ID-02'],
  'spending of two tables': ['T1', '本年支出合计\t58\t1408.20', '本年支出合计\t58\t1480.20', 'ID-03'],
  'surplus used, left out of the total': ['T1', '（含专用结余）\t28\t6.50', '（含专用结余）\t28\t5.60', 'ID-04'],
  'surplus distributed': ['T1', '结余分配\t59\t2.35', '结余分配\t59\t3.25', 'ID-05'],
  'both grand totals': ['T1', '总计\t31\t1508.79', '总计\t31\t1508.97', 'ID-06'],
  'basic and project spending of a class': ['T3', '2070109\t群众文化\t820.17\t612.40', '2070109\t群众文化\t820.17\t621.40', 'ID-09'],
  'an item below its group': ['T5', '2101103\t公务员医疗补助\t20.27\t20.27', '2101103\t公务员医疗补助\t20.72\t20.72', 'ID-12'],
  'classes below the total': ['T5', '221\t住房保障支出\t77.83', '221\t住房保障支出\t78.83', 'ID-13'],
  'economic items below their class': ['T6', '30302\t退休费\t14.06', '30302\t退休费\t16.04', 'ID-14'],
  'a function class in two tables': ['T4', '39\t1029.21\t1029.21', '39\t1092.21\t1092.21', 'ID-15'],
  'personnel cost': ['T6', '人员经费合计\t\t723.52', '人员经费合计\t\t732.52', 'ID-17'],
  'public cost': ['T6', '310\t资本性支出\t3.38', '310\t资本性支出\t3.83', 'ID-18'],
  'appropriations of two tables': ['T4', '本年收入合计\t27\t1358.45', '本年收入合计\t27\t1385.45', 'ID-19'],
  'appropriations by fund': ['T4', '二、政府性基金预算财政拨款\t2\t60.00', '二、政府性基金预算财政拨款\t2\t66.00', 'ID-20'],
  'general budget of two tables': ['T5', '合计\t\t1286.89', '合计\t\t1268.89', 'ID-21'],
  'basic spending of two tables': ['T5', '1286.89\t845.80', '1286.89\t854.80', 'ID-22'],
  'funds of two tables': ['T8', '60.00\t60.00\t\t60.00\t3.00\n212', '60.00\t66.00\t\t66.00\t3.00\n212', 'ID-23'],
  'more from the budget than all spending': ['T3', '2070199\t其他文化和旅游支出\t258.35', '2070199\t其他文化和旅游支出\t238.35', 'ID-24'],
  'balance of the funds': ['T8', '60.00\t3.00\n212', '60.00\t30.00\n212', 'ID-25'],
  'the three public expenses': ['T7', '4.50\t1.48', '4.50\t1.84', 'ID-26'],
  'vehicles bought and run': ['T7', '4.50\t0.00\t4.50', '4.50\t0.00\t5.40', 'ID-27'],
  'reception above what 三公 says': ['T6', '30217\t公务接待费\t1.36', '30217\t公务接待费\t13.60', 'ID-30'],
}

const mutated = (table: AccountsName, from: string, to: string): string => {
  const [before, after] = [ACCOUNTS[table], ACCOUNTS[table].replace(from, to)]
  expect(after).not.toBe(before)
  return accountsReport().replace(before, after)
}

describe('the nine accounts tables', () => {
  test('say nothing when all of them agree', () => expect(findingsOf(accountsReport())).toEqual([]))

  test.each(NAMES)('%s alone says nothing', (name) => expect(findingsOf(accountsReport([name]))).toEqual([]))

  test('are judged by every identity that speaks of them', () => {
    const { judged, broken } = identitiesOf(accountsReport())
    expect([...judged].sort()).toEqual([...new Set(Object.values(SLIPS).map(([, , , id]) => id))].sort())
    expect([...broken]).toEqual([])
  })

  test.each(Object.entries(SLIPS))('%s', (_, [table, from, to, id]) => {
    const text = mutated(table, from, to)
    expect([...identitiesOf(text).broken]).toContain(id)
    const line = text.slice(0, text.indexOf(to)).split('\n').length
    const found = findingsOf(text).filter(({ severity }) => severity === 'error')
    expect(found.flatMap(({ quotes }) => quotes.map((quote) => quote.line))).toContain(line)
  })

  test('every twelfth amount with a wrong digit before the last is found', () => {
    const text = accountsReport()
    for (const [at, { 0: was, index }] of [...text.matchAll(/\d+\.\d\d/g)].entries()) {
      if (at % 12 !== 0) continue
      const now = `${was.slice(0, -2)}${(Number(was.at(-2)) + 3) % 10}${was.at(-1)}`
      const found = findingsOf(text.slice(0, index) + now + text.slice(index + was.length))
      expect(found.length, `${was} → ${now}, line ${text.slice(0, index).split('\n').length}`).toBeGreaterThan(0)
    }
  })
})

describe('tables that are compared with nothing', () => {
  const other = (text: string): string => text.replaceAll('1413.92', '2413.92')
  const income = `${ACCOUNTS.T2}\n`

  test('the same table of two years', () => {
    const lastYear = income.replace('收入决算表', '2022年度收入决算表')
    const { broken } = identitiesOf(`${accountsReport(['T1'])}\n${lastYear}${other(income.replace('收入决算表', '2023年度收入决算表'))}`)
    expect([...broken]).not.toContain('ID-02')
  })

  test('a table of another unit', () => {
    const of = income.replace('青禾县文化馆', '青禾县图书馆').replace('1413.92', '2413.92')
    expect([...identitiesOf(`${accountsReport(['T1'])}\n${of}`).broken]).not.toContain('ID-02')
  })

  test('a table without its title', () => {
    const untitled = other(income).replace('收入决算表', '有关收入情况')
    expect([...identitiesOf(`${accountsReport(['T1'])}\n${untitled}`).judged]).not.toContain('ID-02')
  })

  test('blank cells', () => {
    const blank = ACCOUNTS.T1.replace('本年支出合计\t58\t1408.20', '本年支出合计\t58\t')
    expect([...identitiesOf(accountsReport().replace(ACCOUNTS.T1, blank)).broken]).not.toContain('ID-03')
  })

  test('reception paid by projects as well', () => {
    const less = ACCOUNTS.T6.replace('1.36', '0.36').replace('20.00', '21.00')
    expect([...identitiesOf(accountsReport().replace(ACCOUNTS.T6, less)).broken]).toEqual([])
  })

  test('a part that is split into columns of its own', () => {
    const split = ACCOUNTS.T2.replaceAll('\t事业收入\t', '\t教育收费\t')
    expect([...identitiesOf(accountsReport().replace(ACCOUNTS.T2, split)).broken]).toEqual([])
  })

  test('codes in three columns', () => {
    const split = ACCOUNTS.T5.replace(/\n(\d{3})(\d\d)?(\d\d)?\t/g, '\n$1\t')
    expect([...identitiesOf(accountsReport().replace(ACCOUNTS.T5, split)).broken]).toEqual([])
  })
})
