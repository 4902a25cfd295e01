/**
 * A handler: what is done for one route. One request is one transaction: `run` sees an open one and returns a value or throws
 * a Refusal; it never touches the response. What is slow and needs no transaction (receiving bytes, hashing a password) is
 * done before, in `prepare`.
 */

import type { Readable } from 'node:stream'
import type { AnsweredBy, AskedOf, RouteId, RouteOf } from '@jiheng/contract'
import type { Ground, Work } from '@jiheng/store'
import type { Container } from '../container.ts'
import type { EventsAnswer, FileAnswer, HtmlAnswer, RedirectAnswer, WithSession } from './answers.ts'

/** About the request itself. */
export interface Caller {
  /** The network that it came from: what attempts are counted by. */
  readonly address: string
  /** Browser and system in plain words. */
  readonly device: string
  /** The session it came with, if any. */
  readonly sessionId: string | null
  /** What a redirect to the identity provider left with the browser. */
  readonly signOnState: string | null
}

type Special = { file: FileAnswer; events: EventsAnswer; redirect: RedirectAnswer; html: HtmlAnswer; none: null }

export type Answer<Id extends RouteId> = RouteOf<Id>['answer'] extends keyof Special ? Special[RouteOf<Id>['answer']] : AnsweredBy<Id>

type WorkOf<Id extends RouteId> = RouteOf<Id>['access'] extends { readonly who: 'anyone' }
  ? { readonly ground: Ground }
  : { readonly work: Work; readonly ground: Ground }

export type Request<Id extends RouteId> = AskedOf<Id> & { readonly caller: Caller; readonly container: Container } & WorkOf<Id>

export interface Preparing<Id extends RouteId> {
  readonly asked: AskedOf<Id>
  readonly caller: Caller
  readonly container: Container
  /** The bytes as they come; null where the route takes none. */
  readonly stream: Readable | null
  /** A short transaction of its own: nothing slow inside. Where somebody is signed in, `work` is given. */
  readonly transact: <Result>(run: (ground: Ground, work: Work | null) => Promise<Result>) => Promise<Result>
}

export interface Endpoint<Id extends RouteId, Prepared = undefined> {
  /** Answers though the database does not: `run` is given no transaction. For routes without signing in. */
  readonly asksNothing?: true
  readonly prepare?: (preparing: Preparing<Id>) => Promise<Prepared>
  readonly run: (request: Request<Id>, prepared: Prepared) => Promise<Answer<Id> | WithSession<Answer<Id>>>
  /** After the transaction was committed; must not fail the answer. */
  readonly after?: (answer: Answer<Id>, container: Container) => void
}

/** A handler without its shapes: what runs it has checked them by the contract already. */
export interface ErasedEndpoint {
  readonly asksNothing?: true
  readonly prepare?: (preparing: never) => Promise<unknown>
  readonly run: (request: never, prepared: never) => Promise<unknown>
  readonly after?: (answer: never, container: Container) => void
}

// biome-ignore lint/suspicious/noExplicitAny: what was prepared goes from a handler to itself
export type Handlers<Ids extends RouteId = RouteId> = { readonly [Id in Ids]: Endpoint<Id, any> }

/** Names the route, so that the compiler knows the shapes. */
export const endpoint = <Id extends RouteId, Prepared = undefined>(_id: Id, one: Endpoint<Id, Prepared>): Endpoint<Id, Prepared> => one
