/** Units, documents and findings by the words in them: a few of each, bounded by region and scope first. */
import type { Found } from '@jiheng/contract'
import { sql } from 'kysely'
import type { Work } from '../work.ts'
import { documentsOf, unitName } from './documents/document-item.ts'
import { visibleFindings } from './findings/list-findings.ts'
import { containing } from './like.ts'

const most = 10

export async function search(work: Work, words: string): Promise<Found> {
  const pattern = containing(words)
  return {
    organisations: await organisations(work, pattern, words),
    documents: await documents(work, pattern),
    findings: await findings(work, pattern),
  }
}

/** The list of units is known to everybody in the region. By a former name too, which is then told. */
async function organisations({ db, viewer }: Work, pattern: string, words: string): Promise<Found['organisations']> {
  const rows = await db
    .selectFrom('organisations as o')
    .select(['o.id', 'o.names', 'o.codes'])
    .where('o.region_id', '=', viewer.regionId)
    .where(
      sql<boolean>`(exists (select 1 from jsonb_array_elements(o.names || o.codes) v where v->>'value' ilike ${pattern})
        or exists (select 1 from jsonb_array_elements_text(o.aliases) a (name) where a.name ilike ${pattern}))`,
    )
    .orderBy('o.id')
    .limit(most)
    .execute()
  return rows.map(({ id, names, codes }) => {
    const name = names.at(-1)?.value ?? ''
    const was = names.find(({ value }) => value !== name && value.includes(words))?.value ?? null
    return { id, name, code: codes.at(-1)?.value ?? null, was }
  })
}

async function documents(work: Work, pattern: string): Promise<Found['documents']> {
  const rows = await documentsOf(work)
    .select(['d.id', 'd.title', 'd.year', 'd.file_name', 'd.unit_printed', unitName.as('unit')])
    .where('d.replaced_by_id', 'is', null)
    .where(
      sql<boolean>`(d.title ilike ${pattern} or d.file_name ilike ${pattern} or d.unit_printed ilike ${pattern} or ${unitName} ilike ${pattern})`,
    )
    .orderBy('d.received_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id, title, year, file_name, unit_printed, unit }) => ({
    id,
    title,
    year,
    fileName: file_name,
    unit: unit ?? unit_printed,
  }))
}

async function findings(work: Work, pattern: string): Promise<Found['findings']> {
  const rows = await visibleFindings(work)
    .select(['f.document_id', 'f.finding_id', 'f.unit_printed', 'f.title', 'f.words'])
    .where('d.replaced_by_id', 'is', null)
    .where(sql<boolean>`(f.title ilike ${pattern} or f.message ilike ${pattern} or f.words ilike ${pattern})`)
    .orderBy('f.document_id', 'desc')
    .orderBy('f.number')
    .limit(most)
    .execute()
  return rows.map(({ document_id, finding_id, unit_printed, title, words }) => ({
    document: document_id,
    finding: finding_id,
    unit: unit_printed,
    title,
    words,
  }))
}
