/** The server itself, and data that pages offer for choice. */
import * as z from 'zod'
import type { Route } from '../route.ts'
import { nothing } from '../scalars.ts'

const anyone = { who: 'anyone' } as const

export const schemeChoice = z.object({ id: z.string(), label: z.string(), place: z.string(), from: z.string(), to: z.string().nullable() })
export type SchemeChoice = z.infer<typeof schemeChoice>

export const systemRoutes = {
  'system.health': {
    method: 'GET',
    path: '/health',
    title: '进程在运行',
    access: anyone,
    params: nothing,
    query: nothing,
    body: null,
    answer: z.object({ ok: z.literal(true) }),
    problems: [],
  },
  'system.ready': {
    method: 'GET',
    path: '/ready',
    title: '数据库、文件库、校核进程可用',
    access: anyone,
    params: nothing,
    query: nothing,
    body: null,
    answer: z.object({ ready: z.boolean(), database: z.boolean(), files: z.boolean(), workers: z.boolean() }),
    problems: [],
  },
  'system.description': {
    method: 'GET',
    path: '/openapi.json',
    title: '接口说明（OpenAPI 3.1）',
    access: anyone,
    params: nothing,
    query: nothing,
    body: null,
    answer: z.record(z.string(), z.unknown()),
    problems: [],
  },
  'schemes.list': {
    method: 'GET',
    path: '/schemes',
    title: '可选的评分细则',
    access: { who: 'signed-in', on: 'region' },
    params: nothing,
    query: nothing,
    body: null,
    answer: z.object({ items: z.array(schemeChoice) }),
    problems: [],
  },
} as const satisfies Record<string, Route>
