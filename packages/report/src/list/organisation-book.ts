/** 单位名录.xlsx: one row for each organisation as it is in one year. What is filled comes back by the same heads. */
import { type FormColumn, formSheet } from '../evaluation/form-sheet.ts'
import { AUTHOR } from '../wording/words.ts'
import { writeBook } from './sheet-library.ts'

export type OrganisationColumn = 'code' | 'name' | 'kind' | 'parent' | 'aliases' | 'formerNames' | 'from' | 'to' | 'isGovernment'

/** By the words people head them with; the first of each is the one that we print. */
export const organisationHeads: Readonly<Record<OrganisationColumn, readonly string[]>> = {
  code: ['单位编码', '编码', '单位代码', '代码', '预算单位编码', '预算单位代码', '部门编码', '部门代码', '单位编号'],
  name: ['单位名称', '名称', '单位全称', '预算单位', '预算单位名称', '部门名称', '部门(单位)名称', '单位'],
  kind: ['类型', '单位类型', '类别', '单位级次', '单位性质'],
  parent: ['上级单位编码', '上级单位', '上级编码', '上级单位代码', '主管部门', '主管部门编码', '所属部门', '上级'],
  aliases: ['简称', '单位简称', '别名'],
  formerNames: ['曾用名', '原名称', '原名'],
  from: ['成立日期', '启用日期', '开始日期', '设立日期'],
  to: ['撤销日期', '停用日期', '结束日期', '注销日期'],
  isGovernment: ['是否乡镇', '乡镇', '是否乡镇政府'],
}

/** How the kinds of organisations are written, and read. */
export const organisationKinds = {
  department: ['部门', '主管部门', '一级预算单位', '一级单位', '预算部门'],
  'own-level': ['本级', '部门本级', '机关', '机关本级'],
  subordinate: ['下属单位', '下属', '二级单位', '二级预算单位', '三级单位', '三级预算单位', '基层单位', '基层预算单位', '所属单位', '单位'],
  outside: ['其他', '其他用款单位', '垂管单位', '国有企业', '国企', '企业', '村', '村(社区)'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export interface OrganisationLine {
  readonly code: string
  readonly name: string
  readonly kind: keyof typeof organisationKinds
  /** Code of the organisation above, or its name where it has none. */
  readonly parent: string
  readonly aliases: readonly string[]
  readonly formerNames: readonly string[]
  readonly from: string
  readonly to: string
  readonly isGovernment: boolean
}

const head = (column: OrganisationColumn): string => organisationHeads[column][0] as string

const columns: readonly FormColumn[] = [
  { head: head('code'), width: 14, isToFill: true },
  { head: head('name'), width: 36, isToFill: true },
  { head: head('kind'), width: 12, isToFill: true, isCentred: true, choices: Object.values(organisationKinds).map(([word]) => word) },
  { head: head('parent'), width: 16, isToFill: true },
  { head: head('aliases'), width: 20, isToFill: true },
  { head: head('formerNames'), width: 24, isToFill: true },
  { head: head('from'), width: 13, isToFill: true, isCentred: true },
  { head: head('to'), width: 13, isToFill: true, isCentred: true },
  { head: head('isGovernment'), width: 10, isToFill: true, isCentred: true, choices: ['是', '否'] },
]

const note =
  '一行一个单位，先部门后下属。单位名称必填；编码请保持文本格式（左上角有绿色三角），不要变成科学计数法。部门没有上级；本级和下属单位填上级单位的编码，没有编码的填上级全称。简称、曾用名有几个的用顿号隔开。日期写成 2024-01-01，不清楚的空着。'

/** With empty rows below that can be filled; without lines it is the form alone. */
export function organisationBook(lines: readonly OrganisationLine[], { year }: { readonly year: number }): Promise<Uint8Array> {
  const rows = lines.map((line) => ({ cells: cellsOf(line) }))
  const title = `${year}年单位名录`
  const sheet = formSheet({ name: '单位名录', title, note, columns, rows, frozen: 2, spare: lines.length === 0 ? 30 : 10 })
  return writeBook({ title, author: AUTHOR, date: null, sheets: [sheet], isLarge: lines.length > 2000 })
}

const cellsOf = (line: OrganisationLine): readonly string[] => [
  line.code,
  line.name,
  organisationKinds[line.kind][0],
  line.parent,
  line.aliases.join('、'),
  line.formerNames.join('、'),
  line.from,
  line.to,
  line.isGovernment ? '是' : '',
]
