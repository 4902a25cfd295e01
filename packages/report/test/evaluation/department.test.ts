import { consolidate, coverageOfList, type DepartmentUnit, factBook, statisticsOf } from '@jiheng/evaluation'
import { describe, expect, it } from 'vitest'
import { departmentPage } from '../../src/evaluation/department-page.ts'
import { type DepartmentReport, isDepartmentOpen, moneyRows } from '../../src/evaluation/department-report.ts'
import { departmentWorkbook } from '../../src/evaluation/department-workbook.ts'
import { readBook } from '../../src/list/sheet-library.ts'
import { evaluated, fact, items } from './made.ts'

const figure = (value: string) => ({ kind: 'figure', value, unit: 'wan-yuan' }) as const
const facts = [
  fact('budget', figure('100'), { id: '1', unit: 'a' }),
  fact('budget', figure('50'), { id: '2', unit: 'b' }),
  fact('executed', figure('90'), { id: '3', unit: 'a' }),
  fact('budget', figure('145'), { id: '4', unit: 'd' }),
]

function reportOf(names: Readonly<Record<string, string>> = {}, reason = '审计调减'): DepartmentReport {
  const units = ['a', 'b'].map((unit): DepartmentUnit => ({ unit, name: names[unit] ?? '', state: 'reported', submitted: null }))
  const consolidation = consolidate({
    department: 'd',
    units: ['a', 'b'],
    year: 2023,
    book: factBook(facts, { asOf: '2024-12-31', isNeverNegative: () => false }),
    items,
    transfers: [],
    adjustments: [{ item: 'budget', amount: '-3', unit: 'wan-yuan', reason }],
  })
  const scored = units.map((one) => ({ ...one, total: one.unit === 'a' ? '90' : null, grade: one.unit === 'a' ? '优' : null }))
  return {
    id: 'd',
    name: names.d ?? 'd',
    year: 2023,
    scheme: { label: '样例细则', document: '样例办法', from: '2022-01-01' },
    full: '100',
    score: { kind: 'once', evaluated: evaluated() },
    consolidation,
    transfers: [{ id: 't', from: 'a', to: 'b', items: ['budget'], year: 2023, amount: '1', unit: 'wan-yuan', reason }],
    coverage: coverageOfList({ units, due: null }, '2024-03-31'),
    statistics: statisticsOf(scored, { grades: ['优'] }),
    units: scored,
  }
}

describe('what is shown of a department', () => {
  it('holds its money against its own statement, and names who lacks an amount', () => {
    expect(moneyRows(reportOf({ b: '乙所' }))).toMatchObject([
      {
        label: '全年预算数',
        sum: '150',
        stated: '145',
        difference: '-5',
        explained: '-3 万元（审计调减）',
        unexplained: '-2',
        isOff: true,
      },
      { label: '全年执行数', sum: '', consolidated: '', lacks: '未填：b 乙所', isOff: false },
    ])
    expect(isDepartmentOpen(reportOf())).toBe(true)
  })

  it('tells units that count in different ways', () => {
    const report = reportOf()
    const [first, ...rest] = report.consolidation.items
    if (first === undefined) throw new Error('sample')
    const as = (...bases: readonly (string | null)[]) => {
      const parts = first.parts.map((part, at) => ({ ...part, basis: bases[at] ?? null }))
      return moneyRows({ ...report, consolidation: { ...report.consolidation, items: [{ ...first, parts }, ...rest] } })[0]?.mixed
    }
    expect(as('决算', '国库支付')).toBe('口径不一，请核对：决算（a）；国库支付（b）')
    expect([as('决算', '决算'), as('决算', null), as(null, null)]).toEqual(['', '', ''])
  })

  it('is the same book for the same values', async () => {
    const make = () => departmentWorkbook(reportOf(), { asOf: '2024-03-31' })
    expect(Buffer.from(await make()).equals(Buffer.from(await make()))).toBe(true)
  })

  it('is not steered by names and reasons', async () => {
    const hostile = '=1+1</td><script>alert(1)</script>\u202e\u0000\ud800'
    const report = reportOf({ a: hostile, d: hostile }, hostile)
    const page = departmentPage(report, { asOf: null })
    expect(page).not.toContain('<script')
    for (const character of ['\u202e', '\u0000', '\ud800']) expect(page).not.toContain(character)
    const sheets = await readBook(await departmentWorkbook(report, { asOf: null }))
    expect(sheets[0]?.rows.flat().some((cell) => cell.includes('=1+1</td>'))).toBe(true)
    const cells = sheets.flatMap(({ rows }) => rows.flat()).join('')
    for (const character of ['\u202e', '\u0000', '\ud800']) expect(cells).not.toContain(character)
  })
})
