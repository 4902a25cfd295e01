import { afterEach, describe, expect, test, vi } from 'vitest'
import { audit, claimsOf, type Finding } from '../src/index.ts'
import { auditText, expectSound, HEAD, readText, table } from './audit-text.ts'

const SUM = '基本支出600.00万元，其中：人员经费500.00万元，公用经费110.00万元。'
const RATE = '全年预算数为1000.00万元，全年支出958.70万元，预算执行率95.97%。'
const GRADE = '自评得分为72分，评价等级为“优”。'
const COUNT = '内设机构5个，分别是综合股、秘书股、信息股、督查股。'
const TABLE = table('项目 | 金额（万元）', '道路改造 | 100.50', '桥梁维修 | 200.25', '合计 | 310.75')
const FAULTY = `${HEAD}一、概况\n${COUNT}\n二、经费\n${SUM}\n${RATE}\n三、明细\n${TABLE}\n`

const checksOf = (findings: readonly Finding[]): string[] => findings.map(({ check }) => check)

describe('the result', () => {
  test('goes through JSON and back', () => {
    const { result } = auditText(FAULTY)
    expect(result.findings.length).toBeGreaterThan(3)
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  test('is the same for the same text', () => {
    expect(auditText(FAULTY).result).toEqual(auditText(FAULTY).result)
  })

  test('is not changed by an audit of something else in between', () => {
    const first = auditText(FAULTY).result
    auditText(`${HEAD}${SUM}`)
    expect(auditText(FAULTY).result).toEqual(first)
  })

  test('names the engine, the catalogue, the file and the question', () => {
    const { result } = auditText(FAULTY)
    expect(result).toMatchObject({ file: 'report.txt', sha256: 'x', context: { asOf: null, year: null, purpose: null }, problems: [] })
    expect(result.engine).not.toBe('')
    expect(result.catalogue).toMatch(/^[0-9a-f]{16}$/)
  })

  test('says what was covered', () => {
    const { result } = auditText(FAULTY)
    const { coverage } = result.reports[0] ?? expect.fail('no report')
    expect(coverage.numbers).toBe(claimsOf(readText(FAULTY)).flat().length)
    expect(coverage.inClaims).toBeLessThanOrEqual(coverage.numbers)
    expect(coverage.inRelations).toBeLessThanOrEqual(coverage.numbers)
    expect(coverage.inRelations).toBeGreaterThan(0)
    expect(coverage.relations.broken).toBe(0)
  })

  test('has sound findings', () => {
    const { document, findings } = auditText(FAULTY)
    for (const finding of findings) expectSound(document, finding)
  })
})

describe('findings', () => {
  test('stand in document order', () => {
    const { findings } = auditText(FAULTY)
    expect(checksOf(findings)).toEqual(['count-conflict', 'total-mismatch', 'rate-mismatch', 'total-mismatch'])
    const lines = findings.map(({ quotes }) => quotes[0]?.line ?? 0)
    expect([...lines].sort((a, b) => a - b)).toEqual(lines)
  })

  test('keep their ids when a paragraph is added in front', () => {
    const later = auditText(FAULTY.replace('一、概况\n', '一、概况\n我单位认真组织开展自评，共召开会议12次。\n'))
    expect(later.findings.map(({ id }) => id)).toEqual(auditText(FAULTY).findings.map(({ id }) => id))
  })

  test('have ids of their own, even where the same words are wrong twice', () => {
    const { findings } = auditText(`${HEAD}一、甲\n${GRADE}\n二、乙\n${GRADE}\n`)
    expect(checksOf(findings)).toEqual(['grade-mismatch', 'grade-mismatch'])
    expect(new Set(findings.map(({ id }) => id)).size).toBe(2)
  })

  test('of a report are those of the whole result', () => {
    const { result } = auditText(FAULTY)
    expect(result.reports.flatMap(({ findings }) => findings)).toEqual(result.findings)
  })
})

describe('reports', () => {
  const second = HEAD.replace('临河县示例局', '临山县示例站')

  test('of one file are audited each on its own', () => {
    const { result } = auditText(`${HEAD}一、概况\n三公经费支出15.68万元。\n\n${second}一、概况\n三公经费支出15.86万元。\n${SUM}\n`)
    expect(result.reports).toHaveLength(2)
    expect(result.reports.map(({ findings }) => checksOf(findings))).toEqual([[], ['total-mismatch']])
    expect(result.findings[0]?.quotes[0]?.report).toBe(1)
  })

  test('with the same fault have findings with ids of their own', () => {
    const { findings } = auditText(`${HEAD}一、概况\n${SUM}\n\n${second}一、概况\n${SUM}\n`)
    expect(checksOf(findings)).toEqual(['total-mismatch', 'total-mismatch'])
    expect(new Set(findings.map(({ id }) => id)).size).toBe(2)
  })

  test('take their year from the sender where he gives one', () => {
    const document = readText('一、概况\n2021年三公经费支出3.00万元，上年4.00万元。\n')
    expect(audit(document, { asOf: null, year: null, purpose: null }).reports[0]?.year).toBeNull()
    const told = audit(document, { asOf: null, year: 2021, purpose: null })
    expect(told.reports[0]?.year).toBe(2021)
    expect(told.context.year).toBe(2021)
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\n\t\n'],
    ['words without a number', '我单位认真组织开展自评。'],
    ['a heading alone', '一、概况'],
    ['a table of words', '项目\t内容\n甲\t乙\n'],
  ])('of %s have no findings and break nothing', (_, text) => {
    const { result } = auditText(text)
    expect(result.findings).toEqual([])
    for (const { coverage } of result.reports) expect(coverage.relations.broken).toBe(0)
    expect(result.problems.filter(({ code }) => code === 'audit.check-broken')).toEqual([])
  })
})

describe('a check that breaks', () => {
  afterEach(() => {
    vi.doUnmock('../src/checks/figures/rate-mismatch.ts')
    vi.resetModules()
  })

  test('costs its own result and no other', async () => {
    vi.resetModules()
    vi.doMock('../src/checks/figures/rate-mismatch.ts', async (importOriginal) => {
      const { rateMismatch } = await importOriginal<typeof import('../src/checks/figures/rate-mismatch.ts')>()
      return {
        rateMismatch: {
          ...rateMismatch,
          run: () => {
            throw new Error('out of order')
          },
        },
      }
    })
    const { audit: broken } = await import('../src/audit.ts')
    const result = broken(readText(FAULTY), { asOf: null, year: null, purpose: null })
    expect(checksOf(result.findings)).toEqual(['count-conflict', 'total-mismatch', 'total-mismatch'])
    expect(result.reports[0]?.coverage.relations.broken).toBe(1)
    expect(result.reports[0]?.untold).toContainEqual(expect.objectContaining({ check: 'rate-mismatch' }))
    expect(result.problems).toEqual([{ code: 'audit.check-broken', at: [0, 'rate-mismatch'], details: { reason: 'out of order' } }])
  })
})
