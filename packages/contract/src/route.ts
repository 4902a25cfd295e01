/** A route as both sides see it: the server answers by it, the client asks by it, and the API description is made from it. */
import type * as z from 'zod'
import type { Permission } from './permission.ts'
import type { ProblemCode } from './problem-codes.ts'

/** What a route is about. The generated test of who sees what stands on it. */
export type Subject = 'document' | 'batch' | 'organisation' | 'account' | 'region' | 'self'

export type Access =
  /** Without signing in. */
  | { readonly who: 'anyone' }
  /** Whoever is signed in; the answer holds only what they may see. */
  | { readonly who: 'signed-in'; readonly on: Subject }
  /** Who holds the permission, over the thing that the route is about. */
  | { readonly who: 'holder'; readonly of: Permission; readonly on: Subject }
  /** Who holds any of them: what may be done depends on the thing. */
  | { readonly who: 'holder-of-any'; readonly of: readonly Permission[]; readonly on: Subject }

/** Answers that are no JSON: a file to save, a stream of events, nothing at all, a way on. */
export type OtherAnswer = 'file' | 'events' | 'none' | 'redirect' | 'html'

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below /api/v1, parameters in braces. */
  readonly path: `/${string}`
  /** Shown in the API description. */
  readonly title: string
  readonly access: Access
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  /** 'bytes': a file as it is, application/octet-stream. */
  readonly body: z.ZodType | 'bytes' | null
  readonly answer: z.ZodType | OtherAnswer
  /** Beside those that any route may answer with: see open-api.ts. */
  readonly problems: readonly ProblemCode[]
}

type ParamsOf<R> = R extends { readonly params: infer P extends z.ZodType } ? z.output<P> : never
type QueryOf<R> = R extends { readonly query: infer Q extends z.ZodType } ? z.output<Q> : never

/** What a handler is given. */
export interface Asked<R extends Route> {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: R['body'] extends z.ZodType ? z.output<R['body']> : null
}

/** What a client sends. */
export interface Sent<R extends Route> {
  readonly params: z.input<R['params']>
  readonly query: z.input<R['query']>
  readonly body: R['body'] extends z.ZodType ? z.input<R['body']> : R['body'] extends 'bytes' ? Blob | Uint8Array : null
}

/** What comes back where the answer is JSON. */
export type AnswerOf<R extends Route> = R['answer'] extends z.ZodType ? z.output<R['answer']> : null
