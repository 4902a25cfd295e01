/** A county that is nowhere: twelve departments, their 本级 and some units below, one renamed, two merged. */

export interface MadeUnit {
  readonly code: string
  readonly name: string
  readonly aliases?: readonly string[]
  /** Names it had, each until the day before the next began. */
  readonly before?: readonly { readonly name: string; readonly until: string }[]
  readonly from?: string
  readonly to?: string
}

export interface MadeDepartment extends MadeUnit {
  readonly units: readonly MadeUnit[]
}

export const region = { name: '云溪县（示例）', code: '999901' }
export const since = '2019-01-01'

const department = (code: string, name: string, aliases: readonly string[], units: readonly MadeUnit[] = []): MadeDepartment => ({
  code,
  name: `云溪县${name}`,
  aliases: [name, ...aliases],
  units: [{ code: `${code}001`, name: `云溪县${name}本级` }, ...units],
})

export const bureauCode = '101'

export const departments: readonly MadeDepartment[] = [
  department(bureauCode, '财政局', []),
  department(
    '102',
    '教育局',
    ['县教育局'],
    [
      { code: '102002', name: '云溪县第一中学', aliases: ['云溪一中'] },
      { code: '102003', name: '云溪县城关小学' },
    ],
  ),
  department('103', '民政局', ['县民政局'], [{ code: '103002', name: '云溪县社会福利中心' }]),
  department('104', '人力资源和社会保障局', ['人社局', '县人社局'], [{ code: '104002', name: '云溪县就业服务中心' }]),
  department('105', '自然资源局', ['县自然资源局']),
  department('106', '住房和城乡建设局', ['住建局', '县住建局'], [{ code: '106002', name: '云溪县市政维护中心' }]),
  department('107', '交通运输局', ['交通局', '县交通局'], [{ code: '107002', name: '云溪县公路事务中心' }]),
  department('108', '水利局', ['县水利局'], [{ code: '108002', name: '云溪县河道管理所' }]),
  department('109', '农业农村局', ['县农业农村局']),
  {
    ...department('110', '文化广电和旅游局', ['文旅局'], [{ code: '110002', name: '云溪县图书馆' }]),
    before: [{ name: '云溪县文化和旅游局', until: '2023-12-31' }],
  },
  department('111', '卫生健康局', ['卫健局', '县卫健局'], [{ code: '111002', name: '云溪县人民医院' }]),
  department(
    '112',
    '应急管理局',
    ['县应急局'],
    [
      { code: '112002', name: '云溪县地震监测站', to: '2024-04-30' },
      { code: '112003', name: '云溪县安全生产服务站', to: '2024-04-30' },
      { code: '112004', name: '云溪县应急保障中心', from: '2024-05-01' },
    ],
  ),
]

export const changes = [
  {
    kind: 'rename',
    day: '2024-01-01',
    before: ['110'],
    after: ['110'],
    takesOver: '110',
    document: '云编发〔2023〕18号（示例）',
  },
  {
    kind: 'merge',
    day: '2024-05-01',
    before: ['112002', '112003'],
    after: ['112004'],
    takesOver: '112004',
    document: '云编发〔2024〕6号（示例）',
  },
] as const
