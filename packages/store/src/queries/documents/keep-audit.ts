/** What came of auditing a file, written once by whoever still holds its job. */

import type { Updateable } from 'kysely'
import { record } from '../../journal/record.ts'
import type { DocumentRow, FindingRow } from '../../tables.ts'
import type { Kept } from '../../vault/vault.ts'
import type { Ground } from '../../work.ts'
import { lockBatch, settleBatch } from '../batches/settle-batch.ts'
import { emptyDigest, keepFile } from '../files.ts'
import { endJob, failJob, type Job } from '../jobs/claim.ts'
import { ownerOf } from './owner-of.ts'
import { type DocumentRecord, follow, recount, versionBefore } from './series.ts'

export type KeptFinding = Omit<FindingRow, 'region_id' | 'document_id' | 'content'> & { readonly content: unknown }

export interface KeptAudit {
  readonly engine: string
  readonly catalogue: string
  readonly schemes: readonly string[]
  /** The document and the result, as files of the vault. */
  readonly source: Kept
  readonly result: Kept
  readonly sketches: readonly unknown[]
  readonly coverage: unknown
  readonly untold: readonly unknown[]
  readonly seconds: number
  readonly findings: readonly KeptFinding[]
  /** As the report says them; null where it does not. */
  readonly unit: string | null
  readonly title: string | null
  readonly year: number | null
  readonly kind: DocumentRecord['kind']
  readonly reports: number
  readonly format: string
  /** In plain words. */
  readonly notes: readonly string[]
}

export type Ended = 'kept' | 'lost'

/** 'lost': the job was cancelled or taken over; nothing is written but that the files are there, which nobody points at: they are cleared away. */
export async function keepAudit(ground: Ground, job: Job, worker: string, audit: KeptAudit): Promise<Ended> {
  for (const kept of [audit.source, audit.result]) await keepFile(ground, job.region_id, kept)
  await lockBatch(ground, job)
  if (!(await endJob(ground, job, worker))) return 'lost'
  const document = await documentOfJob(ground, job)
  await keepRows(ground, document, audit)
  const counted = await describe(ground, document, audit)
  const before = await versionBefore(ground, counted)
  const series = before === null ? counted.series_id : await follow(ground, counted, before)
  await recount(ground, counted.region_id, series)
  const { errors, warnings, infos } = counted
  await tell(ground, counted, 'document.audited', { errors, warnings, infos })
  await settleBatch(ground, job)
  return 'kept'
}

/** There is nothing in it to audit: a scan, a locked file, a picture. */
export async function keepUnread(ground: Ground, job: Job, worker: string, why: readonly string[], format: string | null): Promise<Ended> {
  await lockBatch(ground, job)
  if (!(await endJob(ground, job, worker))) return 'lost'
  const document = await documentOfJob(ground, job)
  const { notes, ...scope } = await ownerOf(ground, document, null, document.year)
  await change(ground, document, { ...scope, state: 'unread', notes: JSON.stringify([...why, ...notes]), format, ended_at: ground.now })
  await tell(ground, document, 'document.not-audited', { why: why[0] ?? '' })
  await settleBatch(ground, job)
  return 'kept'
}

const secret = '（涉密，未接收）'

/** It must not be here: nothing of it stays but that it came, wherever else the same file was sent. The bytes are removed by whoever calls, once this stands. */
export async function refuseSecret(ground: Ground, job: Job, worker: string, why: string): Promise<Ended> {
  await lockBatch(ground, job)
  if (!(await endJob(ground, job, worker))) return 'lost'
  const { db, now } = ground
  const document = await documentOfJob(ground, job)
  const { region_id, sha256 } = document
  await keepFile(ground, region_id, { sha256: emptyDigest, bytes: 0 })
  const same = await db
    .updateTable('documents')
    .set({
      ...{ sha256: emptyDigest, bytes: 0, title: secret, file_name: secret, unit_printed: null, format: null },
      ...{ state: 'unread', notes: JSON.stringify([why]), errors: 0, warnings: 0, infos: 0, open_findings: 0, ended_at: now },
    })
    .where('region_id', '=', region_id)
    .where((eb) => eb.or([eb('id', '=', document.id), ...(sha256 === emptyDigest ? [] : [eb('sha256', '=', sha256)])]))
    .returning(['id', 'batch_id'])
    .execute()
  const ids = same.map(({ id }) => id)
  const batches = [...new Set(same.map(({ batch_id }) => batch_id))]
  for (const table of ['audits', 'findings'] as const) {
    await db.deleteFrom(table).where('region_id', '=', region_id).where('document_id', 'in', ids).execute()
  }
  if (sha256 !== emptyDigest) await db.deleteFrom('files').where('region_id', '=', region_id).where('sha256', '=', sha256).execute()
  await db.updateTable('batches').set({ shared: '[]' }).where('region_id', '=', region_id).where('id', 'in', batches).execute()
  await db
    .updateTable('jobs')
    .set({ state: 'cancelled', ended_at: now, locked_by: null, locked_until: null })
    .where('region_id', '=', region_id)
    .where('document_id', 'in', ids)
    .where('state', 'in', ['ready', 'running'])
    .execute()
  await tell(ground, { ...document, file_name: secret }, 'document.not-audited', { why })
  for (const batch_id of batches) await settleBatch(ground, { region_id, batch_id })
  return 'kept'
}

/** Again in a while, or for good: then the document says why. */
export async function keepFailure(ground: Ground, job: Job, worker: string, why: string, isFinal: boolean): Promise<Ended> {
  await lockBatch(ground, job)
  const state = await failJob(ground, job, worker, why, isFinal)
  if (state === null) return 'lost'
  const document = await documentOfJob(ground, job)
  if (state === 'ready') await change(ground, document, { state: 'waiting' })
  else {
    await change(ground, document, { state: 'failed', notes: JSON.stringify([why]), ended_at: ground.now })
    await tell(ground, document, 'document.not-audited', { why })
  }
  await settleBatch(ground, job)
  return 'kept'
}

async function documentOfJob({ db }: Ground, { region_id, document_id }: Job): Promise<DocumentRecord> {
  return db
    .selectFrom('documents')
    .selectAll()
    .where('region_id', '=', region_id)
    .where('id', '=', document_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

const rowsEach = 300

async function keepRows(ground: Ground, { region_id, id }: DocumentRecord, audit: KeptAudit): Promise<void> {
  const { db, now, newId } = ground
  await db
    .insertInto('audits')
    .values({
      region_id,
      document_id: id,
      id: newId(),
      engine: audit.engine,
      catalogue: audit.catalogue,
      schemes: JSON.stringify(audit.schemes),
      source_sha256: audit.source.sha256,
      result_sha256: audit.result.sha256,
      sketches: JSON.stringify(audit.sketches),
      coverage: JSON.stringify(audit.coverage),
      untold: JSON.stringify(audit.untold),
      seconds: audit.seconds,
      audited_at: now,
    })
    .execute()
  await db.deleteFrom('findings').where('region_id', '=', region_id).where('document_id', '=', id).execute()
  const rows = audit.findings.map((finding) => ({ ...finding, region_id, document_id: id, content: JSON.stringify(finding.content) }))
  for (let at = 0; at < rows.length; at += rowsEach) {
    await db
      .insertInto('findings')
      .values(rows.slice(at, at + rowsEach))
      .onConflict((conflict) => conflict.columns(['region_id', 'document_id', 'finding_id']).doNothing())
      .execute()
  }
}

/** What the report says of itself; what a person has said about it stays. */
async function describe(ground: Ground, document: DocumentRecord, audit: KeptAudit): Promise<DocumentRecord> {
  const isFirst = !document.is_assigned && document.unit_printed === null && document.reports === 0
  const year = isFirst ? (audit.year ?? document.year) : document.year
  const { notes, ...scope } = isFirst ? await ownerOf(ground, document, audit.unit, year) : { notes: [] }
  const count = (severity: FindingRow['severity']) => audit.findings.filter((finding) => finding.severity === severity).length
  return change(ground, document, {
    ...scope,
    ...(isFirst ? { title: audit.title ?? document.title, kind: audit.kind, year } : {}),
    unit_printed: audit.unit,
    reports: audit.reports,
    format: audit.format,
    notes: JSON.stringify([...audit.notes, ...notes].slice(0, 50)),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    state: 'done',
    ended_at: ground.now,
  })
}

async function change(
  { db }: Ground,
  { region_id, id, version }: DocumentRecord,
  values: Updateable<DocumentRow>,
): Promise<DocumentRecord> {
  return db
    .updateTable('documents')
    .set({ ...values, version: version + 1 })
    .where('region_id', '=', region_id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function tell(
  ground: Ground,
  document: DocumentRecord,
  event: 'document.audited' | 'document.not-audited',
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  await record(ground, event, {
    regionId: document.region_id,
    actor: null,
    subject: { kind: 'document', id: document.id },
    details: { fileName: document.file_name, ...details },
  })
}
