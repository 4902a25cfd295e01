import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { factsCsv, runIn, schemeYaml } from '../fakes/schemes.ts'

const listYaml = `
department: "10"
name: 县局
due: "2024-03-31"
units:
  - { unit: "101", name: 甲局, state: reported, submitted: "2024-03-20" }
  - { unit: "102", name: 乙局, state: late, submitted: "2024-04-03" }
  - { unit: "103", name: 保密单位, state: offline }
transfers:
  - { from: "101", to: "102", item: [budget, executed], year: 2023, amount: "10", unit: wan-yuan, reason: 设备款 }
adjustments:
  - { item: executed, year: 2023, amount: "-4", unit: wan-yuan, reason: 审计调减 }
`
const own = `10,budget,,2023,1090,万元,,
10,executed,,2023,985.5,万元,,
10,rules,有制度,2023,是,,,
10,rules,已执行,2023,是,,,
`
const evaluate = (files: Readonly<Record<string, string>>, ...words: readonly string[]) =>
  runIn({ 'f.csv': factsCsv + own, 'd.yaml': listYaml, ...files }, [
    'evaluate',
    '@f.csv',
    '--scheme',
    'linhe-project',
    '--department',
    '@d.yaml',
    ...words,
  ])

describe('the evaluation of a department', () => {
  it('adds up money, offsets what units gave each other and tells what nobody has explained', async () => {
    const { code, out, err } = await evaluate({})
    expect([code, err]).toEqual([1, ''])
    expect(out).toMatch(/全年预算数（万元） +1100 +10 +1090 +1090 +0 +0\n/)
    expect(out).toMatch(/全年执行数（万元） +1000 +10 +990 +985.5 +-4.5 +-0.5\n {4}已说明：-4 万元（审计调减）\n/)
    expect(out).toContain('线下报送的 1 个单位没有金额，不在合计之内')
    expect(out).toContain('内部往来：101 甲局 → 102 乙局：10 万元')
    // 40 × 990 ÷ 1090 + 60
    expect(out).toContain('部门得分 96.33 / 100　等级 优')
    expect((await evaluate({ 'd.yaml': listYaml.replace('"-4"', '"-4.5"') })).code).toBe(0)
  })

  it('says who has handed in, and what the units have', async () => {
    const { out } = await evaluate({})
    expect(out).toContain('应报 3 个，已报 2 个（其中逾期 1 个），线下报送 1 个，未报 0 个，报送率 100%')
    expect(out).toContain('3 个单位中 2 个有总分；优 1 个、良 0 个、中 1 个、差 0 个；平均 83 分，最高 96 分，最低 70 分')
    expect(out).toMatch(/102 乙局 +逾期报送 2024-04-03，迟 3 天 +70 {2}中\n/)
  })

  it('rolls the units up where the scheme says so', async () => {
    const by = (department: string) => ({
      'schemes/linhe.yaml': schemeYaml().replace('    tree:', `    policies: { department: ${department} }\n    tree:`),
    })
    const only = listYaml.replace(/.*offline.*\n/, '')
    expect((await evaluate({ ...by('mean-of-units'), 'd.yaml': only })).out).toContain(
      '部门得分 83 / 100　等级 良\n所属单位得分平均：(96 + 70) ÷ 2 = 83',
    )
    const weighted = await evaluate({ ...by('weighted-by-funds'), 'd.yaml': `${only}funds: budget\n` })
    // (96 × 1000 + 70 × 100) ÷ 1100
    expect(weighted.out).toContain('部门得分 93.64 / 100')
    const open = await evaluate({ ...by('mean-of-units'), 'd.yaml': only, 'f.csv': `${factsCsv.replace(/102-.*rules.*\n/g, '')}${own}` })
    expect([open.code, open.out.includes('102 乙局 还没有得分，没有总分')]).toEqual([1, true])
  })

  it('has no sum while a unit lacks its amount, and names it', async () => {
    const { code, out } = await evaluate({ 'f.csv': factsCsv.replace(/102-乙局,executed.*\n/, '') + own })
    expect(code).toBe(1)
    expect(out).toMatch(/全年执行数（万元） +缺数，不汇总 .*\n {4}未填：102 乙局\n/)
    expect(out).toContain('部门还没有总分')
  })

  it('gives the same as data, as a page and as a workbook', async () => {
    const json = JSON.parse((await evaluate({}, '--format', 'json')).out)
    expect(json).toMatchObject({
      id: '10',
      score: { kind: 'once', evaluation: { total: '96.33' } },
      consolidation: { items: [{ item: 'budget', consolidated: '1090' }, { unexplained: '-0.5' }] },
      coverage: { expected: 3 },
      statistics: { mean: '83' },
    })
    const page = await evaluate({}, '--format', 'html', '--out', '@d.html')
    const text = readFileSync(page.folder.at('d.html'), 'utf8')
    for (const part of ['96.33 / 100', '审计调减', '逾期报送 2024-04-03，迟 3 天', '部门逐项得分']) expect(text).toContain(part)
    const book = await evaluate({}, '--format', 'xlsx', '--out', '@d.xlsx')
    expect(book.err).toBe(`10 县局 的部门自评结果已写入 ${book.folder.at('d.xlsx')}\n`)
    const { readBook } = await import('@jiheng/report')
    const sheets = await readBook(readFileSync(book.folder.at('d.xlsx')))
    expect(sheets.map(({ name }) => name)).toEqual(['单位', '金额汇总', '部门自评表'])
    expect(sheets[1]?.rows.find(([label]) => label === '全年执行数')?.slice(2)).toEqual([
      '1000',
      '10',
      '990',
      '985.5',
      '-4.5',
      '-4 万元（审计调减）',
      '-0.5',
      '有未说明的差额，请核对',
    ])
  })

  it('takes a deduction of the department, and leaves strangers out', async () => {
    const more = `${factsCsv}${own}999,budget,,2023,1,万元,,\n`
    const deduction = '10,deduction,,2023,2,分,,\n'
    const refused = await evaluate({ 'f.csv': more + deduction })
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toContain('没有填扣分的原因。请补上。\n数据有误，为免汇总数不实，没有汇总。')
    const { err, out } = await evaluate({ 'f.csv': more.replace('佐证材料', '说明') + deduction.replace(/,\n$/, ',科目混用\n') })
    expect(err).toBe('数据里的 999 不在部门名单中，没有计入。\n')
    expect(out).toContain('总分 94.33 / 100　等级 优　扣分 2\n  · 扣 2 分：科目混用')
  })

  it('reads the list that its help shows', async () => {
    const { out } = await runIn({}, ['evaluate', '--help'])
    const [, shown = ''] = /部门名单（--department）.*\n([\s\S]*?)\n\n/.exec(out) ?? []
    const list = shown.replace(/^ {2}/gm, '').replace('adjusted-budget', 'budget')
    const own = `219001,budget,,2023,5,万元,,\n219002,budget,,2023,1,万元,,\n`
    const { err, out: said } = await evaluate({ 'd.yaml': list, 'f.csv': `${factsCsv.split('\n')[0]}\n${own}` })
    expect(err).toBe('219002：名单写的是未报，数据里却有它的数，已计入汇总。请核对。\n')
    expect(said).toContain('== 219 青石县水利局 · 2023年度 · 部门')
  })

  it('tells where the list and the data say different things', async () => {
    const offline = listYaml
      .replace('state: late, submitted: "2024-04-03"', 'state: offline')
      .replace(/transfers:[\s\S]*?adjustments/, 'adjustments')
    const { out, err } = await evaluate({ 'd.yaml': offline })
    expect(err).toBe('102：名单写的是线下报送，数据里却有它的数，金额没有计入汇总。请核对。\n')
    expect(out).toMatch(/全年预算数（万元） +1000 +1000 +1090 +90 +90\n/)
    const missing = listYaml.replace('state: late, submitted: "2024-04-03"', 'state: missing')
    expect((await evaluate({ 'd.yaml': missing })).err).toBe('102：名单写的是未报，数据里却有它的数，已计入汇总。请核对。\n')
  })

  it.each([
    [{}, ['--unit', '101'], '--unit：“101”不可用，与 --department 不能同时用'],
    [{ 'd.yaml': 'department: "10"\nunits: []\n' }, [], 'units：这一项必须填写'],
    [{ 'd.yaml': listYaml.replace('state: offline', 'state: away') }, [], '“away”不可用，应为'],
    [{}, ['--explain', '没有的'], '“没有的”不可用'],
  ])('%j %j is refused', async (files, words, line) => {
    const { code, out, err } = await evaluate(files, ...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(line)
  })
})
