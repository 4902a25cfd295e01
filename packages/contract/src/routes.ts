/** Every route there is. The server answers exactly these, the API description lists exactly these. */
import { batchRoutes } from './nouns/batch.ts'
import { documentRoutes } from './nouns/document.ts'
import { findingRoutes } from './nouns/finding.ts'
import { journalRoutes } from './nouns/journal.ts'
import { organisationRoutes } from './nouns/organisation.ts'
import { peopleRoutes } from './nouns/people.ts'
import { sessionRoutes } from './nouns/session.ts'
import { systemRoutes } from './nouns/system.ts'
import { workRoutes } from './nouns/work.ts'
import type { AnswerOf, Asked, Route, Sent } from './route.ts'

export const routes = {
  ...sessionRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
  ...batchRoutes,
  ...documentRoutes,
  ...findingRoutes,
  ...workRoutes,
  ...journalRoutes,
  ...systemRoutes,
} as const

export type RouteId = keyof typeof routes
export type RouteOf<Id extends RouteId> = (typeof routes)[Id] & Route
export type AskedOf<Id extends RouteId> = Asked<RouteOf<Id>>
export type SentTo<Id extends RouteId> = Sent<RouteOf<Id>>
export type AnsweredBy<Id extends RouteId> = AnswerOf<RouteOf<Id>>

export const routeIds = Object.keys(routes) as readonly RouteId[]

/** All routes answer below this. */
export const apiRoot = '/api/v1'
