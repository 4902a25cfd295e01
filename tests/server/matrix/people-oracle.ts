/** What must come of requests about people, roles, units and the journal; by hand, like oracle.ts. */
import type { RouteId } from '@jiheng/contract'
import { type Outcome, reaches } from './oracle.ts'
import type { Asker } from './who.ts'
import type { Relation } from './world.ts'

/** Whom or what a request is about is at one of the places. */
export type PlacedRequest =
  | 'accounts.get'
  | 'accounts.change'
  | 'accounts.reset'
  | 'accounts.sign-out'
  | 'posts.create'
  | 'posts.end'
  | 'posts.hand-over'
  | 'organisations.history'
  | 'organisations.change'

/** What somebody of the unit holds, without what is private to the unit: nobody gives or takes what they have not themselves. */
const heldThere = ['document.read', 'comment.write'] as const

export function ofPlace(who: Asker, request: PlacedRequest, relation: Relation): Outcome {
  if (who.by === 'nobody') return 'signed out'
  const isHere = relation !== 'other region'
  if (request === 'organisations.history') return isHere ? 'done' : 'hidden'
  if (request === 'organisations.change') {
    if (!who.may.includes('organisation.manage')) return 'refused'
    return reaches(who, 'organisation.manage', relation) ? 'done' : 'hidden'
  }
  const by = request.startsWith('posts.') ? 'post.manage' : 'account.manage'
  if (!who.may.includes(by)) return 'refused'
  const isWithin = reaches(who, by, relation)
  const holdsIt = heldThere.every((permission) => reaches(who, permission, relation))
  if (by === 'account.manage') {
    // Who is out of reach is not even seen.
    if (!isWithin) return 'hidden'
    return request === 'accounts.get' || holdsIt ? 'done' : 'refused'
  }
  // A post elsewhere in the region is known to exist; one of another region is not.
  if (request !== 'posts.create' && !isHere) return 'hidden'
  if (!isHere) return who.place === 'region' && heldThere.every((permission) => who.may.includes(permission)) ? 'hidden' : 'refused'
  return isWithin && holdsIt ? 'done' : 'refused'
}

/** Of the region as a whole: who holds the permission for a part of it only may not. */
const ofRegion = {
  'roles.create': 'role.manage',
  'roles.change': 'role.manage',
  'roles.remove': 'role.manage',
  'organisations.create': 'organisation.manage',
  'organisations.record-change': 'organisation.manage',
  'organisations.import': 'organisation.manage',
  'journal.list': 'journal.read',
  'journal.head': 'journal.read',
  'journal.verify': 'journal.read',
  'journal.export': 'journal.read',
} as const satisfies Partial<Record<RouteId, string>>
export type RegionRequest = keyof typeof ofRegion
export const regionRequests = Object.keys(ofRegion) as readonly RegionRequest[]

export function ofWholeRegion(who: Asker, request: RegionRequest): Outcome {
  if (who.by === 'nobody') return 'signed out'
  return who.may.includes(ofRegion[request]) && who.place === 'region' ? 'done' : 'refused'
}

/** Lists and what is one's own: for whoever holds one of the permissions, or for everybody who is signed in. */
const doors = {
  'batches.list': ['document.read', 'self-check.use'],
  'documents.list': ['document.read', 'self-check.use'],
  'findings.list': ['document.read', 'self-check.use'],
  'accounts.list': ['account.manage'],
  'hand-overs.list': ['post.manage'],
  'search.find': null,
  'inbox.get': null,
  'roles.list': null,
  'organisations.list': null,
  'organisations.sheet': null,
  'schemes.list': null,
  'session.me': null,
} as const
export type ListRequest = keyof typeof doors
export const listRequests = Object.keys(doors) as readonly ListRequest[]

export function ofList(who: Asker, request: ListRequest): Outcome {
  if (who.by === 'nobody') return 'signed out'
  const door = doors[request]
  return door === null || door.some((permission) => who.may.includes(permission)) ? 'done' : 'refused'
}

/** The security of the own account is a person's, never a token's. What comes of it for a person is tested where it is made. */
const persons = {
  'sessions.list': 'done',
  'tokens.list': 'done',
  'sessions.revoke': 'hidden',
  'tokens.revoke': 'hidden',
  'session.sign-out': 'done',
  'session.password': 'refused',
  'second-factor.begin': 'refused',
  'second-factor.confirm': 'hidden',
  'second-factor.remove': 'refused',
  'tokens.create': 'done',
} as const satisfies Partial<Record<RouteId, Outcome>>
export type OwnRequest = keyof typeof persons
export const ownRequests = Object.keys(persons) as readonly OwnRequest[]

export function ofOwn(who: Asker, request: OwnRequest): Outcome {
  if (who.by === 'nobody') return 'signed out'
  // Nobody gives a token what they have not: a post for the region holds nothing that is the unit's own.
  if (request === 'tokens.create' && !who.may.includes('document.read')) return 'refused'
  return who.by === 'token' ? 'refused' : persons[request]
}
