import { describe, expect, it } from 'vitest'
import { aFolder } from '../../../../packages/runner/test/fakes/folder.ts'
import { run } from '../../src/run.ts'
import { aHost } from '../fakes/host.ts'

const scheme = `
scheme: linhe-department
label: 临河县部门整体绩效自评
place: linhe
kind: department
versions:
  - from: "2023-01-01"
    source: { document: 临财预〔2023〕59号, confidence: sure }
    tree:
      - { indicator: execution, label: 预算执行率, weight: "10", figure: true, unit: percent, target: ">= 100" }
      - { indicator: controlled, label: 三公经费控制率, weight: "20", figure: true, unit: percent, target: "<= 100", curve: threshold }
      - { block: output, label: 产出, weight: "70", takes-goals: true }
`
const goals = `
goals: u1
year: 2023
versions:
  - kind: initial
    document: 临财预〔2023〕1号
    approved: "2023-02-01"
    indicators:
      - { indicator: trained, block: output, label: 培训人次, weight: "70", figure: true, unit: "each:人次", target: ">= 300" }
`
const report = (cited: string): string => `临河县示例局
2023年度部门整体支出绩效自评报告

根据${cited}开展自评。

一级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\t偏差原因
投入\t预算执行率\t≥100%\t75%\t10\t6\t结算未完成
\t三公经费控制率\t≤100%\t90%\t25\t25\t
产出\t培训人次\t≥200人次\t210人次\t70\t70\t
`

async function audit(files: Readonly<Record<string, string>>, words: readonly string[]) {
  const folder = aFolder({ ...files, 'schemes/local/linhe.yaml': scheme, 'schemes/items.yaml': 'items: []\n' })
  const { host, out, err } = aHost({
    engine: async () => (await import('../../../../packages/runner/test/fakes/real-engine.ts')).realEngine,
    schemesFolder: folder.at('schemes'),
  })
  const code = await run(
    ['audit', folder.at('a.txt'), ...words.map((word) => word.replace('@', `${folder.path}/`)), '--format', 'json'],
    host,
  )
  const line = out().split('\n')[0] ?? ''
  return { code, err: err(), result: line === '' ? null : JSON.parse(line) }
}

const checksOf = (result: { findings: readonly { check: string }[] } | null) =>
  [...new Set(result?.findings.map(({ check }) => check).filter((check) => /^scheme-|^approved/.test(check)))].sort()

describe('an audit by a scheme', () => {
  it('that is named holds points and scores against it', async () => {
    const { result } = await audit({ 'a.txt': report('有关要求') }, ['--scheme', 'linhe-department'])
    expect(checksOf(result)).toEqual(['scheme-score', 'scheme-weight'])
    expect(result.schemes).toEqual([expect.stringMatching(/^linhe-department 2023-01-01 [0-9a-f]{16}$/)])
  })

  it('that the report cites is taken where asked, and no other', async () => {
    expect(checksOf((await audit({ 'a.txt': report('临财预〔2023〕59号') }, ['--scheme', 'auto'])).result)).toEqual([
      'scheme-score',
      'scheme-weight',
    ])
    const { result } = await audit({ 'a.txt': report('临财预〔2023〕60号') }, ['--scheme', 'auto'])
    expect(checksOf(result)).toEqual([])
    expect(result.schemes).toEqual([])
  })

  it('with approved goals tells what was lowered', async () => {
    const { result } = await audit({ 'a.txt': report('有关要求'), 'goals.yaml': goals }, ['--goals', '@goals.yaml'])
    expect(checksOf(result)).toEqual(['approved-goals'])
  })

  it('that nobody knows, or of other years, or goals that cannot be read are one line each', async () => {
    const files = { 'a.txt': report('有关要求'), 'bad.yaml': 'goals: u1\n' }
    expect(await audit(files, ['--scheme', 'linhe-departmen'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('是否要用 linhe-department'),
    })
    expect(await audit(files, ['--scheme', 'linhe-department', '--year', '2020'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('没有适用的版本'),
    })
    expect((await audit(files, ['--goals', '@bad.yaml'])).err).toContain('versions')
    expect((await audit(files, ['--goals', '@none.yaml'])).err).toContain('没有这个文件')
  })
})
