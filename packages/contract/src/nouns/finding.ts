/** 问题: a finding of the audit, with what people decided about it. */
import * as z from 'zod'
import type { Route } from '../route.ts'
import { id, instant, listOf, nothing, page, pageOf, version, year } from '../scalars.ts'
import { severity } from './batch.ts'

/** open 待核 · returned 退回修改 · dismissed 核实无误 · asked 已询问单位 · answered 单位已答复 */
export const findingStatus = z.enum(['open', 'returned', 'dismissed', 'asked', 'answered'])
export type FindingStatus = z.infer<typeof findingStatus>

/** Where words stand, and the words. Offsets are UTF-16, of the accused part in `text`. */
export const quote = z.object({
  text: z.string(),
  from: z.int(),
  to: z.int(),
  /** Id of the mark in the view; null where the words are not shown. */
  mark: z.string().nullable(),
  place: z.string(),
  line: z.int().nullable(),
  page: z.int().nullable(),
  cell: z.string().nullable(),
})
export type Quote = z.infer<typeof quote>

const repair = z.object({ from: z.string(), to: z.string(), reason: z.string() })

export const decision = z.object({ status: findingStatus, reason: z.string(), by: z.object({ id, name: z.string() }), at: instant })
export type Decision = z.infer<typeof decision>

export const finding = z.object({
  /** Stable over re-audits and corrected versions: a decision survives. */
  id: z.string(),
  number: z.int(),
  report: z.int(),
  check: z.string(),
  kind: z.string(),
  kindWords: z.string(),
  severity,
  title: z.string(),
  message: z.string(),
  computation: z.string(),
  steps: z.array(z.string()),
  /** The rule that it rests on, with its source; null where arithmetic alone speaks. */
  citation: z.string().nullable(),
  expected: z.string().nullable(),
  repair: repair.extend({ alternatives: z.array(repair) }).nullable(),
  /** quotes[0] is the accused one. */
  quotes: z.array(quote),
  related: z.array(z.object({ message: z.string(), computation: z.string(), quote })),
  status: findingStatus,
  /** Newest first. */
  decisions: z.array(decision),
  comments: z.int(),
  /** Of the decision: sent back with the next one. */
  version,
})
export type Finding = z.infer<typeof finding>

/** A finding in a list over many documents. */
export const findingItem = z.object({
  id: z.string(),
  document: z.object({ id, title: z.string(), fileName: z.string() }),
  batch: id,
  unit: z.string().nullable(),
  year,
  number: z.int(),
  check: z.string(),
  kind: z.string(),
  kindWords: z.string(),
  severity,
  title: z.string(),
  message: z.string(),
  words: z.string(),
  place: z.string(),
  expected: z.string().nullable(),
  status: findingStatus,
  decidedBy: z.string().nullable(),
})
export type FindingItem = z.infer<typeof findingItem>

export const findingRoutes = {
  'findings.list': {
    method: 'GET',
    path: '/findings',
    title: '按单位、类型、级别、状态查问题',
    access: { who: 'holder-of-any', of: ['document.read', 'self-check.use'], on: 'document' },
    params: nothing,
    query: page.extend({
      batch: id.optional(),
      document: id.optional(),
      organisation: id.optional(),
      year: z.coerce.number().pipe(year).optional(),
      severity: listOf(severity).optional(),
      kind: listOf(z.string().max(40)).optional(),
      check: listOf(z.string().max(80)).optional(),
      status: listOf(findingStatus).optional(),
      q: z.string().max(100).optional(),
    }),
    body: null,
    answer: pageOf(findingItem),
    problems: [],
  },
} as const satisfies Record<string, Route>
