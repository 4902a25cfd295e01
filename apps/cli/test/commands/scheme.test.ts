import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { itemsYaml, runIn, schemeYaml } from '../fakes/schemes.ts'

const two = `${schemeYaml().replace('from: "2022-01-01"', 'from: "2022-01-01"\n    to: "2022-12-31"')}${schemeYaml(['30', '70'], '2023-01-01', '>= 95').split('versions:\n')[1]}`

const casesYaml = (total: string) =>
  `cases:\n  - case: one\n    label: 样例\n    functions: []\n    scheme: linhe-project\n    year: 2023\n    facts: { 全年预算数: 100 万元, 全年执行数: 50 万元, 制度健全: [有制度, 已执行] }\n    expect: { total: "${total}" }\n`
const refusalsYaml = (problem: string) =>
  `base: ${JSON.stringify({ scheme: 'a', label: 'b', versions: [{ from: '2022-01-01', source: { document: 'c' }, tree: [{ indicator: 'd', label: 'e', weight: '100', judged: true, curve: 'manual' }] }] })}\nrefusals:\n  - { refuse: r1, label: 分值不足, set: { versions.0.tree.0.weight: "90" }, problem: ${problem} }\n`

describe('the scheme command', () => {
  it('lists, shows and explains', async () => {
    expect((await runIn({}, ['scheme', 'list'])).out).toMatch(/^linhe-project +项目 +2022 {2}临河县项目自评\n$/)
    const shown = await runIn({}, ['scheme', 'show', 'linhe-project'])
    for (const text of [
      '临财预〔2022〕5号 第六条（见原文）',
      '全年执行数 ÷ 全年预算数；≥ 100%；按完成比例计分',
      '按要点计分：有制度；已执行',
    ])
      expect(shown.out).toContain(text)
    expect((await runIn({}, ['scheme', 'explain', 'linhe-project', '制度健全'])).out).toContain('不计入满分，其余折算')
    expect(await runIn({}, ['scheme', 'explain', 'linhe-project', 'x'])).toMatchObject({ code: 2, out: '' })
  })

  it('checks files, with everything that is wrong at once', async () => {
    const wrong = schemeYaml(['41', '60']).replace('executed / budget', 'wishes / budget')
    const files = { 'good.yaml': schemeYaml(), 'wrong.yaml': wrong, 'cases.yaml': casesYaml('80') }
    const { code, out, err } = await runIn(files, ['scheme', 'check', '@good.yaml', '@wrong.yaml', '@cases.yaml'])
    expect(code).toBe(2)
    expect(out).toContain('good.yaml：没有问题（临河县项目自评），1 个案例通过')
    expect(err).toContain('公式里的“wishes”不在基础数据目录中')
    expect(err).toContain('下级分值合计 101，应为 100')
  })

  it('passes no scheme that nothing shows to be right, unless it says why no score can follow', async () => {
    const bare = await runIn({ 'good.yaml': schemeYaml() }, ['scheme', 'check', '@good.yaml'])
    expect([bare.code, bare.out]).toEqual([2, ''])
    expect(bare.err).toContain('“linhe-project”没有案例，不知道算得对不对')
    const open = schemeYaml().replace(/weight: "\d+", /g, '')
    expect((await runIn({ 'open.yaml': open }, ['scheme', 'check', '@open.yaml'])).code).toBe(2)
    const told = `${open}    unknown: [分值没有印]\n`
    expect(await runIn({ 'open.yaml': told }, ['scheme', 'check', '@open.yaml'])).toMatchObject({ code: 0, err: '' })
    // Some weights are printed, so something can be computed.
    const half = `${schemeYaml().replace('weight: "40", ', '')}    unknown: [分值没有印全]\n`
    expect((await runIn({ 'half.yaml': half }, ['scheme', 'check', '@half.yaml'])).err).toContain('没有案例')
  })

  it('runs the cases of what it checks, by the file and not by what is shipped under its id', async () => {
    const files = { 'schemes/cases.yaml': casesYaml('80'), 'own.yaml': schemeYaml(['20', '80']) }
    const { code, out } = await runIn(files, ['scheme', 'check', '@own.yaml'])
    expect(code).toBe(1)
    expect(out).toContain('未通过　one　样例\n  total：算得 90，应为 80\n')
    expect(out).toMatch(/own\.yaml：1 个案例中 1 个未通过。\n$/)
    const alone = await runIn({ 'c.yaml': casesYaml('80'), 'r.yaml': refusalsYaml('scheme.weights-not-full') }, [
      'scheme',
      'check',
      '@c.yaml',
      '@r.yaml',
    ])
    expect([alone.code, alone.out.match(/没有问题，1 个案例通过/g)?.length]).toEqual([0, 2])
  })

  it('runs what must be refused as well', async () => {
    const good = await runIn({ 'schemes/c.yaml': casesYaml('80'), 'schemes/r.yaml': refusalsYaml('scheme.weights-not-full') }, [
      'scheme',
      'test',
    ])
    expect(good).toMatchObject({ code: 0, out: '1 个案例全部通过。\n1 个应当拒绝的写法全部被拒绝。\n' })
    const bad = await runIn({ 'schemes/c.yaml': casesYaml('80'), 'schemes/r.yaml': refusalsYaml('scheme.cycle') }, ['scheme', 'test'])
    expect(bad.code).toBe(1)
    expect(bad.out).toContain('算得 scheme.weights-not-full，应为 scheme.cycle\n1 个应当拒绝的写法中 1 个没有按预期拒绝。')
  })

  it('shows every way to have the points of an indicator', async () => {
    const ways = schemeYaml().replace(
      'target: ">= 100" }',
      'target: ">= 100", or: [ { formula: executed / last(executed), target: ">= 90", curve: threshold } ] }',
    )
    const { out } = await runIn({ 'schemes/linhe.yaml': ways }, ['scheme', 'show', 'linhe-project'])
    expect(out).toContain('任选其一，取得分高的：全年执行数 ÷ 全年预算数；≥ 100%；按完成比例计分\n')
    expect(out).toContain('  或者：全年执行数 ÷ 上年(全年执行数)；≥ 90%；达到目标得满分，未达到不得分\n')
  })

  it('goes to Excel and back without loss', async () => {
    const { code, folder } = await runIn(
      { 'schemes/linhe.yaml': two },
      ['scheme', 'to-xlsx', 'linhe-project', '--out', '@s.xlsx'],
      ['scheme', 'from-xlsx', '@s.xlsx', '--out', '@s.yaml'],
      ['scheme', 'to-xlsx', '@s.yaml', '--out', '@s2.xlsx'],
    )
    expect(code).toBe(0)
    expect(readFileSync(folder.at('s2.xlsx')).equals(readFileSync(folder.at('s.xlsx')))).toBe(true)
    expect(readFileSync(folder.at('s.yaml'), 'utf8')).toContain('formula: executed / budget')
  })

  it('tells what two versions have different', async () => {
    const { out } = await runIn({ 'schemes/linhe.yaml': two }, ['scheme', 'diff', 'linhe-project', '2022-12-31', '2023-12-31'])
    expect(out.split('\n')).toEqual([
      '2022-01-01 → 2023-01-01',
      '改动　预算执行率　分值：40 → 30',
      '改动　预算执行率　目标值：≥ 100% → ≥ 95%',
      '改动　制度健全　分值：60 → 70',
      '',
    ])
    expect((await runIn({ 'schemes/linhe.yaml': two }, ['scheme', 'diff', 'linhe-project', '2022-12-31', '2021-12-31'])).err).toContain(
      '没有适用的版本',
    )
  })

  it('runs the cases, and fails when one does', async () => {
    expect(await runIn({ 'schemes/cases.yaml': casesYaml('80') }, ['scheme', 'test'])).toMatchObject({
      code: 0,
      out: '1 个案例全部通过。\n',
      err: '',
    })
    const failed = await runIn({ 'schemes/cases.yaml': casesYaml('81') }, ['scheme', 'test', 'linhe-project'])
    expect(failed.code).toBe(1)
    expect(failed.out).toContain('算得 80，应为 81')
  })

  it('says what an action takes', async () => {
    expect((await runIn({}, ['scheme', 'diff', 'x'])).err).toContain('写法是 jiheng scheme diff 编号 日期 日期')
    expect((await runIn({}, ['scheme', 'sho', 'x'])).err).toContain('命令：“sho”不可用，可用 list、show')
    expect((await runIn({}, ['scheme', 'to-xlsx', 'linhe-project'])).err).toContain('--out：没有给出')
    expect(await runIn({ 'schemes/items.yaml': itemsYaml.replace('wan-yuan', 'gold') }, ['scheme', 'list'])).toMatchObject({ code: 2 })
  })
})
