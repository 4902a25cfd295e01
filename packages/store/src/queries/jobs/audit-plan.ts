/** What an audit needs to know of its document before it begins. */
import type { Ground } from '../../work.ts'
import { newestAudit } from '../documents/document-detail.ts'
import type { Job } from './claim.ts'

export interface AuditPlan {
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly year: number
  readonly scheme: string | null
  /** The document as it was read before, as a file of the vault; null: it has to be read from its bytes. */
  readonly source: string | null
}

/** null: the document was removed meanwhile. */
export async function auditPlan(ground: Ground, { region_id, document_id }: Job): Promise<AuditPlan | null> {
  const row = await ground.db
    .selectFrom('documents as d')
    .innerJoin('batches as b', (join) => join.onRef('b.region_id', '=', 'd.region_id').onRef('b.id', '=', 'd.batch_id'))
    .select(['d.id', 'd.file_name', 'd.sha256', 'd.bytes', 'd.year', 'b.scheme'])
    .where('d.region_id', '=', region_id)
    .where('d.id', '=', document_id)
    .executeTakeFirst()
  if (row === undefined) return null
  const audit = await newestAudit(ground, region_id, row.id)
  return {
    fileName: row.file_name,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    year: row.year,
    scheme: row.scheme,
    source: audit?.source_sha256 ?? null,
  }
}
