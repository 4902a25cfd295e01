/** Whose a document is, and whose scope governs it. */
import type { Updateable } from 'kysely'
import type { DocumentRow } from '../../tables.ts'
import type { Ground } from '../../work.ts'
import { organisationNamed, unitInFolder } from './match-organisation.ts'
import { scopeYear } from './scope-year.ts'
import type { DocumentRecord } from './series.ts'

export interface Owner extends Pick<Updateable<DocumentRow>, 'organisation_id' | 'scope_organisation_id' | 'scope_year'> {
  /** What somebody should look at, in plain words. */
  readonly notes: readonly string[]
}

/** Whose it is: the unit that was named when it was sent, else the one that it names itself, else the one that its folder names. */
export async function ownerOf(ground: Ground, document: DocumentRecord, printed: string | null, year: number): Promise<Owner> {
  const { region_id: region, stage, organisation_id: given } = document
  const named = printed === null ? null : await organisationNamed(ground, region, year, printed)
  if (stage === 'private') {
    const isOther = named !== null && named !== document.scope_organisation_id
    const notes = isOther ? [`报告写的单位是“${printed}”，与自查的单位不同，请核对是否选错了文件。`] : []
    return { notes, scope_year: await scopeYear(ground, region, document.scope_organisation_id, year) }
  }
  const hint = named === null && given === null ? await fromFolder(ground, document, year) : null
  const unit = given ?? named ?? hint
  if (unit === null) return { notes: printed === null ? [] : [`报告写的单位“${printed}”未对上名录，请指定。`] }
  if (!(await mayOwn(ground, document, unit))) {
    return { notes: [`报告写的单位“${printed ?? ''}”不在本批次的单位范围内，请核对。`] }
  }
  const notes: string[] = []
  if (given !== null && named !== null && named !== given) notes.push(`报告写的单位是“${printed}”，与报送时指定的单位不同，请核对。`)
  if (hint !== null && printed !== null) notes.push(`报告写的单位“${printed}”未对上名录，按所在文件夹归入单位，请核对。`)
  return { notes, organisation_id: unit, scope_organisation_id: unit, scope_year: await scopeYear(ground, region, unit, year) }
}

async function fromFolder(ground: Ground, document: DocumentRecord, year: number): Promise<string | null> {
  for (const part of document.folder.split('/').reverse()) {
    const found = await organisationNamed(ground, document.region_id, year, unitInFolder(part))
    if (found !== null) return found
  }
  return null
}

/** Whoever set the batch up may receive from any unit below; the bureau from every one. Else a file would slip out of sight of its sender. */
async function mayOwn({ db }: Ground, document: DocumentRecord, unit: string): Promise<boolean> {
  const found = await db
    .selectFrom('batches as b')
    .innerJoin('organisations as o', (join) => join.onRef('o.region_id', '=', 'b.region_id').onRef('o.id', '=', 'b.organisation_id'))
    .leftJoin('organisation_scopes as s', (join) =>
      join
        .onRef('s.region_id', '=', 'b.region_id')
        .onRef('s.year', '=', 'b.scope_year')
        .onRef('s.ancestor_id', '=', 'b.organisation_id')
        .on('s.organisation_id', '=', unit),
    )
    .select(['o.is_bureau', 's.organisation_id'])
    .where('b.region_id', '=', document.region_id)
    .where('b.id', '=', document.batch_id)
    .executeTakeFirst()
  return found !== undefined && (found.is_bureau || found.organisation_id !== null)
}
