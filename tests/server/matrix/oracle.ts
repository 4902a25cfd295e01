/**
 * What must come of every request: a table written by hand. It knows nothing of the product's own conditions; where the two
 * disagree one of them is wrong.
 */
import type { Permission, RouteId, Stage } from '@jiheng/contract'
import type { Asker } from './who.ts'
import type { Purpose, Relation } from './world.ts'

/**
 * done: it is answered · not now: it is seen and may be done, at another time · refused: it is known and may not be done by this
 * person · hidden: as if it were not there · signed out: who are you?
 */
export type Outcome = 'done' | 'not now' | 'refused' | 'hidden' | 'signed out'

/** unit: who checks the own drafts, at the unit itself · above: who reads for it or for the region · region: who reads for the region · all: who is signed in. */
type Reader = 'unit' | 'above' | 'region' | 'all'

const readers: Readonly<Record<Relation, Readonly<Record<Stage, readonly Reader[]>>>> = {
  own: { private: ['unit'], submitted: ['unit', 'above'], published: ['all'] },
  child: { private: [], submitted: ['above'], published: ['all'] },
  sibling: { private: [], submitted: ['region'], published: ['all'] },
  parent: { private: [], submitted: ['region'], published: ['all'] },
  bureau: { private: [], submitted: ['region'], published: ['all'] },
  'other region': { private: [], submitted: [], published: [] },
}

const isReader: Readonly<Record<Reader, (who: Asker) => boolean>> = {
  unit: ({ place, may }) => place === 'unit' && may.includes('self-check.use'),
  above: ({ may }) => may.includes('document.read'),
  region: ({ place, may }) => place === 'region' && may.includes('document.read'),
  all: () => true,
}

export const readsDocument = (who: Asker, relation: Relation, stage: Stage): boolean =>
  readers[relation][stage].some((reader) => isReader[reader](who))

/** How far a permission reaches from a post at the unit; one for the region reaches all of it, but for what is the unit's own. */
const belowUnit: readonly Relation[] = ['own', 'child']
const unitsOwn: readonly Permission[] = ['self-check.use', 'document.submit', 'finding.answer']

export function reaches({ place, may }: Asker, permission: Permission, relation: Relation): boolean {
  if (!may.includes(permission) || relation === 'other region') return false
  if (unitsOwn.includes(permission)) return place === 'unit' && relation === 'own'
  return place === 'region' || belowUnit.includes(relation)
}

/** A self-check is its unit's. A batch for review is seen by who reads or manages there, and filled by who manages. */
export const readsBatch = (who: Asker, relation: Relation, purpose: Purpose): boolean =>
  purpose === 'self-check'
    ? reaches(who, 'self-check.use', relation)
    : reaches(who, 'document.read', relation) || reaches(who, 'batch.manage', relation)
export const fillsBatch = (who: Asker, relation: Relation, purpose: Purpose): boolean =>
  reaches(who, purpose === 'self-check' ? 'self-check.use' : 'batch.manage', relation)

export type Rule =
  | { readonly about: 'document'; readonly door: readonly Permission[]; readonly reads: true }
  | {
      readonly about: 'document'
      readonly door: readonly Permission[]
      readonly needs: Permission
      /** When it may be done; at another time it is `not now`. */
      readonly when: readonly Stage[]
      /** The unit does it with its own draft, too. */
      readonly draft?: true
    }
  | { readonly about: 'batch'; readonly door: readonly Permission[]; readonly does: 'read' | 'fill' | 'pack' }

const reading: readonly Permission[] = ['document.read', 'self-check.use']
const managing: readonly Permission[] = ['batch.manage', 'self-check.use']
const deciding: readonly Permission[] = ['finding.dismiss', 'finding.return', 'finding.ask', 'finding.answer', 'self-check.use']
const making: readonly Permission[] = ['output.make', 'self-check.use']
const always: readonly Stage[] = ['private', 'submitted', 'published']

/** `findings.decide` by what is decided. */
export type Decide = 'decide dismissed' | 'decide returned' | 'decide asked' | 'decide answered'
export type DocumentRequest =
  | Exclude<Extract<RouteId, `documents.${string}` | `comments.${string}`>, 'documents.list'>
  | Decide
  | 'output letter'

export const documentRules: Readonly<Record<DocumentRequest, Rule>> = {
  'documents.get': { about: 'document', door: reading, reads: true },
  'documents.view': { about: 'document', door: reading, reads: true },
  'documents.findings': { about: 'document', door: reading, reads: true },
  'documents.file': { about: 'document', door: reading, reads: true },
  'comments.list': { about: 'document', door: reading, reads: true },
  'documents.output': { about: 'document', door: reading, reads: true },
  'output letter': { about: 'document', door: reading, needs: 'output.make', when: always, draft: true },
  'documents.assign': { about: 'document', door: managing, needs: 'batch.manage', when: ['submitted'], draft: true },
  'documents.audit-again': { about: 'document', door: managing, needs: 'batch.manage', when: ['submitted'], draft: true },
  'documents.submit': { about: 'document', door: ['document.submit'], needs: 'document.submit', when: ['private'] },
  'documents.withdraw': { about: 'document', door: ['document.submit'], needs: 'document.submit', when: ['submitted'] },
  'documents.return': { about: 'document', door: ['document.return'], needs: 'document.return', when: ['submitted'] },
  'documents.pass': { about: 'document', door: ['document.pass'], needs: 'document.pass', when: ['submitted'] },
  'documents.publish': { about: 'document', door: ['document.publish'], needs: 'document.publish', when: [] },
  'documents.remove': { about: 'document', door: ['self-check.use'], needs: 'self-check.use', when: ['private'] },
  'comments.write': { about: 'document', door: ['comment.write'], needs: 'comment.write', when: always },
  'decide dismissed': { about: 'document', door: deciding, needs: 'finding.dismiss', when: ['submitted'], draft: true },
  'decide returned': { about: 'document', door: deciding, needs: 'finding.return', when: ['submitted'] },
  'decide asked': { about: 'document', door: deciding, needs: 'finding.ask', when: ['submitted'] },
  'decide answered': { about: 'document', door: deciding, needs: 'finding.answer', when: ['submitted'] },
}

export type BatchRequest = Exclude<Extract<RouteId, `batches.${string}`>, 'batches.list' | 'batches.create'>

export const batchRules: Readonly<Record<BatchRequest, Rule>> = {
  'batches.get': { about: 'batch', door: reading, does: 'read' },
  'batches.events': { about: 'batch', door: reading, does: 'read' },
  'batches.summary': { about: 'batch', door: reading, does: 'read' },
  'batches.change': { about: 'batch', door: managing, does: 'fill' },
  'batches.receive': { about: 'batch', door: managing, does: 'fill' },
  'batches.cancel': { about: 'batch', door: managing, does: 'fill' },
  'batches.resume': { about: 'batch', door: managing, does: 'fill' },
  'batches.audit-again': { about: 'batch', door: managing, does: 'fill' },
  'batches.output': { about: 'batch', door: making, does: 'read' },
  'batches.pack': { about: 'batch', door: making, does: 'pack' },
}

/** What is the unit's own has no place where a post is for the region. */
export const through = ({ may, place }: Asker, door: readonly Permission[]): boolean =>
  door.some((permission) => may.includes(permission) && (place === 'unit' || !unitsOwn.includes(permission)))

export function ofDocument(who: Asker, rule: Rule, relation: Relation, stage: Stage): Outcome {
  if (rule.about !== 'document') throw new Error('a rule about something else')
  if (who.by === 'nobody') return 'signed out'
  if (!through(who, rule.door)) return 'refused'
  if (!readsDocument(who, relation, stage)) return 'hidden'
  if ('reads' in rule) return 'done'
  const isOwnDraft = rule.draft === true && stage === 'private' && reaches(who, 'self-check.use', relation)
  if (!isOwnDraft && !reaches(who, rule.needs, relation)) return 'refused'
  return isOwnDraft || rule.when.includes(stage) ? 'done' : 'not now'
}

export function ofBatch(who: Asker, rule: Rule, relation: Relation, purpose: Purpose): Outcome {
  if (rule.about !== 'batch') throw new Error('a rule about something else')
  if (who.by === 'nobody') return 'signed out'
  if (!through(who, rule.door)) return 'refused'
  const isSeen = rule.does === 'fill' ? fillsBatch(who, relation, purpose) : readsBatch(who, relation, purpose)
  if (!isSeen) return 'hidden'
  // All documents of the matrix lie in the self-checks: of the others there is nothing to pack.
  return rule.does === 'pack' && purpose === 'review' ? 'not now' : 'done'
}
