/** What concerns everybody's day: the inbox, search, background jobs. */
import * as z from 'zod'
import type { Route } from '../route.ts'
import { count, id, instant, nothing, year } from '../scalars.ts'

export const inbox = z.object({
  year,
  /** 待审核, 待单位修改, 待单位答复, 单位已答复, 本单位被退回, 本单位被询问, 未对上名录 */
  toReview: count,
  returned: count,
  asked: count,
  answered: count,
  ownReturned: count,
  ownAsked: count,
  unassigned: count,
  running: count,
  /** The newest things that wait, at most 20. */
  items: z.array(
    z.object({
      kind: z.enum(['review', 'returned', 'answer', 'question', 'assign']),
      document: id,
      finding: z.string().nullable(),
      title: z.string(),
      unit: z.string().nullable(),
      at: instant,
    }),
  ),
})
export type Inbox = z.infer<typeof inbox>

export const found = z.object({
  organisations: z.array(z.object({ id, name: z.string(), code: z.string().nullable(), was: z.string().nullable() })),
  documents: z.array(z.object({ id, title: z.string(), unit: z.string().nullable(), year, fileName: z.string() })),
  findings: z.array(z.object({ document: id, finding: z.string(), unit: z.string().nullable(), title: z.string(), words: z.string() })),
})
export type Found = z.infer<typeof found>

export const job = z.object({
  id,
  kind: z.enum(['document.audit', 'archive.open', 'batch.compare', 'batch.pack']),
  state: z.enum(['ready', 'running', 'done', 'dead', 'cancelled']),
  attempts: count,
  /** 0 to 1; null where it cannot be told. */
  progress: z.number().min(0).max(1).nullable(),
  /** Why it failed last, in plain words. */
  lastError: z.string().nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
  hasFile: z.boolean(),
})
export type Job = z.infer<typeof job>

const oneJob = z.object({ job: id })
const own = { who: 'signed-in', on: 'batch' } as const

export const workRoutes = {
  'inbox.get': {
    method: 'GET',
    path: '/inbox',
    title: '待办',
    access: { who: 'signed-in', on: 'self' },
    params: nothing,
    query: nothing,
    body: null,
    answer: inbox,
    problems: [],
  },
  'search.find': {
    method: 'GET',
    path: '/search',
    title: '查单位、材料、问题',
    access: { who: 'signed-in', on: 'document' },
    params: nothing,
    query: z.object({ q: z.string().trim().min(1).max(100) }),
    body: null,
    answer: found,
    problems: [],
  },
  'jobs.get': {
    method: 'GET',
    path: '/jobs/{job}',
    title: '一项后台工作',
    access: own,
    params: oneJob,
    query: nothing,
    body: null,
    answer: job,
    problems: ['thing.not-found'],
  },
  'jobs.cancel': {
    method: 'POST',
    path: '/jobs/{job}/cancel',
    title: '停止一项后台工作',
    access: own,
    params: oneJob,
    query: nothing,
    body: null,
    answer: job,
    problems: ['thing.not-found', 'job.done'],
  },
  'jobs.file': {
    method: 'GET',
    path: '/jobs/{job}/file',
    title: '下载后台工作做出的文件',
    access: own,
    params: oneJob,
    query: nothing,
    body: null,
    answer: 'file',
    problems: ['thing.not-found', 'file.gone'],
  },
} as const satisfies Record<string, Route>
