/** What is kept of the reports of a batch to hold them against each other. */
import type { Sketched } from '@jiheng/audit'
import type { Ground } from '../../work.ts'
import type { OfBatch } from './settle-batch.ts'

export interface ComparedDocument {
  readonly fileName: string
  /** The document as it was read, as a file of the vault. */
  readonly source: string
  /** `file` is the id of the document. */
  readonly sketches: readonly Sketched[]
}

/** By id of the document, in the order in which they were received. */
export async function sketchesOf({ db }: Ground, { region_id, batch_id }: OfBatch): Promise<ReadonlyMap<string, ComparedDocument>> {
  const rows = await db
    .selectFrom('documents as d')
    .innerJoin('audits as a', (join) => join.onRef('a.region_id', '=', 'd.region_id').onRef('a.document_id', '=', 'd.id'))
    .select(['d.id', 'd.file_name', 'a.sketches', 'a.source_sha256'])
    .distinctOn(['d.received_at', 'd.id'])
    .where('d.region_id', '=', region_id)
    .where('d.batch_id', '=', batch_id)
    .where('d.state', '=', 'done')
    .orderBy('d.received_at')
    .orderBy('d.id')
    .orderBy('a.audited_at', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
  return new Map(
    rows.map(({ id, file_name, sketches, source_sha256 }) => {
      const kept = sketches as readonly Omit<Sketched, 'file'>[]
      return [id, { fileName: file_name, source: source_sha256, sketches: kept.map((one) => ({ ...one, file: id })) }]
    }),
  )
}
