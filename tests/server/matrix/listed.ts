/** Which ids each list must hold for whom: all that the person may see, and nothing else. */
import { reaches, readsBatch, readsDocument } from './oracle.ts'
import type { ListRequest } from './people-oracle.ts'
import { type Asker, askers } from './who.ts'
import { purposes, relations, stages, type World } from './world.ts'

interface Listed {
  readonly items: readonly { readonly id: string; readonly document?: unknown }[]
}

export interface ListedThing {
  readonly request: ListRequest
  readonly ids: (answer: Listed) => readonly string[]
  readonly expected: (who: Asker, world: World) => readonly string[]
}

const idsOf = ({ items }: Listed) => items.map(({ id }) => id)
const ofFinding = ({ items }: Listed) => items.map(({ document }) => (document as { readonly id: string }).id)

const documents = (who: Asker, { places }: World) =>
  relations.flatMap((relation) =>
    stages.filter((stage) => readsDocument(who, relation, stage)).map((stage) => places[relation].documents[stage]),
  )
const batches = (who: Asker, { places }: World) =>
  relations.flatMap((relation) =>
    purposes.filter((purpose) => readsBatch(who, relation, purpose)).map((purpose) => places[relation].batches[purpose]),
  )
/** Those at the places in reach; and those who ask, who sit at the unit or have the region. */
const people = (who: Asker, { places, accounts }: World) => [
  ...relations.filter((relation) => reaches(who, 'account.manage', relation)).map((relation) => places[relation].account),
  ...askers
    .filter(({ by, place }) => by !== 'nobody' && (place === 'unit' || who.place === 'region'))
    .map(({ name }) => accounts[name] as string),
]
const handOvers = (who: Asker, { places }: World) =>
  relations.filter((relation) => reaches(who, 'post.manage', relation)).map((relation) => places[relation].handOver)
const organisations = (_who: Asker, { places }: World) =>
  relations.filter((relation) => relation !== 'other region').map((relation) => places[relation].organisation)

export const listedThings: readonly ListedThing[] = [
  { request: 'documents.list', ids: idsOf, expected: documents },
  { request: 'findings.list', ids: ofFinding, expected: documents },
  { request: 'batches.list', ids: idsOf, expected: batches },
  { request: 'accounts.list', ids: idsOf, expected: people },
  { request: 'hand-overs.list', ids: idsOf, expected: handOvers },
  { request: 'roles.list', ids: idsOf, expected: (_who, { roles }) => Object.values(roles) },
  { request: 'organisations.list', ids: idsOf, expected: organisations },
]
