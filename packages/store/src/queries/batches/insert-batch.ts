/** A batch as a row. Whether somebody may set it up is looked at before. */
import type { Ground } from '../../work.ts'
import type { BatchToFill } from '../documents/register.ts'
import { scopeYear } from '../documents/scope-year.ts'

export interface NewBatchRow {
  readonly regionId: string
  readonly createdBy: string
  readonly title: string
  readonly purpose: 'review' | 'self-check'
  readonly organisation: string
  readonly year: number
  readonly scheme: string | null
}

export async function insertBatch(ground: Ground, batch: NewBatchRow): Promise<BatchToFill> {
  const { db, now, newId } = ground
  return db
    .insertInto('batches')
    .values({
      region_id: batch.regionId,
      id: newId(),
      title: batch.title,
      purpose: batch.purpose,
      organisation_id: batch.organisation,
      year: batch.year,
      scope_year: await scopeYear(ground, batch.regionId, batch.organisation, batch.year),
      scheme: batch.scheme,
      created_by: batch.createdBy,
      created_at: now,
      finished_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
