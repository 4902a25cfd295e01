import { audit } from '@jiheng/audit'
import { describe, expect, it, vi } from 'vitest'
import { corpusReports } from '../../../../bench/formats/corpus.ts'
import { returnOpinion } from '../../src/letters/return-opinion.ts'
import { placeOf } from '../../src/wording/place.ts'
import { severities } from '../../src/wording/words.ts'
import { finding, quote, report, result } from '../list/made.ts'
import { readBack } from './read-back.ts'

const three = result([
  report([
    finding({
      title: '序号重复',
      severity: 'info',
      quotes: [quote('三、效果', '三、', { line: 9 })],
      expected: null,
      repair: null,
      computation: '',
    }),
    finding({
      title: '支出合计不符',
      severity: 'error',
      quotes: [quote('其中支出12万元', '12', { line: 4 }), quote('项目6万元', '6', { line: 5 })],
    }),
    finding({
      title: '称完成又称未完成',
      severity: 'warning',
      quotes: [quote('已全部完成', '全部完成', { line: 6 })],
      expected: null,
      repair: null,
    }),
  ]),
])

describe('the letter to a unit', () => {
  it('is about one report of one unit, and addressed to it', async () => {
    const { lines } = await readBack(await returnOpinion(three))
    expect(lines.slice(0, 3)).toEqual(['关于某局', '2023年度部门整体绩效自评报告的校核意见', '某局：'])
  })

  it('says what was checked, on which day, and what was found', async () => {
    const { text } = await readBack(await returnOpinion(three))
    expect(text).toContain(
      '报送的《某局自评报告》（文件“某局.docx”）已经校核，校核日期为2026年1月1日。共发现差错1处、疑点1处、提示1处，具体意见如下。',
    )
    expect(text).toContain('校核范围：读出数字 20 个，与其他数字核对过的 12 个；其余数字和文字请自查。')
  })

  it('says what the reviewers wrote besides, and by when, on one line each', async () => {
    const { text, lines } = await readBack(
      await returnOpinion(three, { opinion: '请重填附表二。\n\n另附 <b>决算</b>批复。', deadline: '2026-12-05', from: '某县财政局' }),
    )
    expect(lines).toContain('审核意见：请重填附表二。')
    expect(lines).toContain('另附 <b>决算</b>批复。')
    expect(text).toContain('请于2026年12月5日前逐项核对')
    expect(text).toContain('某县财政局')
    expect((await readBack(await returnOpinion(three))).text).not.toContain('审核意见')
  })

  it('of more than anybody reads tells the gravest, and how many are left', async () => {
    const many = (severity: 'error' | 'warning', count: number) =>
      Array.from({ length: count }, (_, at) => finding({ severity, title: `${severity}${at}` }))
    const one = (await readBack(await returnOpinion(result([report([...many('warning', 900), ...many('error', 200)])])))).text
    expect(one).toContain('共发现差错200处、疑点900处，具体意见如下。')
    expect(one).toContain('1000．第1行：warning799。')
    expect(one).not.toContain('warning800')
    expect(one).toContain('本件列到第1000处为止，另有100处，见问题清单。')
    const two = (await readBack(await returnOpinion(result([report(many('warning', 3)), report(many('error', 1001))])))).text
    expect(two).not.toContain('没有发现问题')
    expect(two).toContain('另有4处，见问题清单')
    expect((await readBack(await returnOpinion(three))).text).not.toContain('另有')
  })

  it('puts what must be corrected first, numbers the items through, and gives place, words, working and proposal', async () => {
    const { lines } = await readBack(await returnOpinion(three))
    expect(lines.slice(lines.indexOf('一、需要更正的（差错）')).slice(0, 14)).toEqual([
      '一、需要更正的（差错）',
      '1．第4行：支出合计不符。支出写为 12万元，按分项相加应为 11万元，请核对。',
      '原文：“其中支出12万元”',
      '对照：第5行“项目6万元”',
      '计算：5万元 + 6万元 = 11万元；所写为 12万元',
      '应为：11万元',
      '建议：12万元 改为 11万元（一位数字有误）',
      '二、需要核实的（疑点）',
      '2．第6行：称完成又称未完成。支出写为 12万元，按分项相加应为 11万元，请核对。',
      '原文：“已全部完成”',
      '计算：5万元 + 6万元 = 11万元；所写为 12万元',
      '三、格式和文字（提示）',
      '3．第9行：序号重复。支出写为 12万元，按分项相加应为 11万元，请核对。',
      '原文：“三、效果”',
    ])
  })

  it('gives a long place a line of its own, and does not repeat the heading that other quotes share', async () => {
    const section = '（二）部门预算执行情况'
    const quotes = [
      quote('合计|12', '12', { section, cell: '5,2' }),
      quote('项目|6', '6', { section, cell: '6,2' }),
      quote('基本|5', '5', { section, cell: '7,2' }),
    ]
    const inWord = quotes.map(({ line: _, ...rest }) => rest)
    const { lines } = await readBack(await returnOpinion(result([report([finding({ quotes: inWord })])])))
    const at = lines.findIndex((line) => line.startsWith('1．'))
    expect(lines.slice(at, at + 4)).toEqual([
      '1．合计与分项之和不一致。支出写为 12万元，按分项相加应为 11万元，请核对。',
      '位置：表格第5行第2列 “（二）部门预算执行情况”之下',
      '原文：“合计|12”',
      '对照：表格第6行第2列“项目|6”；表格第7行第2列“基本|5”',
    ])
  })

  it('ends with what is asked and a table to answer in, numbered alike', async () => {
    const { text, tables } = await readBack(await returnOpinion(three))
    expect(text).toContain('请于____年__月__日前逐项核对，填写《逐项回复表》')
    expect(text).toContain('以上由程序校核提出，请对照原文和账表核对；认为无误的，请说明依据。')
    expect(tables).toHaveLength(1)
    expect(tables[0]?.map((row) => row.slice(0, 4))).toEqual([
      ['序号', '位置', '问题', '单位答复'],
      ['1', '第4行', expect.stringMatching(/^支出合计不符所写 ?12万元，应为 ?11万元$/), ''],
      ['2', '第6行', '称完成又称未完成', ''],
      ['3', '第9行', '序号重复', ''],
    ])
    expect(tables[0]?.[1]?.[4]).toMatch(/已改正.*核实无误.*说明/)
  })

  it('takes the day and the office when they are known', async () => {
    const { text } = await readBack(await returnOpinion(three, { deadline: '2026-03-15', from: '某县财政局绩效股' }))
    expect(text).toContain('请于2026年3月15日前')
    expect(text).toContain('某县财政局绩效股')
  })

  it('has no section for what was not found', async () => {
    const { text } = await readBack(await returnOpinion(result([report([finding({ severity: 'warning' })])])))
    expect(text).toContain('一、需要核实的（疑点）')
    expect(text).not.toMatch(/差错）|提示）/)
  })

  it('of a clean report says so, what was covered, and asks for no answer', async () => {
    const { text, tables } = await readBack(await returnOpinion(result([report([])])))
    expect(text).toContain('没有发现问题。')
    expect(text).toContain('校核范围：读出数字 20 个')
    expect(text).not.toContain('回复表')
    expect(tables).toEqual([])
  })

  it('of a file without figures does not call it clean', async () => {
    const { text } = await readBack(await returnOpinion(result([{ ...report([]), coverage: { ...report([]).coverage, numbers: 0 } }])))
    expect(text).toContain('没有读出可以核对的数字，请核对报送的文件是否正确。')
    expect(text).not.toContain('没有发现问题。')
  })

  it('says a basis once: not where message and quotes have it already', async () => {
    const basis = '序号：（一） （2）'
    const of = (kind: 'numbering' | 'scoring-rule') =>
      result([report([finding({ kind, computation: basis, repair: null, expected: null })])])
    expect((await readBack(await returnOpinion(of('numbering')))).text).not.toContain(basis)
    expect((await readBack(await returnOpinion(of('scoring-rule')))).text).toContain(`依据：${basis}`)
  })

  it('of a file that could not be read says why', async () => {
    const locked = result([], { file: '乙.xlsx', problems: [{ code: 'file.encrypted', at: ['乙.xlsx'], details: {} }] })
    const { text } = await readBack(await returnOpinion(locked, { unit: '乙局' }))
    expect(text).toContain('关于“乙.xlsx”的校核意见')
    expect(text).toContain('乙局：')
    expect(text).toContain('文件有密码')
    expect(text).toContain('重新报送')
  })

  it('has a part for each report of a file, the numbers running on', async () => {
    const two = result([report([finding()]), report([finding({ title: '另一问题' })], { unit: '乙局' }), report([], { unit: '丙局' })])
    const { lines, tables } = await readBack(await returnOpinion(two))
    const text = lines.join('\n')
    expect(text).toContain('关于某局等3个单位')
    expect(lines).toEqual(expect.arrayContaining(['一、某局', '二、乙局', '三、丙局', '没有发现问题。']))
    expect(text).toMatch(/1．第1行：合计与分项之和不一致[\s\S]*2．第1行：另一问题/)
    expect(tables[0]?.slice(1).map(([number, place]) => [number, place?.replace(/\s/g, '')])).toEqual([
      ['1', '第1份报告第1行'],
      ['2', '第2份报告第1行'],
    ])
  })
})

describe('letters about real reports', () => {
  it.each([...corpusReports()].filter(([name]) => /^(00|30)/.test(name)))(
    '%s: every finding once, in its order',
    async (_name, document) => {
      const audited = audit(document, { asOf: '2026-01-01', year: null, purpose: null })
      const { text, tables } = await readBack(await returnOpinion(audited))
      const findings = audited.reports.flatMap((one) =>
        severities.flatMap((severity) => one.findings.filter((each) => each.severity === severity)),
      )
      let from = 0
      for (const [at, { quotes, title }] of findings.entries()) {
        const place = quotes[0] === undefined ? '' : placeOf(quotes[0]).slice(0, 50)
        const item = `${at + 1}．${place}`
        const found = text.indexOf(item, from)
        expect(found, item).toBeGreaterThanOrEqual(from)
        expect(text.slice(found, found + 200)).toContain(title)
        from = found + item.length
      }
      expect(text).not.toContain(`${findings.length + 1}．第`)
      expect(text.match(/^应为：.*$/gm) ?? []).toEqual(findings.flatMap(({ expected }) => (expected === null ? [] : [`应为：${expected}`])))
      expect((tables.at(-1)?.length ?? 1) - 1).toBe(findings.length)
    },
  )
})

describe('hostile words and the same bytes', () => {
  const hostile = '\u0000\u001b<w:p/>&amp;]]>\u202e\ud800\ufffe一、\t=1+1'

  it('makes a file that opens, whatever the report says', async () => {
    const bad = finding({
      title: hostile,
      message: hostile.repeat(1000),
      expected: hostile,
      computation: hostile,
      quotes: [quote(hostile, hostile, { section: hostile })],
      repair: { from: hostile, to: hostile, reason: 'wrong-digit' },
    })
    const bytes = await returnOpinion(result([report([bad], { unit: hostile, title: hostile })], { file: hostile }), {
      from: hostile,
      deadline: hostile,
    })
    const { text } = await readBack(bytes)
    expect(text).toContain('<w:p/>&amp;]]>')
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u202e\ufffe]/u)
  })

  it('gives the same bytes on any day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T08:00:00Z') })
    const first = await returnOpinion(three)
    vi.setSystemTime(new Date('2027-08-09T10:11:12Z'))
    const second = await returnOpinion(three)
    vi.useRealTimers()
    expect(second).toEqual(first)
  })
})
