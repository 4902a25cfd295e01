import { describe, expect, it } from 'vitest'
import { aCrossFinding, aFinding, aQuote, aReport, aResult, aSummary } from '../../../../packages/runner/test/fakes/results.ts'
import { renderBatch } from '../../src/output/pretty/batch.ts'
import { renderFile } from '../../src/output/pretty/file.ts'
import { renderFinding } from '../../src/output/pretty/finding.ts'
import { lookFor } from '../../src/output/pretty/look.ts'
import { widthOf } from '../../src/output/width.ts'

const look = lookFor(80, (_style, text) => text)
const total = aQuote('全年支出合计1,234.50万元，其中：基本支出800.00万元，项目支出433.50万元。', '1,234.50', { line: 12 })

describe('a finding', () => {
  it('shows severity, place, the marked line, the working and what it should be', () => {
    const finding = aFinding({
      quotes: [total, aQuote('支出总计1,233.50万元。', '1,233.50', { line: 30, block: 7 })],
      steps: [{ say: '800.00 + 433.50 = 1,233.50' }, { say: '1,234.50 − 1,233.50 = 1.00' }],
      expected: '1,233.50万元',
      repair: {
        from: '1,234.50',
        to: '1,233.50',
        reason: 'wrong-digit',
        alternatives: [{ from: '433.50', to: '434.50', reason: 'wrong-digit' }],
      },
    })
    expect(renderFinding(finding, 1, look).join('\n')).toBe(`差错 1  合计与分项之和不一致  第12行
    全年支出合计1,234.50万元，其中：基本支出800.00万元，项目支出433.50万元。
                ^^^^^^^^
    分项之和与合计不一致，请核对。
    计算  1. 800.00 + 433.50 = 1,233.50
          2. 1,234.50 − 1,233.50 = 1.00
    应为  1,233.50万元
    建议  1,234.50 改为 1,233.50（一位数字有误）
          或 433.50 改为 434.50（一位数字有误）
    另见  第30行  支出总计1,233.50万元。`)
  })

  it('does not repeat a line for every figure on it', () => {
    const finding = aFinding({ quotes: [total, aQuote(total.text, '800.00', { line: 12 }), aQuote(total.text, '433.50', { line: 12 })] })
    expect(renderFinding(finding, 1, look).join('\n')).not.toContain('另见')
  })

  it('stops after a few other places and says how many are left', () => {
    const quotes = Array.from({ length: 12 }, (_, at) => aQuote(`第${at}处12万元`, '12', { line: at + 1, block: at }))
    const lines = renderFinding(aFinding({ quotes }), 1, look)
    expect(lines.filter((line) => line.includes('另见'))).toHaveLength(4)
    expect(lines.at(-1)).toContain('另有 7 处')
  })

  it('gathers what stands on one line, without texts that are part of another', () => {
    const quotes = ['办公费29.07万元', '印刷费20.87万元', '印刷费20.87万元，咨询费3万元'].map((text, at) =>
      aQuote(text, '2', { line: 34, block: 9, textStart: at }),
    )
    const lines = renderFinding(aFinding({ quotes: [total, ...quotes] }), 1, look)
    expect(lines.filter((line) => line.includes('另见'))).toEqual(['    另见  第34行  办公费29.07万元；印刷费20.87万元，咨询费3万元'])
  })

  it('leaves out the middle of a long working', () => {
    const steps = Array.from({ length: 21 }, (_, at) => ({ say: `第${at + 1}步` }))
    const lines = renderFinding(aFinding({ steps }), 1, look).slice(2)
    expect(lines).toHaveLength(9)
    expect(lines[0]).toBe('    计算  1. 第1步')
    expect(lines[3]).toContain('中间 13 步从略')
    expect(lines.at(-1)).toBe('         21. 第21步')
  })

  it('fits the terminal', () => {
    const finding = aFinding({
      quotes: [total, { ...total, block: 3, line: 40 }],
      message: '请核对。'.repeat(40),
      expected: '数'.repeat(90),
    })
    for (const line of renderFinding(finding, 1, look)) expect(widthOf(line)).toBeLessThanOrEqual(80)
  })

  it('lets no text of the document through to the terminal', () => {
    const evil = '\x1b]0;x\x07\u202e'
    const quote = aQuote(`支出${evil}12万元`, '12', { line: 1, cell: evil })
    const finding = aFinding({
      title: evil,
      message: evil,
      quotes: [quote, { ...quote, block: 2 }],
      steps: [{ say: evil }],
      expected: evil,
    })
    const repaired = { ...finding, repair: { from: evil, to: evil, reason: 'wrong-digit' as const } }
    const text = renderFile(aResult([aReport({ findings: [repaired], unit: evil, title: evil })], { file: evil }), look)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(text.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e]/)
  })
})

describe('a file', () => {
  it('lists what matters most first and closes with counts and coverage', () => {
    const findings = [
      aFinding({ severity: 'info', title: '丙' }),
      aFinding({ severity: 'warning', title: '乙' }),
      aFinding({ severity: 'error', title: '甲' }),
    ]
    const text = renderFile(aResult([aReport({ findings })]), look)
    expect(text).toMatch(/差错 1 {2}甲.*疑点 2 {2}乙.*提示 3 {2}丙/s)
    expect(text).toContain('青石县水利局  2023年度  部门整体绩效自评')
    expect(text).toContain('小结  差错 1  疑点 1  提示 1\n')
    expect(text).toContain('数字 120 个，进入核对 84 个；核对关系 40 条：相符 38，不符 1，无法判断 1')
  })

  it('without findings says how much was not looked at', () => {
    const text = renderFile(aResult([aReport()]), look)
    expect(text).toContain('未发现问题')
    expect(text).toContain('36 个数字未进入核对')
  })

  it('with several reports numbers them and adds up their coverage', () => {
    const text = renderFile(aResult([aReport(), aReport({ unit: null, year: null, kind: 'unknown', title: null })]), look)
    expect(text).toContain('[1/2]  青石县水利局')
    expect(text).toContain('[2/2]  （未识别单位）\n')
    expect(text).toContain('数字 240 个')
  })

  it('that was read in part says so, and one that was not read is never called clean', () => {
    const partly = aResult([aReport()], { problems: [{ code: 'text.partly-undecodable', at: ['报告.txt', 7], details: {} }] })
    expect(renderFile(partly, look)).toContain('部分未校核  报告.txt 第7行：')
    const unread = renderFile(aResult([], { problems: [{ code: 'file.empty', at: ['报告.txt'], details: {} }] }), look)
    expect(unread).toContain('未能校核  报告.txt：文件是空的')
    expect(unread).not.toContain('未发现')
  })

  it('without any number says so, and is not called clean', () => {
    const none = {
      numbers: 0,
      inClaims: 0,
      inRelations: 0,
      relations: { pass: 0, fail: 0, 'cannot-tell': 0, 'not-applicable': 0, broken: 0 },
      statements: { pass: 0, fail: 0, 'cannot-tell': 0, 'not-applicable': 0, broken: 0 },
    }
    const text = renderFile(aResult([aReport({ coverage: none })]), look)
    expect(text).toContain('没有可以核对的数字')
    expect(text).not.toContain('未发现')
  })
})

describe('the end of a batch', () => {
  it('names the files that need somebody, those not audited, and the totals last', () => {
    const summary = aSummary([
      aResult([aReport({ findings: [aFinding()] })], { file: '甲.txt' }),
      aResult([aReport()], { file: '乙.txt' }),
      aResult([], { file: '丙.txt', problems: [{ code: 'file.empty', at: ['丙.txt'], details: {} }] }),
    ])
    const text = renderBatch(summary, [{ path: '附件.docx', reason: 'unsupported' }], look)
    expect(text).toContain('  差错 1  疑点 0  甲.txt\n')
    expect(text).not.toContain('乙.txt')
    expect(text).toContain('未能校核的文件 1 个\n  丙.txt：文件是空的')
    expect(text).toContain('未校核 1 个（格式暂不支持）：附件.docx')
    expect(text.trimEnd().split('\n').at(-1)).toBe('文件 3 个，报告 2 份  差错 1  疑点 0  提示 0')
  })

  it('lists findings between reports, the graver first', () => {
    const crossFile = [aCrossFinding({ severity: 'info', message: '“丙.txt”与“甲.txt”有 1 处相同段落。' }), aCrossFinding()]
    const text = renderBatch(aSummary([], crossFile), [], look)
    expect(text).toContain(`报告之间的问题 2 个

疑点 1  与其他报告有相同段落  第12行
    组织三个标段
    ^^^^^^^^^^^^
    “乙.txt”与“甲.txt”有 3 处相同段落，请核对。`)
    expect(text).toContain('提示 2  与其他报告有相同段落')
  })
})
