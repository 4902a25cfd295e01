/** 单位名录: regions, departments and units by year. The shapes of the domain (dated names and codes) are those of packages/evaluation. */
import * as z from 'zod'
import type { Route } from '../route.ts'
import { count, day, flag, id, nothing, version, words, year } from '../scalars.ts'

export const organisationKind = z.enum(['department', 'own-level', 'subordinate', 'outside'])
/** 财政局 itself is a department that is also the bureau of its region. */
const dated = z.object({ value: words(200), from: day, to: day.nullable() })

/** One organisation as it is in one year. */
export const organisation = z.object({
  id,
  kind: organisationKind,
  /** 部门/单位编码 in that year; null where it has none. */
  code: z.string().nullable(),
  name: z.string(),
  aliases: z.array(z.string()),
  parent: id.nullable(),
  isBureau: z.boolean(),
  /** 乡镇: a department and a level of government at once. */
  isGovernment: z.boolean(),
  isActive: z.boolean(),
  version,
})
export type Organisation = z.infer<typeof organisation>

/** With its whole history. */
export const organisationHistory = z.object({
  id,
  kind: organisationKind,
  isBureau: z.boolean(),
  isGovernment: z.boolean(),
  names: z.array(dated),
  codes: z.array(dated),
  aliases: z.array(words(100)).max(50),
  parents: z.array(z.object({ value: id, from: day, to: day.nullable() })),
  from: day,
  to: day.nullable(),
  version,
})
export type OrganisationHistory = z.infer<typeof organisationHistory>

/** 合并、拆分、划转、更名, with the document that orders it. */
export const organisationChange = z.object({
  kind: z.enum(['merge', 'split', 'move', 'rename']),
  day,
  before: z.array(id),
  after: z.array(id),
  takesOver: id,
  document: words(200),
})
export type OrganisationChange = z.infer<typeof organisationChange>

/** One line that cannot be taken, with its row in the sheet. */
export const importFault = z.object({ row: z.int().nullable(), column: z.string().nullable(), message: z.string() })

export const importOutcome = z.object({
  rows: count,
  added: count,
  changed: count,
  unchanged: count,
  faults: z.array(importFault),
  /** What would change or has changed, at most 200 lines. */
  preview: z.array(
    z.object({ row: z.int(), code: z.string().nullable(), name: z.string(), what: z.enum(['add', 'change', 'same']), says: z.string() }),
  ),
  isWritten: z.boolean(),
})
export type ImportOutcome = z.infer<typeof importOutcome>

const one = z.object({ organisation: id })
const writable = organisationHistory.omit({ id: true, version: true }).strict()

export const organisationRoutes = {
  'organisations.list': {
    method: 'GET',
    path: '/organisations',
    title: '某一年的单位名录（树）',
    access: { who: 'signed-in', on: 'region' },
    params: nothing,
    query: z.object({ year: z.coerce.number().pipe(year).optional() }),
    body: null,
    answer: z.object({ year, items: z.array(organisation) }),
    problems: [],
  },
  'organisations.history': {
    method: 'GET',
    path: '/organisations/{organisation}',
    title: '一个单位的沿革',
    access: { who: 'signed-in', on: 'organisation' },
    params: one,
    query: nothing,
    body: null,
    answer: z.object({ organisation: organisationHistory, changes: z.array(organisationChange) }),
    problems: ['thing.not-found'],
  },
  'organisations.create': {
    method: 'POST',
    path: '/organisations',
    title: '增加单位',
    access: { who: 'holder', of: 'organisation.manage', on: 'region' },
    params: nothing,
    query: nothing,
    body: writable,
    answer: organisationHistory,
    problems: ['organisation.faults', 'thing.exists'],
  },
  'organisations.change': {
    method: 'PUT',
    path: '/organisations/{organisation}',
    title: '修改单位（名称、编码、上级按日期保留沿革）',
    access: { who: 'holder', of: 'organisation.manage', on: 'organisation' },
    params: one,
    query: nothing,
    body: organisationHistory.omit({ id: true }).strict(),
    answer: organisationHistory,
    problems: ['organisation.faults', 'thing.changed', 'thing.not-found'],
  },
  'organisations.record-change': {
    method: 'POST',
    path: '/organisation-changes',
    title: '登记合并、拆分、划转、更名',
    access: { who: 'holder', of: 'organisation.manage', on: 'region' },
    params: nothing,
    query: nothing,
    body: organisationChange.strict(),
    answer: organisationChange,
    problems: ['organisation.faults'],
  },
  'organisations.import': {
    method: 'POST',
    path: '/organisations/import',
    title: '从表格导入单位名录（先预览，再写入）',
    access: { who: 'holder', of: 'organisation.manage', on: 'region' },
    params: nothing,
    query: z.object({ write: flag.optional(), year: z.coerce.number().pipe(year), name: words(255) }),
    body: 'bytes',
    answer: importOutcome,
    problems: ['organisation.unreadable', 'organisation.faults', 'file.empty', 'file.too-large'],
  },
  'organisations.sheet': {
    method: 'GET',
    path: '/organisations/sheet',
    title: '导出单位名录（空名录时是模板）',
    access: { who: 'signed-in', on: 'region' },
    params: nothing,
    query: z.object({ year: z.coerce.number().pipe(year).optional() }),
    body: null,
    answer: 'file',
    problems: [],
  },
} as const satisfies Record<string, Route>
