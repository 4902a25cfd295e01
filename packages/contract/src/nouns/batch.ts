/** 校核批次: files that were handed in together, each a document; 本单位自查 is a batch that only its unit sees. */
import * as z from 'zod'
import type { Route } from '../route.ts'
import { count, id, instant, nothing, page, pageOf, sha256, version, words, year } from '../scalars.ts'

export const severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof severity>

/** review: 接收报送包，由财政或主管部门校核; self-check: 本单位自查，报送之前只有本单位看得见。 */
export const batchPurpose = z.enum(['review', 'self-check'])

/** Of one file on its way to its findings. */
export const progressState = z.enum(['waiting', 'running', 'done', 'unread', 'failed', 'cancelled'])
export type ProgressState = z.infer<typeof progressState>

export const findingCounts = z.object({ error: count, warning: count, info: count, open: count })

export const batch = z.object({
  id,
  title: z.string(),
  purpose: batchPurpose,
  organisation: z.object({ id, name: z.string() }),
  year,
  /** auto: the scheme that a report cites; null: without a scheme. */
  scheme: z.string().nullable(),
  /** open: nothing to do yet; done: every file came to its end. */
  state: z.enum(['open', 'running', 'done', 'cancelled']),
  files: z.record(progressState, count),
  findings: findingCounts,
  units: count,
  createdAt: instant,
  createdBy: z.object({ id, name: z.string() }),
  finishedAt: instant.nullable(),
  version,
})
export type Batch = z.infer<typeof batch>

/** Told while a batch is open on a page: as the data of one event. */
export const batchEvent = z.object({
  batch,
  /** Documents that changed since the event before, at most 200. */
  documents: z.array(z.object({ id, fileName: z.string(), state: progressState, findings: findingCounts, seconds: z.number().nullable() })),
  /** Files still to come, and a guess in seconds from those that are done; null while it cannot be told. */
  left: count,
  secondsLeft: z.number().nullable(),
})
export type BatchEvent = z.infer<typeof batchEvent>

const bar = z.object({
  name: z.string(),
  id: z.string().nullable(),
  error: count,
  warning: count,
  info: count,
  open: count,
  documents: count,
})
export type BatchBar = z.infer<typeof bar>

export const batchSummary = z.object({
  byUnit: z.array(bar),
  byKind: z.array(bar),
  byCheck: z.array(bar),
  byStatus: z.record(z.string(), count),
  /** The same fault in many reports: what a notice should speak of. */
  recurring: z.array(z.object({ check: z.string(), title: z.string(), documents: count, findings: count, example: z.string() })),
  /** Passages that several reports share. */
  shared: z.array(
    z.object({
      excerpt: z.string(),
      documents: z.array(z.object({ id, unit: z.string().nullable(), fileName: z.string(), line: z.int().nullable() })),
    }),
  ),
  /** Files that gave nothing to audit, and why, in plain words. */
  unread: z.array(z.object({ id, fileName: z.string(), why: z.string() })),
  /** Units of the list that have handed in nothing. */
  missing: z.array(z.object({ id, name: z.string() })),
})
export type BatchSummary = z.infer<typeof batchSummary>

export const received = z.object({
  /** null where the file is an archive that is still to be opened. */
  document: id.nullable(),
  job: id,
  sha256,
  /** The same bytes are in the batch already; nothing was added. */
  isRepeated: z.boolean(),
})

const oneBatch = z.object({ batch: id })
const read = { who: 'holder-of-any', of: ['document.read', 'self-check.use'], on: 'batch' } as const
const manage = { who: 'holder-of-any', of: ['batch.manage', 'self-check.use'], on: 'batch' } as const

export const batchRoutes = {
  'batches.list': {
    method: 'GET',
    path: '/batches',
    title: '校核批次和本单位自查',
    access: read,
    params: nothing,
    query: page.extend({ purpose: batchPurpose.optional(), year: z.coerce.number().pipe(year).optional() }),
    body: null,
    answer: pageOf(batch),
    problems: [],
  },
  'batches.create': {
    method: 'POST',
    path: '/batches',
    title: '新建批次或自查',
    access: manage,
    params: nothing,
    query: nothing,
    body: z.strictObject({ title: words(100), purpose: batchPurpose, organisation: id, year, scheme: z.string().max(100).nullable() }),
    answer: batch,
    problems: ['thing.not-found', 'permission.missing'],
  },
  'batches.get': {
    method: 'GET',
    path: '/batches/{batch}',
    title: '一个批次',
    access: read,
    params: oneBatch,
    query: nothing,
    body: null,
    answer: batch,
    problems: ['thing.not-found'],
  },
  'batches.change': {
    method: 'PUT',
    path: '/batches/{batch}',
    title: '修改批次名称',
    access: manage,
    params: oneBatch,
    query: nothing,
    body: z.strictObject({ title: words(100), version }),
    answer: batch,
    problems: ['thing.not-found', 'thing.changed'],
  },
  'batches.receive': {
    method: 'POST',
    path: '/batches/{batch}/files',
    title: '上传一个文件或压缩包',
    access: manage,
    params: oneBatch,
    /** `name` may be a path below a folder that was dropped. */
    query: z.object({ name: words(1000), organisation: id.optional() }),
    body: 'bytes',
    answer: received,
    problems: [
      'thing.not-found',
      'permission.missing',
      'batch.closed',
      'batch.too-many-files',
      'file.empty',
      'file.too-large',
      'file.gone',
      'request.too-slow',
    ],
  },
  'batches.cancel': {
    method: 'POST',
    path: '/batches/{batch}/cancel',
    title: '停止校核余下的文件',
    access: manage,
    params: oneBatch,
    query: nothing,
    body: null,
    answer: batch,
    problems: ['thing.not-found'],
  },
  'batches.resume': {
    method: 'POST',
    path: '/batches/{batch}/resume',
    title: '接着校核（已完成的不重做，失败的再试）',
    access: manage,
    params: oneBatch,
    query: nothing,
    body: null,
    answer: batch,
    problems: ['thing.not-found'],
  },
  'batches.audit-again': {
    method: 'POST',
    path: '/batches/{batch}/audit-again',
    title: '按现在的规则重新校核（核实无误的保留）',
    access: manage,
    params: oneBatch,
    query: nothing,
    body: null,
    answer: batch,
    problems: ['thing.not-found'],
  },
  'batches.events': {
    method: 'GET',
    path: '/batches/{batch}/events',
    title: '进度（事件流）',
    access: read,
    params: oneBatch,
    query: nothing,
    body: null,
    answer: 'events',
    problems: ['thing.not-found'],
  },
  'batches.summary': {
    method: 'GET',
    path: '/batches/{batch}/summary',
    title: '批次汇总：按单位、类型、规则、状态，雷同和未报',
    access: read,
    params: oneBatch,
    query: nothing,
    body: null,
    answer: batchSummary,
    problems: ['thing.not-found'],
  },
  'batches.output': {
    method: 'GET',
    path: '/batches/{batch}/outputs/{kind}',
    title: '问题清单、通报初稿、全部结果',
    access: { who: 'holder-of-any', of: ['output.make', 'self-check.use'], on: 'batch' },
    /** list: 问题清单.xlsx, csv: the same as CSV, circular: 通报初稿.docx */
    params: z.object({ batch: id, kind: z.enum(['list', 'csv', 'circular']) }),
    query: nothing,
    body: null,
    answer: 'file',
    problems: ['thing.not-found', 'output.not-made'],
  },
  'batches.pack': {
    method: 'POST',
    path: '/batches/{batch}/pack',
    title: '把全部批注副本、退回意见、清单打成一个压缩包（后台进行）',
    access: { who: 'holder-of-any', of: ['output.make', 'self-check.use'], on: 'batch' },
    params: oneBatch,
    query: nothing,
    body: null,
    answer: z.object({ job: id }),
    problems: ['thing.not-found', 'output.not-made'],
  },
} as const satisfies Record<string, Route>
