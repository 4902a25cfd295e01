import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { factsCsv, runIn, schemeYaml } from '../fakes/schemes.ts'

const evaluate = (files: Readonly<Record<string, string | Uint8Array>>, ...words: readonly string[]) =>
  runIn({ 'f.csv': factsCsv, ...files }, ['evaluate', '@f.csv', '--scheme', 'linhe-project', ...words])

describe('the evaluate command', () => {
  it('shows the tree with points, the total and what has to be explained', async () => {
    const { code, out, err } = await evaluate({}, '--unit', '101')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('== 101 甲局 · 2023年度')
    expect(out).toMatch(/预算执行率 +40 {2}≥ 100% +90% +36\n/)
    expect(out).toContain('总分 96 / 100　等级 优')
    expect(out).toContain('  · 预算执行率：扣 4 分，请说明原因和改进措施')
  })

  it('gives evaluations as JSON, one a line', async () => {
    const { code, out } = await evaluate({}, '--format', 'json')
    expect(code).toBe(0)
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ unit, total, grade }) => [unit, total, grade]),
    ).toEqual([
      ['101', '96', '优'],
      ['102', '70', '中'],
    ])
  })

  it('takes deductions off, and adds bonus points up to the cap', async () => {
    const csv = `${factsCsv}101-甲局,deduction,,2023,2,分,,违规出借资金\n101-甲局,deduction,,2023,0.5,分,,科目混用\n`.replace(
      '来源,佐证材料\n',
      '来源,说明\n',
    )
    const { code, out, err } = await evaluate({ 'f.csv': csv }, '--unit', '101')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('总分 93.5 / 100　等级 优　扣分 2.5')
    expect(out).toContain('  · 扣 2 分：违规出借资金\n  · 扣 0.5 分：科目混用\n')
    const page = await evaluate({ 'f.csv': csv }, '--unit', '101', '--format', 'html', '--out', '@a.html')
    expect(readFileSync(page.folder.at('a.html'), 'utf8')).toContain('<li>扣 2 分：违规出借资金</li>')
    const bonus = schemeYaml()
      .replace('    tree:', '    policies: { bonus-up-to: "100" }\n    tree:')
      .concat('      - { indicator: reform, label: 改革创新, weight: "5", judged: true, curve: manual, bonus: true }\n')
    const capped = await evaluate({ 'f.csv': `${csv}101,reform,,2023,5,分,,试点\n`, 'schemes/linhe.yaml': bonus }, '--unit', '101')
    // 96 + 5 is cut at 100, then less 2.5.
    expect(capped.out).toContain('总分 97.5 / 100　等级 优　加分 5　扣分 2.5')
  })

  it('shows lights where the scheme switches them on', async () => {
    const on =
      '    policies: { lights: { execution: execution, red-below: "0.6", green-from: "0.8" }, self-warning: { execution: execution, red-above: "0.05", yellow-unspent-above: "0.2" } }\n    tree:'
    const files = { 'schemes/linhe.yaml': schemeYaml().replace('    tree:', on) }
    const { out } = await evaluate(files, '--unit', '101')
    expect(out).toContain('执行进度（截至 12 月） 绿灯：执行率与时间进度之比 90%\n')
    expect(out).toContain('自评预警 红灯：其他指标的得分率比预算执行的得分率高出 10%，请核对自评得分与资金执行是否相称\n')
    const page = await evaluate(files, '--unit', '101', '--format', 'html', '--out', '@a.html')
    expect(readFileSync(page.folder.at('a.html'), 'utf8')).toContain('<li class="light red">自评预警 红灯：')
    const book = await evaluate(files, '--unit', '101', '--format', 'xlsx', '--out', '@a.xlsx')
    const { readBook } = await import('@jiheng/report')
    const [sheet] = await readBook(readFileSync(book.folder.at('a.xlsx')))
    expect(sheet?.rows.filter(([label]) => label === '提示灯').map((row) => row[4])).toEqual(['绿灯', '红灯'])
    expect((await evaluate({}, '--unit', '101')).out).not.toContain('灯')
  })

  it('explains one indicator from rule to page', async () => {
    const { out } = await evaluate({}, '--unit', '甲局', '--explain', '预算执行率')
    for (const text of [
      '36 / 40',
      '全年执行数 ÷ 全年预算数',
      '临财预〔2022〕5号 第六条',
      '来源 国库支付系统；佐证 支付明细 第3页',
      '900 万元',
    ])
      expect(out).toContain(text)
    expect((await evaluate({}, '--explain', '没有的')).err).toContain('“没有的”不可用')
  })

  it.each(['html', 'xlsx'])('writes %s to a file, and not to the screen', async (format) => {
    const { code, err, folder } = await evaluate({}, '--format', format, '--out', '@out/得分')
    expect([code, err]).toEqual([0, `2 个单位的自评结果已写入 ${folder.at('out/得分')}\n`])
    expect(readFileSync(folder.at('out/得分')).length).toBeGreaterThan(2000)
    expect(await evaluate({}, '--format', format)).toMatchObject({ code: 2, out: '' })
  })

  it('what is missing is open, and there is no total', async () => {
    const { code, out } = await evaluate({ 'f.csv': factsCsv.replace(/101-甲局,executed.*\n/, '') }, '--unit', '101')
    expect(code).toBe(1)
    expect(out).toContain('还有 1 项不能计分，没有总分（已得 60 分）')
    expect(out).toContain('预算执行率：缺少基础数据“全年执行数”')
  })

  it('scores nothing while a cell cannot be read', async () => {
    const { code, out, err } = await evaluate({ 'f.csv': factsCsv.replace('900,万元', '九百,万元') })
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe('f.csv › E3：“九百”不可用，应为一个数。请改正。\n文件里有 1 个问题，为免得分不实，没有计分。改正后再试。\n')
  })

  it('leaves out the unit of a faulty fact, and scores the others', async () => {
    const { code, out, err } = await evaluate({ 'f.csv': factsCsv.replace('900,万元', '-900,万元') })
    expect(code).toBe(2)
    expect(err).toContain('f.csv › E3：-900 小于零，这一项不应为负。请核对。\n101：数据有误，没有计分。')
    expect(out).toContain('102 乙局')
    expect(out).not.toContain('101 甲局 · ')
  })

  it('tells facts that lie ahead', async () => {
    expect((await evaluate({}, '--as-of', '2023-06-30')).err).toContain('期间到 2023-12-31，晚于 2023-06-30，还没有发生')
  })

  it('takes JSON, standard input and a scheme from its file', async () => {
    const fact = { unit: 'u', item: 'budget', year: 2023, value: { kind: 'figure', value: '1', unit: 'yuan' } }
    const json = JSON.stringify([fact, { ...fact, item: 'executed' }, { ...fact, item: 'rules', value: { kind: 'checks', met: ['made'] } }])
    const { code, out } = await runIn({ 'f.json': json, 'own.yaml': schemeYaml(['50', '50']) }, [
      'evaluate',
      '@f.json',
      '--scheme',
      '@own.yaml',
    ])
    expect(code).toBe(0)
    expect(out).toContain('总分 75 / 100')
  })

  it('imports an export by a preset', async () => {
    const preset =
      'preset: p\nlabel: 导出\nunit: [预算单位]\nmoney: yuan\ncolumns:\n  - { heads: [指标金额], item: budget }\n  - { heads: [支付金额], item: executed }\n'
    const csv = '预算单位,指标金额,支付金额\n101-甲局,100,50\n101-甲局,100,100\n合计,200,150\n'
    const { out } = await runIn({ 'e.csv': csv, 'p.yaml': preset }, [
      'evaluate',
      '@e.csv',
      '--scheme',
      'linhe-project',
      '--year',
      '2023',
      '--preset',
      '@p.yaml',
    ])
    expect(out).toMatch(/预算执行率 +40 {2}≥ 100% +75% +30\n/)
  })

  it('asks for the goals that a scheme leaves to them, and takes them', async () => {
    const open = schemeYaml().replace(/- \{ indicator: rules.*/, '- { block: output, label: 产出, weight: "60", takes-goals: true }')
    const csv = factsCsv
      .split('\n')
      .filter((line) => !line.includes('rules'))
      .join('\n')
    const words = ['evaluate', '@f.csv', '--scheme', 'linhe-project', '--unit', '101']
    const without = await runIn({ 'schemes/linhe.yaml': open, 'f.csv': csv }, words)
    expect(without).toMatchObject({ code: 2, out: '' })
    expect(without.err).toContain('101：output：这一类的指标由批复的绩效目标给出，请用 --goals 给出目标文件。')
    const goals =
      'goals: "101"\nyear: 2023\nversions:\n  - { kind: initial, document: 文, approved: "2023-02-01", indicators: [ { indicator: trained, block: output, label: 培训, weight: "60", figure: true, unit: "each:人次", target: ">= 200" } ] }\n'
    const given = await runIn({ 'schemes/linhe.yaml': open, 'f.csv': `${csv}101,trained,,2023,100,人次,,\n`, 'g.yaml': goals }, [
      ...words,
      '--goals',
      '@g.yaml',
    ])
    expect([given.code, given.err]).toEqual([0, ''])
    expect(given.out).toMatch(/培训 +60 {2}≥ 200人次 +100人次 +30\n/)
  })

  it.each([
    [['evaluate'], '--scheme：没有给出，要写评分细则的编号或文件'],
    [['evaluate', '--scheme', 'linhe-project'], '基础数据：没有给出'],
    [['evaluate', 'f', '--scheme', 'linhe-project', '--year', '23'], '--year：“23”不可用，请写四位年度'],
    [['evaluate', 'f', '--scheme', 'wrong'], '--scheme：“wrong”不可用，没有这个评分细则'],
    [['evaluate', 'f', '--shceme', 'x'], '--shceme：没有这个选项，是否要用 --scheme？用 jiheng evaluate --help'],
    [['evaluate', '@none.csv', '--scheme', 'linhe-project', '--year', '2023'], 'none.csv：没有这个文件'],
    [['evaluate', '@f.csv', '--scheme', 'linhe-project', '--year', '2020'], '2020-12-31 没有适用的版本'],
    [['evaluate', '@f.csv', '--scheme', 'linhe-project', '--unit', '999'], '--unit：“999”不可用，数据中没有这个单位'],
    [['evaluate', '@f.csv', '--scheme', 'linhe-project', '--preset', 'x'], '--preset：“x”不可用'],
    [['evaluate', '@broken.xlsx', '--scheme', 'linhe-project', '--year', '2023'], 'broken.xlsx：文件已损坏'],
    [['evaluate', '@b.json', '--scheme', 'linhe-project'], 'b.json：不是完整的 JSON'],
    [['evaluate', '@old.xls', '--scheme', 'linhe-project', '--year', '2023'], 'old.xls：这是旧版 Excel 文件'],
    [['evaluate', '@f.csv', '--scheme', 'linhe-project', '--goals', '@f.csv'], 'f.csv：绩效目标要用 YAML 或 JSON 文件'],
  ])('%j is refused in a line', async (words, line) => {
    const { code, out, err } = await runIn(
      { 'f.csv': factsCsv, 'broken.xlsx': 'PK\u0003\u0004', 'b.json': '[{', 'old.xls': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]) },
      words,
    )
    expect([code, out]).toEqual([2, ''])
    expect(err.split('\n')[0]).toContain(line)
  })
})

describe('a workbook with hidden sheets', () => {
  it('is told of, whatever becomes of the rest', async () => {
    const { writeXlsx } = await import('hucre/xlsx')
    const rows = factsCsv
      .replace('"1,000"', '1000')
      .trim()
      .split('\n')
      .map((line) => line.split(','))
    const book = await writeXlsx({
      sheets: [
        { name: '基础数据', rows },
        { name: '旧数据', rows, hidden: true },
      ],
    })
    const { code, err, folder } = await runIn({ 'b.xlsx': book }, ['evaluate', '@b.xlsx', '--scheme', 'linhe-project'])
    expect([code, err]).toEqual([0, `${folder.at('b.xlsx')}：工作表“旧数据”是隐藏的，没有读取。要用其中的数据，请取消隐藏后再试。\n`])
  })
})

describe('the facts command', () => {
  it('writes a form that comes back as no facts while it is empty', async () => {
    const { code, err } = await runIn(
      {},
      ['facts', 'template', '--scheme', 'linhe-project', '--year', '2023', '--out', '@t.xlsx'],
      ['evaluate', '@t.xlsx', '--scheme', 'linhe-project', '--year', '2023'],
    )
    expect([code, err]).toEqual([2, '数据里没有可以计分的单位。\n'])
  })

  it('asks for what it needs', async () => {
    const { code, err } = await runIn({}, ['facts', 'tempalte'])
    expect(code).toBe(2)
    expect(err).toContain('命令：“tempalte”不可用')
    expect(err).toContain('--out：没有给出')
  })
})
