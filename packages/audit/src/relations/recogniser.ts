/** A recogniser reads one source of relations out of a claim set. */
import type { ClaimSet } from '../claims/claim-set.ts'
import type { Relation } from './relation.ts'

export type NewRelation = Omit<Relation, 'id'>

export type Recogniser = (set: ClaimSet) => NewRelation[]
