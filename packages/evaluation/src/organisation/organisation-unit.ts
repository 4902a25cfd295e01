/** Who has a budget: departments, their 本级 and the units below them. A department is not its 本级: 219 is all of them, 219001 one. */
import type { Dated } from './dated.ts'

export interface OrganisationUnit {
  /** Never changes, whatever the unit is called and coded. */
  readonly id: string
  readonly kind: UnitKind
  readonly region: string
  /** 部门/单位编码 of the finance system. */
  readonly codes: readonly Dated<string>[]
  /** Full names, one at a time. */
  readonly names: readonly Dated<string>[]
  /** Short names and what people say instead. */
  readonly aliases: readonly string[]
  /** The department, or the unit above; nobody stands above a department. */
  readonly parents: readonly Dated<string>[]
  readonly from: string
  /** Last day; null while it exists. */
  readonly to: string | null
  /** 乡镇: a department and a level of government at once. */
  readonly isGovernment: boolean
}

export type UnitKind =
  | 'department'
  /** 本级: the department's own administration as a unit. */
  | 'own-level'
  | 'subordinate'
  /** 垂管单位, 国企, 村: they use the money without being units of the department. */
  | 'outside'

/** 合并, 拆分, 划转, 更名. A new name alone is a line in `names`; here it is told with its document. */
export interface Change {
  readonly kind: 'merge' | 'split' | 'move' | 'rename'
  /** First day of what comes after. */
  readonly day: string
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Who evaluates what those before have spent. */
  readonly takesOver: string
  readonly document: string
}

export interface OrganisationData {
  readonly units: readonly OrganisationUnit[]
  readonly changes: readonly Change[]
}
