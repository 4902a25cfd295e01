/** Which organisation of the list a name means: by its name of the year, by an alias or a former name, else by the same words written otherwise. Two that fit are none. */
import { sql } from 'kysely'
import type { Ground } from '../../work.ts'

/** null: nobody, or several. */
export async function organisationNamed(ground: Ground, regionId: string, year: number, name: string): Promise<string | null> {
  const wanted = name.trim().slice(0, 200)
  if (wanted === '') return null
  for (const look of [byName, byOtherName, byWords]) {
    const found = new Set(await look(ground, regionId, year, wanted))
    if (found.size === 1) return [...found][0] as string
    if (found.size > 1) return null
  }
  return null
}

type Look = (ground: Ground, regionId: string, year: number, name: string) => Promise<readonly string[]>

const byName: Look = async ({ db }, regionId, year, name) => {
  const rows = await db
    .selectFrom('organisation_years')
    .select('organisation_id')
    .where('region_id', '=', regionId)
    .where('year', '=', year)
    .where('name', '=', name)
    .limit(3)
    .execute()
  return rows.map(({ organisation_id }) => organisation_id)
}

const byOtherName: Look = async ({ db }, regionId, _year, name) => {
  const rows = await db
    .selectFrom('organisations')
    .select('id')
    .where('region_id', '=', regionId)
    .where(sql<boolean>`(aliases @> ${JSON.stringify([name])}::jsonb or names @> ${JSON.stringify([{ value: name }])}::jsonb)`)
    .limit(3)
    .execute()
  return rows.map(({ id }) => id)
}

const byWords: Look = async ({ db }, regionId, _year, name) => {
  const rows = await db.selectFrom('organisations').select(['id', 'names', 'aliases']).where('region_id', '=', regionId).execute()
  const region = await db.selectFrom('regions').select('names').where('id', '=', regionId).executeTakeFirst()
  const places = (region?.names ?? []).map(({ value }) => value)
  const wanted = plain(name, places)
  if (wanted === '') return []
  return rows
    .filter(({ names, aliases }) => [...names.map(({ value }) => value), ...aliases].some((one) => plain(one, places) === wanted))
    .map(({ id }) => id)
}

/** Blanks, the width of brackets, brackets round 本级, and the region's own name in front say nothing about who is meant. */
function plain(name: string, places: readonly string[]): string {
  const words = name
    .normalize('NFKC')
    .replaceAll(/[\s\u3000]+/g, '')
    .replaceAll(/\((本级|机关)\)/g, '$1')
    .toLowerCase()
  const place = places
    .map((one) => one.normalize('NFKC').toLowerCase())
    .find((one) => one !== '' && words.startsWith(one) && words.length > one.length)
  return place === undefined ? words : words.slice(place.length)
}

/** Names of folders and archives as they are written round a unit: 01_县教育局.zip, 3、县教育局（报送）. */
export function unitInFolder(part: string): string {
  return part
    .replace(/\.(?:zip|rar|7z)$/i, '')
    .replace(/^[\s\d（(]+[)）]?[\s_.、．-]*/, '')
    .replace(/[（(](?:报送|报送包|定稿|终稿|盖章)[)）]$/, '')
    .trim()
}
