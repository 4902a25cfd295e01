/** A document as a line of a list. */
import type { DocumentItem } from '@jiheng/contract'
import { type Selectable, sql } from 'kysely'
import { readableDocument } from '../../scope.ts'
import type { DocumentRow } from '../../tables.ts'
import type { Work } from '../../work.ts'

export type NamedDocument = Selectable<DocumentRow> & { readonly organisation: string | null }

/** Documents that the viewer may see, `documents as d`, with the name of the unit in its year. */
export const documentsOf = ({ db, viewer }: Work) =>
  db
    .selectFrom('documents as d')
    .leftJoin('organisations as o', (join) => join.onRef('o.region_id', '=', 'd.region_id').onRef('o.id', '=', 'd.organisation_id'))
    .leftJoin('organisation_years as y', (join) =>
      join
        .onRef('y.region_id', '=', 'd.region_id')
        .onRef('y.year', '=', 'd.scope_year')
        .onRef('y.organisation_id', '=', 'd.organisation_id'),
    )
    .where('d.region_id', '=', viewer.regionId)
    .where(readableDocument(viewer, 'd'))

export const unitName = sql<string | null>`coalesce(y.name, o.names->-1->>'value')`

export function toItem(row: NamedDocument): DocumentItem {
  return {
    id: row.id,
    batch: row.batch_id,
    organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation ?? '' },
    unitPrinted: row.unit_printed,
    title: row.title,
    year: row.year,
    kind: row.kind,
    reports: row.reports,
    fileName: row.file_name,
    folder: row.folder,
    format: row.format,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    state: row.state,
    stage: row.stage,
    review: row.review,
    findings: { error: row.errors, warning: row.warnings, info: row.infos, open: row.open_findings },
    notes: [...row.notes],
    receivedAt: row.received_at.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    statement: row.statement,
    replaces: row.replaces_id,
    replacedBy: row.replaced_by_id,
    version: row.version,
  }
}
