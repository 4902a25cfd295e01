/** What a person may do with a document now: one place, for the page that offers it and for the change itself. */
import { type DocumentDetail, type Permission, permissions, Refusal } from '@jiheng/contract'
import { sql } from 'kysely'
import { reaches, readableDocument } from '../../scope.ts'
import type { Work } from '../../work.ts'
import type { DocumentRecord } from './series.ts'

export type Act = DocumentDetail['may'][number]

/** Permissions that reach the document, as flags of a row. */
const asked = [
  'self-check.use',
  'document.submit',
  'batch.manage',
  'finding.dismiss',
  'finding.return',
  'finding.ask',
  'finding.answer',
  'comment.write',
  'document.return',
  'document.pass',
  'document.publish',
  'output.make',
] as const satisfies readonly Permission[]

export type Held = ReadonlySet<(typeof asked)[number]>

export interface HeldDocument {
  readonly document: DocumentRecord
  readonly held: Held
  /** Whether files are received here for review, or it is the unit's own. */
  readonly purpose: 'review' | 'self-check'
}

/** Locked when it is to be changed. Throws thing.not-found. */
export async function heldDocument({ db, viewer }: Work, id: string, isToChange: boolean): Promise<HeldDocument> {
  let query = db
    .selectFrom('documents as d')
    .selectAll('d')
    .select(asked.map((permission) => sql<boolean>`${reaches(viewer, permission, 'd')}`.as(permission)))
    .where('d.id', '=', id)
    .where(readableDocument(viewer, 'd'))
  if (isToChange) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (row === undefined) throw new Refusal('thing.not-found')
  const batch = await db
    .selectFrom('batches')
    .select('purpose')
    .where('region_id', '=', viewer.regionId)
    .where('id', '=', row.batch_id)
    .executeTakeFirstOrThrow()
  return { document: row, held: new Set(asked.filter((permission) => row[permission])), purpose: batch.purpose }
}

/** Who reviews it sees what reviewers say among themselves; its unit does not. */
export const isReviewer = (held: Held): boolean =>
  (['finding.dismiss', 'finding.return', 'finding.ask', 'document.return', 'document.pass'] as const).some((one) => held.has(one))

interface Rule {
  readonly needs: (typeof asked)[number]
  /** Also by its unit, of a draft that nobody else sees: when. */
  readonly ownDraft?: (one: HeldDocument) => boolean
  readonly when: (one: HeldDocument) => boolean
}

const always = (): boolean => true
const isCurrent = ({ document }: HeldDocument): boolean => document.replaced_by_id === null
const isUnderReview = (one: HeldDocument): boolean =>
  isCurrent(one) && one.document.stage === 'submitted' && one.document.review !== 'passed'

const rules: Readonly<Record<Act, Rule>> = {
  submit: { needs: 'document.submit', when: (one) => isCurrent(one) && one.document.stage === 'private' },
  withdraw: {
    needs: 'document.submit',
    when: (one) =>
      isCurrent(one) && one.purpose === 'self-check' && one.document.stage === 'submitted' && one.document.review === 'waiting',
  },
  return: {
    needs: 'document.return',
    when: (one) => isCurrent(one) && one.document.stage === 'submitted' && one.document.review !== 'returned',
  },
  pass: { needs: 'document.pass', when: isUnderReview },
  publish: {
    needs: 'document.publish',
    when: (one) => isCurrent(one) && one.document.stage === 'submitted' && one.document.review === 'passed',
  },
  assign: { needs: 'batch.manage', ownDraft: always, when: ({ document }) => document.stage === 'submitted' },
  'audit-again': { needs: 'batch.manage', ownDraft: always, when: ({ document }) => document.stage === 'submitted' },
  remove: { needs: 'self-check.use', when: ({ document }) => document.stage === 'private' },
  // What is decided about a draft holds for the version after it, which may be under review by now.
  dismiss: { needs: 'finding.dismiss', ownDraft: isCurrent, when: isUnderReview },
  'return-finding': { needs: 'finding.return', when: isUnderReview },
  ask: { needs: 'finding.ask', when: isUnderReview },
  answer: { needs: 'finding.answer', when: isUnderReview },
  comment: { needs: 'comment.write', when: always },
  'make-outputs': { needs: 'output.make', ownDraft: always, when: ({ document }) => document.stage !== 'private' },
}

export function mayOf(one: HeldDocument): Act[] {
  return (Object.keys(rules) as Act[]).filter((act) => isAllowed(one, act) && isTime(one, act))
}

const isOwnDraft = ({ document, held }: HeldDocument): boolean => document.stage === 'private' && held.has('self-check.use')
const isAllowed = (one: HeldDocument, act: Act): boolean =>
  one.held.has(rules[act].needs) || (rules[act].ownDraft !== undefined && isOwnDraft(one))
const isTime = (one: HeldDocument, act: Act): boolean => (rules[act].ownDraft?.(one) === true && isOwnDraft(one)) || rules[act].when(one)

const stageWords = { private: '未报送', submitted: '已报送', published: '已公开' } as const
const reviewWords = { waiting: '待审核', returned: '已退回', passed: '审核通过' } as const

/** Throws permission.missing where the person may not, document.wrong-stage where it is not the time. `action` in words. */
export function demand(one: HeldDocument, act: Act, action: string): void {
  if (!isAllowed(one, act)) throw new Refusal('permission.missing', { details: { permission: permissions[rules[act].needs] } })
  if (isTime(one, act)) return
  const { stage, review, replaced_by_id } = one.document
  const said = replaced_by_id !== null ? '已有更正版本' : stage === 'submitted' ? reviewWords[review] : stageWords[stage]
  throw new Refusal('document.wrong-stage', { details: { stage: said, action } })
}

/** Throws thing.changed, with the name of who was last to act on it. */
export async function demandVersion({ db, viewer }: Work, { id, version }: DocumentRecord, given: number): Promise<void> {
  if (version === given) return
  const last = await db
    .selectFrom('reviews as r')
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 'r.region_id').onRef('a.id', '=', 'r.decided_by'))
    .select('a.name')
    .where('r.region_id', '=', viewer.regionId)
    .where('r.document_id', '=', id)
    .orderBy('r.decided_at', 'desc')
    .executeTakeFirst()
  throw new Refusal('thing.changed', { details: { who: last?.name ?? '别人' } })
}
