import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { itemsYaml, runIn, schemeYaml } from '../fakes/schemes.ts'

const two = `${schemeYaml().replace('from: "2022-01-01"', 'from: "2022-01-01"\n    to: "2022-12-31"')}${schemeYaml(['30', '70'], '2023-01-01', '>= 95').split('versions:\n')[1]}`

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
    const { code, out, err } = await runIn({ 'good.yaml': schemeYaml(), 'wrong.yaml': wrong }, [
      'scheme',
      'check',
      '@good.yaml',
      '@wrong.yaml',
    ])
    expect(code).toBe(2)
    expect(out).toContain('good.yaml：没有问题（临河县项目自评）')
    expect(err).toContain('公式里的“wishes”不在基础数据目录中')
    expect(err).toContain('下级分值合计 101，应为 100')
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
    const cases = (total: string) =>
      `cases:\n  - case: one\n    label: 样例\n    functions: []\n    scheme: linhe-project\n    year: 2023\n    facts: { 全年预算数: 100 万元, 全年执行数: 50 万元, 制度健全: [有制度, 已执行] }\n    expect: { total: "${total}" }\n`
    expect(await runIn({ 'schemes/cases.yaml': cases('80') }, ['scheme', 'test'])).toMatchObject({
      code: 0,
      out: '1 个案例全部通过。\n',
      err: '',
    })
    const failed = await runIn({ 'schemes/cases.yaml': cases('81') }, ['scheme', 'test', 'linhe-project'])
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
