/** Files that were received become documents that wait for their audit. */
import { Refusal } from '@jiheng/contract'
import { type Selectable, sql } from 'kysely'
import { byViewer, record } from '../../journal/record.ts'
import { workableBatch } from '../../scope.ts'
import type { BatchRow } from '../../tables.ts'
import type { Kept } from '../../vault/vault.ts'
import type { Ground, Work } from '../../work.ts'
import { emptyDigest, keepFile } from '../files.ts'
import { enqueue, type NewJob, priorities } from '../jobs/enqueue.ts'
import { demandUnit } from './demand-unit.ts'
import { scopeYear } from './scope-year.ts'

export interface Incoming {
  readonly folder: string
  readonly fileName: string
  readonly kept: Kept
}

export interface ReceivedFile {
  readonly document: string | null
  readonly job: string
  readonly isRepeated: boolean
}

export type BatchToFill = Selectable<BatchRow>

/** The batch, locked, if the viewer may put files into it. Throws thing.not-found, batch.closed, batch.too-many-files. */
export async function batchToFill({ db, viewer }: Work, batchId: string, mostFiles: number, more = 1): Promise<BatchToFill> {
  const batch = await db
    .selectFrom('batches as b')
    .selectAll('b')
    .where('b.id', '=', batchId)
    .where(workableBatch(viewer, 'b'))
    .forUpdate()
    .executeTakeFirst()
  if (batch === undefined) throw new Refusal('thing.not-found')
  if (batch.is_cancelled) throw new Refusal('batch.closed')
  const { files } = await db
    .selectFrom('documents')
    .select(sql<number>`count(*)::int`.as('files'))
    .where('region_id', '=', batch.region_id)
    .where('batch_id', '=', batchId)
    .executeTakeFirstOrThrow()
  if (files + more > mostFiles) throw new Refusal('batch.too-many-files', { details: { limit: mostFiles } })
  return batch
}

/** `organisation`: the unit that the sender names. The same bytes again are not taken twice. */
export async function receiveFile(work: Work, batch: BatchToFill, file: Incoming, organisation: string | null): Promise<ReceivedFile> {
  const repeated = await documentOf(work, batch, file.kept.sha256)
  if (repeated !== null) return { ...repeated, isRepeated: true }
  const unit = await unitFor(work, batch, organisation)
  await keepFile(work, batch.region_id, file.kept)
  const [document] = await addDocuments(work, batch, [{ ...file, organisation: unit, why: null }], work.viewer.accountId)
  const { id, job } = document as Added
  await record(work, 'document.received', {
    ...byViewer(work.viewer),
    subject: { kind: 'document', id },
    details: { fileName: file.fileName, batch: batch.id },
  })
  return { document: id, job: job as string, isRepeated: false }
}

/** An archive is no document: its members will be. */
export async function receiveArchive(work: Work, batch: BatchToFill, file: Incoming, organisation: string | null): Promise<ReceivedFile> {
  const { db, viewer } = work
  const known = await db
    .selectFrom('jobs')
    .select('id')
    .where('region_id', '=', batch.region_id)
    .where('batch_id', '=', batch.id)
    .where('kind', '=', 'archive.open')
    .where('state', 'not in', ['dead', 'cancelled'])
    .where(sql<boolean>`input->>'sha256' = ${file.kept.sha256}`)
    .executeTakeFirst()
  if (known !== undefined) return { document: null, job: known.id, isRepeated: true }
  const unit = await unitFor(work, batch, organisation)
  await keepFile(work, batch.region_id, file.kept)
  const input = { sha256: file.kept.sha256, bytes: file.kept.bytes, fileName: file.fileName, folder: file.folder, organisation: unit }
  const [job] = await enqueue(work, [
    { regionId: batch.region_id, kind: 'archive.open', batchId: batch.id, input, priority: priorities.open, createdBy: viewer.accountId },
  ])
  await reopen(work, batch)
  await record(work, 'document.received', {
    ...byViewer(viewer),
    subject: { kind: 'batch', id: batch.id },
    details: { fileName: file.fileName, batch: batch.id },
  })
  return { document: null, job: job as string, isRepeated: false }
}

/** Named by the sender: a unit that the batch may receive from. A self-check is its own unit's in any case. */
async function unitFor(work: Work, batch: BatchToFill, organisation: string | null): Promise<string | null> {
  if (organisation === null || batch.purpose === 'self-check') return null
  await demandUnit(work, organisation, batch.year)
  return organisation
}

async function documentOf({ db }: Ground, batch: BatchToFill, sha256: string): Promise<{ document: string; job: string } | null> {
  const found = await db
    .selectFrom('documents as d')
    .innerJoin('jobs as j', (join) => join.onRef('j.region_id', '=', 'd.region_id').onRef('j.document_id', '=', 'd.id'))
    .select(['d.id', 'j.id as job'])
    .where('d.region_id', '=', batch.region_id)
    .where('d.batch_id', '=', batch.id)
    .where('d.sha256', '=', sha256)
    .orderBy('j.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found === undefined ? null : { document: found.id, job: found.job }
}

export interface NewDocument extends Incoming {
  /** The unit that the sender names, or null. */
  readonly organisation: string | null
  /** Why it cannot be read, in plain words: known before any audit. */
  readonly why: string | null
}

export interface Added {
  readonly id: string
  /** null where there is nothing to audit. */
  readonly job: string | null
}

const rowsEach = 200

/** Their files are kept already. One of a self-check is private to its unit; what is received for review is submitted by that. */
export async function addDocuments(
  ground: Ground,
  batch: BatchToFill,
  files: readonly NewDocument[],
  receivedBy: string,
): Promise<readonly Added[]> {
  const { db, now, newId } = ground
  const isOwn = batch.purpose === 'self-check'
  const years = new Map<string, number>()
  for (const { organisation } of files) {
    if (organisation === null || isOwn || years.has(organisation)) continue
    years.set(organisation, await scopeYear(ground, batch.region_id, organisation, batch.year))
  }
  if (files.some(({ kept }) => kept.sha256 === emptyDigest)) await keepFile(ground, batch.region_id, { sha256: emptyDigest, bytes: 0 })
  const rows = files.map(({ folder, fileName, kept, organisation, why }, at) => {
    const id = newId()
    const unit = isOwn ? batch.organisation_id : organisation
    return {
      region_id: batch.region_id,
      id,
      batch_id: batch.id,
      scope_organisation_id: unit ?? batch.organisation_id,
      scope_year: (unit === null || isOwn ? undefined : years.get(unit)) ?? batch.scope_year,
      organisation_id: unit,
      unit_printed: null,
      title: fileName,
      year: batch.year,
      kind: 'unknown' as const,
      file_name: fileName,
      folder,
      format: null,
      sha256: kept.sha256,
      bytes: kept.bytes,
      state: why === null ? ('waiting' as const) : ('unread' as const),
      stage: isOwn ? ('private' as const) : ('submitted' as const),
      review: 'waiting' as const,
      notes: JSON.stringify(why === null ? [] : [why]),
      statement: null,
      series_id: id,
      replaces_id: null,
      replaced_by_id: null,
      received_by: receivedBy,
      // What came together keeps its order.
      received_at: new Date(now.getTime() + at),
      submitted_at: isOwn ? null : now,
      ended_at: why === null ? null : now,
    }
  })
  for (let at = 0; at < rows.length; at += rowsEach) {
    await db
      .insertInto('documents')
      .values(rows.slice(at, at + rowsEach))
      .execute()
  }
  const waiting = rows.filter(({ state }) => state === 'waiting')
  const jobs = await enqueue(
    ground,
    waiting.map(
      ({ id }): NewJob => ({
        regionId: batch.region_id,
        kind: 'document.audit',
        batchId: batch.id,
        documentId: id,
        priority: isOwn ? priorities.own : priorities.review,
        createdBy: receivedBy,
      }),
    ),
  )
  await reopen(ground, batch)
  const byDocument = new Map(waiting.map(({ id }, at) => [id, jobs[at] as string]))
  return rows.map(({ id }) => ({ id, job: byDocument.get(id) ?? null }))
}

/** There is work in it again. */
async function reopen({ db }: Ground, batch: BatchToFill): Promise<void> {
  if (batch.finished_at === null) return
  await db.updateTable('batches').set({ finished_at: null }).where('region_id', '=', batch.region_id).where('id', '=', batch.id).execute()
}
