/**
 * Who does which job. A worker holds a job by a lease that it renews; when the lease runs out (the server died), somebody else takes it.
 * Every end of a job is written by whoever still holds it, so that it ends once.
 */
import { type Selectable, sql } from 'kysely'
import type { JobRow } from '../../tables.ts'
import type { Ground } from '../../work.ts'
import { markDocument } from './mark-document.ts'

export type Job = Selectable<JobRow>

export const leaseMs = 45_000
/** After so many attempts a job is given up. */
export const mostAttempts = 3

export interface Claimed {
  readonly job: Job
  /** Its workers died of it, or it of them, so often that it is not begun again: whoever claims it ends it. */
  readonly isWornOut: boolean
}

/** null: nothing to do. The document of the job is marked as running. */
export async function claimJob(ground: Ground, worker: string): Promise<Claimed | null> {
  const found = (await left(ground)) ?? (await ready(ground))
  if (found === undefined) return null
  const { db, now } = ground
  const isWornOut = found.state === 'running' && found.attempts >= mostAttempts
  const job = await db
    .updateTable('jobs')
    .set({ state: 'running', attempts: found.attempts + 1, locked_by: worker, locked_until: after(now, leaseMs), progress: null })
    .where('region_id', '=', found.region_id)
    .where('id', '=', found.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (job.kind === 'document.audit') await markDocument(ground, job, 'running')
  return { job, isWornOut }
}

const left = ({ db, now }: Ground) =>
  db
    .selectFrom('jobs')
    .selectAll()
    .where('state', '=', 'running')
    .where('locked_until', '<', now)
    .orderBy('locked_until')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

const ready = ({ db, now }: Ground) =>
  db
    .selectFrom('jobs')
    .selectAll()
    .where('state', '=', 'ready')
    .where('run_at', '<=', now)
    .orderBy('priority', 'desc')
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms)

/** False: the job was cancelled, or somebody else has it by now. What is under way for it must stop. */
export async function renewLease({ db, now }: Ground, job: Job, worker: string, progress: number | null): Promise<boolean> {
  const renewed = await db
    .updateTable('jobs')
    .set({ locked_until: after(now, leaseMs), progress })
    .where(held(job, worker))
    .returning('id')
    .executeTakeFirst()
  return renewed !== undefined
}

/** True: the job is done, and what is written beside it stands. False: it is no longer held; then nothing of it may stand. */
export async function endJob(
  { db, now }: Ground,
  job: Job,
  worker: string,
  result: Readonly<Record<string, unknown>> = {},
): Promise<boolean> {
  const ended = await db
    .updateTable('jobs')
    .set({
      state: 'done',
      result: JSON.stringify(result),
      progress: 1,
      ended_at: now,
      locked_by: null,
      locked_until: null,
      last_error: null,
    })
    .where(held(job, worker))
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Again in a while, or given up: what became of it; null where it is no longer held. */
export async function failJob(
  { db, now }: Ground,
  job: Job,
  worker: string,
  why: string,
  isFinal: boolean,
): Promise<'ready' | 'dead' | null> {
  const state = isFinal || job.attempts >= mostAttempts ? 'dead' : 'ready'
  const failed = await db
    .updateTable('jobs')
    .set({
      state,
      last_error: why.slice(0, 500),
      run_at: after(now, 5000 * 4 ** (job.attempts - 1)),
      ended_at: state === 'dead' ? now : null,
      locked_by: null,
      locked_until: null,
      progress: null,
    })
    .where(held(job, worker))
    .returning('id')
    .executeTakeFirst()
  return failed === undefined ? null : state
}

/** A worker that stops on purpose: the attempt does not count. */
export async function releaseJob(ground: Ground, job: Job, worker: string): Promise<void> {
  const { db, now } = ground
  const released = await db
    .updateTable('jobs')
    .set({ state: 'ready', attempts: Math.max(0, job.attempts - 1), run_at: now, locked_by: null, locked_until: null, progress: null })
    .where(held(job, worker))
    .returning('id')
    .executeTakeFirst()
  if (released !== undefined && job.kind === 'document.audit') await markDocument(ground, job, 'waiting')
}

/** Still running, and still by this worker. */
const held = ({ region_id, id, attempts }: Job, worker: string) =>
  sql<boolean>`region_id = ${region_id} and id = ${id} and state = 'running' and locked_by = ${worker} and attempts = ${attempts}`
