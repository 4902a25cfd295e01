/** Jobs as a person sees them: how far, why not, and what came of it. */
import { Refusal, type Job as ShownJob } from '@jiheng/contract'
import { type Selectable, sql } from 'kysely'
import { byViewer, record } from '../../journal/record.ts'
import { readableBatch, workableBatch } from '../../scope.ts'
import type { JobRow } from '../../tables.ts'
import type { Viewer } from '../../viewer.ts'
import type { Work } from '../../work.ts'
import { settleBatch } from '../batches/settle-batch.ts'
import { packLifeMs } from '../files.ts'
import { markDocument } from './mark-document.ts'

/** What was packed holds what its maker may see: it is the maker's alone, and of a token's that may see as much. Everything else belongs to its batch. */
const jobsOf = ({ db, viewer }: Work, isToChange: boolean) =>
  db
    .selectFrom('jobs as j')
    .innerJoin('batches as b', (join) => join.onRef('b.region_id', '=', 'j.region_id').onRef('b.id', '=', 'j.batch_id'))
    .selectAll('j')
    .select('b.title')
    .where('j.region_id', '=', viewer.regionId)
    .where(readableBatch(viewer, 'b'))
    .where(
      sql<boolean>`case j.kind when 'batch.pack' then j.created_by = ${viewer.accountId} and ${seesAll(viewer)}
        else ${isToChange ? workableBatch(viewer, 'b') : sql<boolean>`true`} end`,
    )

/** As much as it was packed by: null stands for a person at a page. */
const seesAll = ({ tokenPermissions }: Viewer) =>
  tokenPermissions === null ? sql<boolean>`true` : sql<boolean>`j.input->'permissions' <@ ${JSON.stringify(tokenPermissions)}::jsonb`

/** Throws thing.not-found. */
export async function getJob(work: Work, id: string): Promise<ShownJob> {
  const row = await jobsOf(work, false).where('j.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('thing.not-found')
  return shown(row)
}

/** Throws thing.not-found, job.done. */
export async function cancelJob(work: Work, id: string): Promise<ShownJob> {
  const { db, now, viewer } = work
  const row = await jobsOf(work, true).where('j.id', '=', id).forUpdate('j').executeTakeFirst()
  if (row === undefined) throw new Refusal('thing.not-found')
  if (row.state !== 'ready' && row.state !== 'running') throw new Refusal('job.done')
  const ended = await db
    .updateTable('jobs')
    .set({ state: 'cancelled', ended_at: now, locked_by: null, locked_until: null })
    .where('region_id', '=', viewer.regionId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (ended.kind === 'document.audit') await markDocument(work, ended, 'cancelled')
  if (ended.kind !== 'batch.pack') await settleBatch(work, ended)
  return shown(ended)
}

/** What a job has packed; that it is fetched is told in the journal. Throws thing.not-found, file.gone. */
export async function jobFile(work: Work, id: string): Promise<{ readonly sha256: string; readonly bytes: number; readonly name: string }> {
  const row = await jobsOf(work, false).where('j.id', '=', id).where('j.kind', '=', 'batch.pack').executeTakeFirst()
  if (row === undefined) throw new Refusal('thing.not-found')
  if (!hasFile(row)) throw new Refusal('thing.not-found')
  if ((row.ended_at?.getTime() ?? 0) < work.now.getTime() - packLifeMs) throw new Refusal('file.gone')
  const { batch_id, title } = row
  await record(work, 'batch.output-made', {
    ...byViewer(work.viewer),
    subject: { kind: 'batch', id: String(batch_id) },
    details: { title, kind: '全部结果' },
  })
  const { sha256, bytes, name } = row.result as Readonly<Record<string, string | number>>
  return { sha256: String(sha256), bytes: Number(bytes), name: String(name) }
}

const hasFile = ({ state, result }: Selectable<JobRow>): boolean => state === 'done' && typeof result?.sha256 === 'string'

const shown = (row: Selectable<JobRow>): ShownJob => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  attempts: row.attempts,
  progress: row.progress,
  lastError: row.last_error,
  createdAt: row.created_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  hasFile: hasFile(row),
})
