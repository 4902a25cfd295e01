/** A made-up scheme with a catalogue, and the facts of two made-up units. */

import { aFolder, type Folder } from '../../../../packages/runner/test/fakes/folder.ts'
import { run } from '../../src/run.ts'
import { aHost, type Heard } from './host.ts'

export const schemeYaml = (weights: readonly [string, string] = ['40', '60'], from = '2022-01-01', target = '>= 100') => `
scheme: linhe-project
label: 临河县项目自评
kind: project
versions:
  - from: "${from}"
    source: { document: 临财预〔2022〕5号, article: 第六条, confidence: sure }
    tree:
      - { indicator: execution, label: 预算执行率, weight: "${weights[0]}", formula: executed / budget, target: "${target}" }
      - { indicator: rules, label: 制度健全, weight: "${weights[1]}", judged: true, curve: { check-points: [ { id: made, label: 有制度 }, { id: kept, label: 已执行 } ] } }
`

export const itemsYaml = `
items:
  - { item: budget, label: 全年预算数, unit: wan-yuan, never-negative: true }
  - { item: executed, label: 全年执行数, unit: wan-yuan, never-negative: true }
`

export const factsCsv = `单位,编号,要点,期间,数值,计量单位,来源,佐证材料
101-甲局,budget,,2023,"1,000",万元,批复,
101-甲局,executed,,2023,900,万元,国库支付系统,支付明细 第3页
101-甲局,rules,有制度,2023,是,,,
101-甲局,rules,已执行,2023,是,,,
102-乙局,budget,,2023,100万元,,,
102-乙局,executed,,2023,1000000元,,,
102-乙局,rules,有制度,2023,是,,,
102-乙局,rules,已执行,2023,否,,,
`

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly folder: Folder
}

/** `@` in a word is the folder of the test. */
export async function runIn(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...commands: readonly (readonly string[])[]
): Promise<Ran> {
  const folder = aFolder({ 'schemes/items.yaml': itemsYaml, 'schemes/linhe.yaml': schemeYaml(), ...files })
  let [code, heard]: [number, Heard] = [0, aHost()]
  for (const words of commands) {
    heard = aHost({ schemesFolder: folder.at('schemes') })
    code = await run(
      words.map((word) => word.replaceAll('@', `${folder.path}/`)),
      heard.host,
    )
  }
  return { code, out: heard.out(), err: heard.err(), folder }
}
