/** Work for the background, registered in the transaction that wants it done. */
import type { JobKind } from '../../tables.ts'
import type { Ground } from '../../work.ts'

export interface NewJob {
  readonly regionId: string
  readonly kind: JobKind
  readonly batchId: string
  readonly documentId?: string
  readonly input?: Readonly<Record<string, unknown>>
  readonly priority: number
  readonly createdBy: string | null
}

/** What somebody waits for comes before batches of hundreds. */
export const priorities = { own: 10, open: 6, compare: 5, review: 0, again: -1, pack: -2 } as const

/** A statement holds so many rows. */
const rowsEach = 500

/** Ids in the order of the jobs. */
export async function enqueue({ db, now, newId }: Ground, jobs: readonly NewJob[]): Promise<readonly string[]> {
  const rows = jobs.map((job) => ({
    region_id: job.regionId,
    id: newId(),
    kind: job.kind,
    batch_id: job.batchId,
    document_id: job.documentId ?? null,
    input: JSON.stringify(job.input ?? {}),
    state: 'ready' as const,
    priority: job.priority,
    run_at: now,
    locked_until: null,
    locked_by: null,
    progress: null,
    last_error: null,
    result: null,
    created_by: job.createdBy,
    created_at: now,
    ended_at: null,
  }))
  for (let at = 0; at < rows.length; at += rowsEach) {
    await db
      .insertInto('jobs')
      .values(rows.slice(at, at + rowsEach))
      .execute()
  }
  return rows.map(({ id }) => id)
}
