/** 项目: what money was given for, with its kind, how long it runs, and where the money comes from. */
import { type ProjectClass, type ProjectCode, readProjectCode } from './project-code.ts'

export interface Project {
  readonly code: ProjectCode
  readonly name: string
  /** Id of the unit that carries it out. */
  readonly unit: string
  readonly span: ProjectSpan
  /** 转移支付; null: the place's own money. */
  readonly transfer: Transfer | null
  /** 专项债; judged over its whole life. */
  readonly bond: Bond | null
  /** 免评 and why; null: it is evaluated. */
  readonly exempt: string | null
}

export type ProjectSpan =
  | { readonly kind: 'once'; readonly year: number }
  /** 延续: every year anew, without an end that is known. */
  | { readonly kind: 'continuing'; readonly from: number }
  /** 跨年: one goal over several years. */
  | { readonly kind: 'multi-year'; readonly from: number; readonly to: number }

export interface Transfer {
  readonly name: string
  readonly from: 'central' | 'province' | 'city'
  /** 直达资金 */
  readonly isDirect: boolean
}

export interface Bond {
  /** Years of issue and of the last repayment. */
  readonly from: number
  readonly to: number
}

export interface ProjectData extends Omit<Project, 'code'> {
  readonly code: string
  readonly class?: ProjectClass
}

export interface ProjectFault {
  readonly code: 'bad-code' | 'wrong-class' | 'bad-years' | 'before-its-code' | 'no-reason'
  readonly at: string
  readonly details: Readonly<Record<string, string>>
}

/** All faults at once. */
export function projectOf(data: ProjectData): { readonly project: Project } | { readonly faults: readonly ProjectFault[] } {
  const faults: ProjectFault[] = []
  const tell = (code: ProjectFault['code'], at: string, details: ProjectFault['details'] = {}): void => {
    faults.push({ code, at, details })
  }
  const { class: given, ...rest } = data
  const read = readProjectCode(data.code)
  const { span, bond, exempt } = data
  if ('fault' in read) tell('bad-code', 'code', { fault: read.fault, code: read.text })
  else {
    if (given !== undefined && given !== read.code.class) tell('wrong-class', 'class', { given, byCode: read.code.class })
    if (lastYear(span) !== null && (lastYear(span) ?? 0) < read.code.year) tell('before-its-code', 'span', { year: String(read.code.year) })
  }
  if (span.kind === 'multi-year' && span.to <= span.from) tell('bad-years', 'span', { from: String(span.from), to: String(span.to) })
  if (bond !== null && bond.to < bond.from) tell('bad-years', 'bond', { from: String(bond.from), to: String(bond.to) })
  if (exempt !== null && exempt.trim() === '') tell('no-reason', 'exempt')
  return 'code' in read && faults.length === 0 ? { project: { ...rest, code: read.code } } : { faults }
}

function lastYear(span: ProjectSpan): number | null {
  return span.kind === 'once' ? span.year : span.kind === 'multi-year' ? span.to : null
}

/** Whether it is evaluated for a budget year, and by which goals: those of the year, and in its last year those of the whole. */
export function goalsDue({ span, bond, exempt }: Project, year: number): readonly ('year' | 'whole')[] {
  if (exempt !== null) return []
  const from = span.kind === 'once' ? span.year : span.from
  const to = lastYear(span)
  const life = bond === null ? { from, to } : { from: Math.min(from, bond.from), to: Math.max(to ?? bond.to, bond.to) }
  if (year < life.from || (life.to !== null && year > life.to)) return []
  if (span.kind === 'once' && bond === null) return ['year']
  return year === life.to ? ['year', 'whole'] : ['year']
}
