/** 材料: one file that was handed in, with its audit, its way through the review, and its earlier versions. */
import * as z from 'zod'
import type { Route } from '../route.ts'
import { count, day, id, instant, listOf, nothing, page, pageOf, sha256, version, words, year } from '../scalars.ts'
import { findingCounts, progressState, severity } from './batch.ts'
import { documentView } from './document-view.ts'
import { finding, findingStatus } from './finding.ts'

/** Who may see it: private — its unit alone; submitted — those above it too; published — everybody in the region. */
export const stage = z.enum(['private', 'submitted', 'published'])
export type Stage = z.infer<typeof stage>

export const reviewState = z.enum(['waiting', 'returned', 'passed'])
export type ReviewState = z.infer<typeof reviewState>

export const reportKind = z.enum(['department', 'unit', 'project', 'management-appraisal', 'unknown'])

export const documentItem = z.object({
  id,
  batch: id,
  /** null: the unit that the report names is not in the list. */
  organisation: z.object({ id, name: z.string() }).nullable(),
  /** As the report names it. */
  unitPrinted: z.string().nullable(),
  title: z.string(),
  year,
  kind: reportKind,
  reports: count,
  fileName: z.string(),
  /** Where it lay: the archive and folders it came in. */
  folder: z.string(),
  format: z.string().nullable(),
  bytes: count,
  sha256,
  state: progressState,
  stage,
  review: reviewState,
  findings: findingCounts,
  /** What is to be known of reading the file, or why it was not read; in plain words. */
  notes: z.array(z.string()),
  receivedAt: instant,
  submittedAt: instant.nullable(),
  /** 带说明报送 */
  statement: z.string().nullable(),
  /** The version before, of the same unit and year. */
  replaces: id.nullable(),
  replacedBy: id.nullable(),
  version,
})
export type DocumentItem = z.infer<typeof documentItem>

export const review = z.object({
  id,
  decision: z.enum(['returned', 'passed', 'withdrawn', 'submitted', 'published']),
  opinion: z.string(),
  /** Last day for the corrected version. */
  due: day.nullable(),
  by: z.object({ id, name: z.string() }),
  at: instant,
})
export type Review = z.infer<typeof review>

export const documentDetail = documentItem.extend({
  reviews: z.array(review),
  /** The same unit's documents of other years and versions, newest first. */
  others: z.array(z.object({ id, title: z.string(), year, stage, receivedAt: instant, isCurrent: z.boolean() })),
  /** Of the audit: versions of engine and checks, and the scheme it was held to. */
  audit: z.object({ at: instant, engine: z.string(), catalogue: z.string(), schemes: z.array(z.string()), seconds: z.number() }).nullable(),
  coverage: z.object({ numbers: count, inClaims: count, inRelations: count, pass: count, fail: count, cannotTell: count }).nullable(),
  untold: z.array(z.object({ title: z.string(), missing: z.string(), line: z.int().nullable() })),
  /** What the person who asks may do with it now. */
  may: z.array(
    z.enum([
      'submit',
      'withdraw',
      'return',
      'pass',
      'publish',
      'assign',
      'audit-again',
      'remove',
      'dismiss',
      'return-finding',
      'ask',
      'answer',
      'comment',
      'make-outputs',
    ]),
  ),
})
export type DocumentDetail = z.infer<typeof documentDetail>

export const comment = z.object({
  id,
  finding: z.string().nullable(),
  /** reviewers: those who review alone; all: the unit too. */
  audience: z.enum(['reviewers', 'all']),
  text: z.string(),
  by: z.object({ id, name: z.string() }),
  at: instant,
})
export type Comment = z.infer<typeof comment>

const oneDocument = z.object({ document: id })
const read = { who: 'holder-of-any', of: ['document.read', 'self-check.use'], on: 'document' } as const

export const documentRoutes = {
  'documents.list': {
    method: 'GET',
    path: '/documents',
    title: '材料',
    access: read,
    params: nothing,
    query: page.extend({
      batch: id.optional(),
      organisation: id.optional(),
      year: z.coerce.number().pipe(year).optional(),
      stage: listOf(stage).optional(),
      state: listOf(progressState).optional(),
      review: listOf(reviewState).optional(),
      severity: listOf(severity).optional(),
      q: z.string().max(100).optional(),
      sort: z.enum(['received', 'errors', 'unit']).default('received'),
    }),
    body: null,
    answer: pageOf(documentItem),
    problems: [],
  },
  'documents.get': {
    method: 'GET',
    path: '/documents/{document}',
    title: '一份材料',
    access: read,
    params: oneDocument,
    query: nothing,
    body: null,
    answer: documentDetail,
    problems: ['thing.not-found'],
  },
  'documents.view': {
    method: 'GET',
    path: '/documents/{document}/view',
    title: '原文和标记',
    access: read,
    params: oneDocument,
    query: nothing,
    body: null,
    answer: documentView,
    problems: ['thing.not-found', 'document.not-audited'],
  },
  'documents.findings': {
    method: 'GET',
    path: '/documents/{document}/findings',
    title: '这份材料的问题',
    access: read,
    params: oneDocument,
    query: nothing,
    body: null,
    answer: z.object({ items: z.array(finding) }),
    problems: ['thing.not-found', 'document.not-audited'],
  },
  'documents.file': {
    method: 'GET',
    path: '/documents/{document}/file',
    title: '下载原文件',
    access: read,
    params: oneDocument,
    query: nothing,
    body: null,
    answer: 'file',
    problems: ['thing.not-found', 'file.gone'],
  },
  'documents.output': {
    method: 'GET',
    path: '/documents/{document}/outputs/{kind}',
    title: '批注副本、退回意见、单份问题清单、校核页、结果数据',
    access: read,
    /** copy: Word or PDF with comments, letter: 退回意见.docx, list: 问题清单.xlsx, page: self-contained html, result: AuditResult as JSON */
    params: z.object({ document: id, kind: z.enum(['copy', 'word', 'letter', 'list', 'page', 'result']) }),
    query: nothing,
    body: null,
    answer: 'file',
    problems: ['thing.not-found', 'document.not-audited', 'output.not-made', 'file.gone'],
  },
  'documents.assign': {
    method: 'PUT',
    path: '/documents/{document}',
    title: '指定材料属于哪个单位、哪一年、哪一类',
    access: { who: 'holder-of-any', of: ['batch.manage', 'self-check.use'], on: 'document' },
    params: oneDocument,
    query: nothing,
    body: z.strictObject({ organisation: id.nullable(), year, kind: reportKind, title: words(200), version }),
    answer: documentDetail,
    problems: ['thing.not-found', 'thing.changed', 'permission.missing'],
  },
  'documents.audit-again': {
    method: 'POST',
    path: '/documents/{document}/audit-again',
    title: '重新校核一份材料',
    access: { who: 'holder-of-any', of: ['batch.manage', 'self-check.use'], on: 'document' },
    params: oneDocument,
    query: nothing,
    body: null,
    answer: documentDetail,
    problems: ['thing.not-found'],
  },
  'documents.submit': {
    method: 'POST',
    path: '/documents/{document}/submit',
    title: '报送：此后主管部门和财政部门看得见',
    access: { who: 'holder', of: 'document.submit', on: 'document' },
    params: oneDocument,
    query: nothing,
    /** `statement`: 带说明报送, wanted where errors are open; nobody is kept from submitting. */
    body: z.strictObject({ statement: z.string().trim().max(2000).nullable(), version }),
    answer: documentDetail,
    problems: ['thing.not-found', 'thing.changed', 'document.wrong-stage', 'document.not-audited', 'document.open-errors'],
  },
  'documents.withdraw': {
    method: 'POST',
    path: '/documents/{document}/withdraw',
    title: '撤回（审核之前）',
    access: { who: 'holder', of: 'document.submit', on: 'document' },
    params: oneDocument,
    query: nothing,
    body: z.strictObject({ version }),
    answer: documentDetail,
    problems: ['thing.not-found', 'thing.changed', 'document.wrong-stage'],
  },
  'documents.return': {
    method: 'POST',
    path: '/documents/{document}/return',
    title: '退回修改',
    access: { who: 'holder', of: 'document.return', on: 'document' },
    params: oneDocument,
    query: nothing,
    body: z.strictObject({ opinion: words(2000), due: day.nullable(), version }),
    answer: documentDetail,
    problems: ['thing.not-found', 'thing.changed', 'document.wrong-stage'],
  },
  'documents.pass': {
    method: 'POST',
    path: '/documents/{document}/pass',
    title: '审核通过',
    access: { who: 'holder', of: 'document.pass', on: 'document' },
    params: oneDocument,
    query: nothing,
    body: z.strictObject({ opinion: z.string().trim().max(2000), version }),
    answer: documentDetail,
    problems: ['thing.not-found', 'thing.changed', 'document.wrong-stage'],
  },
  'documents.publish': {
    method: 'POST',
    path: '/documents/{document}/publish',
    title: '标为已公开（本地区登录人员都可查看）',
    access: { who: 'holder', of: 'document.publish', on: 'document' },
    params: oneDocument,
    query: nothing,
    body: z.strictObject({ version }),
    answer: documentDetail,
    problems: ['thing.not-found', 'thing.changed', 'document.wrong-stage'],
  },
  'documents.remove': {
    method: 'DELETE',
    path: '/documents/{document}',
    title: '删除本单位未报送的材料',
    access: { who: 'holder', of: 'self-check.use', on: 'document' },
    params: oneDocument,
    query: nothing,
    body: null,
    answer: 'none',
    problems: ['thing.not-found', 'document.wrong-stage'],
  },
  'comments.list': {
    method: 'GET',
    path: '/documents/{document}/comments',
    title: '批注意见',
    access: read,
    params: oneDocument,
    query: nothing,
    body: null,
    answer: z.object({ items: z.array(comment) }),
    problems: ['thing.not-found'],
  },
  'comments.write': {
    method: 'POST',
    path: '/documents/{document}/comments',
    title: '写批注意见',
    access: { who: 'holder', of: 'comment.write', on: 'document' },
    params: oneDocument,
    query: nothing,
    body: z.strictObject({ finding: z.string().max(64).nullable(), audience: z.enum(['reviewers', 'all']), text: words(2000) }),
    answer: comment,
    problems: ['thing.not-found', 'comment.too-many'],
  },
  'findings.decide': {
    method: 'POST',
    path: '/documents/{document}/findings/{finding}/decision',
    title: '核实无误、列入退回、询问单位、答复，或收回处理',
    access: {
      who: 'holder-of-any',
      of: ['finding.dismiss', 'finding.return', 'finding.ask', 'finding.answer', 'self-check.use'],
      on: 'document',
    },
    params: z.object({ document: id, finding: z.string().max(64) }),
    query: nothing,
    body: z.strictObject({ status: findingStatus, reason: z.string().trim().max(1000), version }),
    answer: finding,
    problems: ['thing.not-found', 'thing.changed', 'finding.reason-needed', 'permission.missing', 'document.wrong-stage'],
  },
} as const satisfies Record<string, Route>
