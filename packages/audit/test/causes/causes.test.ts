import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/index.ts'
import { type Audited, auditBody, expectSound, table } from '../audit-text.ts'

/** Check, accused figure's correction and what else does not hold, of all errors and warnings. */
const told = ({ findings }: Audited) =>
  findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ repair, related }) => ({ repair: repair && `${repair.from}→${repair.to} ${repair.reason}`, symptoms: related.length }))

const only = (audited: Audited): Finding => {
  const [first, ...others] = audited.findings.filter(({ severity }) => severity !== 'info')
  expect(others).toEqual([])
  expectSound(audited.document, first as Finding)
  return first as Finding
}

const SPENT = (health: string, share = '31.11%'): string =>
  `支出合计1210.74万元，其中：一般公共服务支出645.64万元，社会保障和就业支出143.80万元，卫生健康支出${health}万元，占支出合计的${share}，住房保障支出44.59万元。`

describe('one cause', () => {
  test('the figure that explains two violations is accused, with the slip that was made', () => {
    const finding = only(auditBody(SPENT('367.71')))
    expect(finding).toMatchObject({ expected: '376.71万元', repair: { from: '367.71万元', to: '376.71万元', reason: 'transposed-digits' } })
    expect(finding.related).toHaveLength(1)
    expect(finding.quotes[0]?.text).toContain('367.71')
    expect(finding.steps.at(-1)?.say).toContain('全部成立')
  })
  test('nothing is said of the same report without the slip', () => expect(told(auditBody(SPENT('376.71')))).toEqual([]))

  test('a figure that other relations hold in place is not accused', () => {
    const rows = table(
      '项目 | 预算数（万元） | 执行数（万元） | 执行率',
      '甲 | 200.00 | 150.00 | 75.00%',
      '乙 | 100.00 | 59.00 | 95.00%',
      '合计 | 300.00 | 245.00 | 81.67%',
    )
    expect(told(auditBody(rows))).toEqual([{ repair: '59.00万元→95.00万元 transposed-digits', symptoms: 1 }])
  })

  test('the same wrong number at two places is one cause', () => {
    const text = `${SPENT('367.71')}\n\n（三）卫生健康支出367.71万元，主要用于疾病预防。`
    expect(told(auditBody(text))).toEqual([{ repair: '367.71万元→376.71万元 transposed-digits', symptoms: 1 }])
  })

  test('a direction that is written the wrong way round', () => {
    const finding = only(auditBody('2023年培训费支出12.40万元，上年10.00万元，比上年增加2.40万元，下降24.00%。'))
    expect(finding.repair?.reason).toBe('wrong-direction')
  })

  test('an amount in a wrong unit', () => {
    const finding = only(auditBody('全年预算812.60万元，执行数650.08元，预算执行率80.00%。'))
    expect(finding).toMatchObject({ kind: 'unit', repair: { to: '650.08万元', reason: 'wrong-unit' } })
  })

  test('a part that was left out is named when the report prints its amount', () => {
    const text =
      '公务接待费3.27万元，较上年持平。\n\n“三公”经费支出15.62万元，其中：因公出国（境）费0万元，公务用车购置及运行维护费12.35万元，合计15.62万元。'
    const finding = only(auditBody(text))
    expect(finding.repair).toEqual({ from: '', to: '公务接待费 3.27万元', reason: 'missing-part' })
    expect(finding.message).toContain('是否漏列')
  })
})

describe('several causes', () => {
  test('two slips are two findings, each with its own figures', () => {
    const text = `${SPENT('367.71')}\n\n年初预算512.40万元，追加120.00万元，全年预算623.40万元。`
    expect(told(auditBody(text))).toEqual([
      { repair: '367.71万元→376.71万元 transposed-digits', symptoms: 1 },
      { repair: '623.40万元→632.40万元 transposed-digits', symptoms: 0 },
    ])
  })

  test('equally likely slips are shown beside one another', () => {
    const { repair } = only(auditBody('收到建议46件、提案35件，共计91件。'))
    expect([repair?.to, ...(repair?.alternatives ?? []).map(({ to }) => to)].length).toBeGreaterThan(1)
  })
})

describe('the order of the claims', () => {
  test('does not change what is found', () => {
    const sentences = [SPENT('367.71'), '年初预算512.40万元，追加120.00万元，全年预算623.40万元。', '收到建议46件、提案35件，共计91件。']
    const sorted = (order: readonly number[]) =>
      told(auditBody(order.map((i) => sentences[i]).join('\n\n')))
        .map((entry) => JSON.stringify(entry))
        .sort()
    expect(sorted([2, 0, 1])).toEqual(sorted([0, 1, 2]))
    expect(sorted([1, 2, 0])).toEqual(sorted([0, 1, 2]))
  })
})
