/** 操作记录: who did what, sealed in chained batches. A seal shows later changes to what it covers, to whoever kept a head digest. */
import * as z from 'zod'
import type { Route } from '../route.ts'
import { count, day, id, instant, nothing, page, pageOf, sha256 } from '../scalars.ts'

export const journalEntry = z.object({
  id,
  at: instant,
  /** null: the system itself. */
  actor: z.object({ id, name: z.string() }).nullable(),
  event: z.string(),
  /** In plain words. */
  says: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Number of the seal that covers it; null: not sealed yet. */
  seal: z.int().nullable(),
})
export type JournalEntry = z.infer<typeof journalEntry>

export const journalHead = z.object({ seal: z.int(), digest: sha256, entries: count, unsealed: count, sealedAt: instant.nullable() })
export type JournalHead = z.infer<typeof journalHead>

const read = { who: 'holder', of: 'journal.read', on: 'region' } as const

export const journalRoutes = {
  'journal.list': {
    method: 'GET',
    path: '/journal',
    title: '操作记录',
    access: read,
    params: nothing,
    query: page.extend({
      actor: id.optional(),
      event: z.string().max(60).optional(),
      subject: z.string().max(64).optional(),
      from: day.optional(),
      to: day.optional(),
    }),
    body: null,
    answer: pageOf(journalEntry),
    problems: [],
  },
  'journal.head': {
    method: 'GET',
    path: '/journal/head',
    title: '最新封存摘要（另行保存，供日后比对）',
    access: read,
    params: nothing,
    query: nothing,
    body: null,
    answer: journalHead,
    problems: [],
  },
  'journal.verify': {
    method: 'POST',
    path: '/journal/verify',
    title: '核对封存链',
    access: read,
    params: nothing,
    query: nothing,
    /** A digest that was kept; null: only that the chain holds together. */
    body: z.strictObject({ kept: z.strictObject({ seal: z.int().min(1), digest: sha256 }).nullable() }),
    answer: z.object({
      isWhole: z.boolean(),
      seals: count,
      entries: count,
      /** The first seal that does not hold, and why. */
      broken: z.object({ seal: z.int(), why: z.enum(['entry-changed', 'entry-missing', 'chain-broken', 'not-the-kept-one']) }).nullable(),
    }),
    problems: [],
  },
  'journal.export': {
    method: 'GET',
    path: '/journal/export',
    title: '导出操作记录（CSV）',
    access: read,
    params: nothing,
    query: z.object({ from: day.optional(), to: day.optional() }),
    body: null,
    answer: 'file',
    problems: [],
  },
} as const satisfies Record<string, Route>
