/**
 * Who sees what: the one place. Every query for things of units goes through these conditions, and the generated test of
 * all routes holds them against a table written by hand.
 */
import { ownOnly, type Permission } from '@jiheng/contract'
import { type RawBuilder, sql } from 'kysely'
import { reachOf, type Viewer } from './viewer.ts'

const never = sql<boolean>`false`
const always = sql<boolean>`true`

/** Columns by which a row is governed: a document by its own, a batch by the organisation that set it up. `alias` is written by us, never by a person. */
function governed(alias: string, column: GoverningColumn) {
  return { region: sql.ref(`${alias}.region_id`), organisation: sql.ref(`${alias}.${column}`), year: sql.ref(`${alias}.scope_year`) }
}

type GoverningColumn = 'scope_organisation_id' | 'organisation_id'

/** The permission reaches the organisation that governs the row, in the tree of the row's year. */
export function reaches(
  viewer: Viewer,
  permission: Permission,
  alias: string,
  column: GoverningColumn = 'scope_organisation_id',
): RawBuilder<boolean> {
  const { everywhere, organisations } = reachOf(viewer, permission)
  if (everywhere) return always
  if (organisations.length === 0) return never
  const { region, organisation, year } = governed(alias, column)
  if (ownOnly.includes(permission)) return sql<boolean>`${organisation} = any(${organisations}::uuid[])`
  return sql<boolean>`exists (
    select 1 from organisation_scopes s
    where s.region_id = ${region} and s.year = ${year} and s.organisation_id = ${organisation} and s.ancestor_id = any(${organisations}::uuid[]))`
}

/**
 * private: its unit alone. submitted: its unit, and those above it. published: everybody in the region.
 * A document is asked for as `documents as <alias>`; the caller adds nothing but narrower conditions.
 */
export function readableDocument(viewer: Viewer, alias: string): RawBuilder<boolean> {
  const [region, stage] = [sql.ref(`${alias}.region_id`), sql.ref(`${alias}.stage`)]
  const own = reaches(viewer, 'self-check.use', alias)
  const above = reaches(viewer, 'document.read', alias)
  return sql<boolean>`(${region} = ${viewer.regionId} and (${stage} = 'published' or ${own} or (${stage} = 'submitted' and ${above})))`
}

/** What may be done to a document: it must be readable, and the permission must reach it. */
export function workableDocument(viewer: Viewer, permission: Permission, alias: string): RawBuilder<boolean> {
  return sql<boolean>`(${readableDocument(viewer, alias)} and ${reaches(viewer, permission, alias)})`
}

/** Comments of a series are shown beside each version of it: those on a version that the viewer may not see stay out. */
export function commentOnReadable(viewer: Viewer, alias: string): RawBuilder<boolean> {
  const [region, document] = [sql.ref(`${alias}.region_id`), sql.ref(`${alias}.document_id`)]
  return sql<boolean>`exists (
    select 1 from documents cd where cd.region_id = ${region} and cd.id = ${document} and ${readableDocument(viewer, 'cd')})`
}

/** A self-check is its unit's; a batch for review is for those above the organisation that set it up, and for itself. */
export function readableBatch(viewer: Viewer, alias: string): RawBuilder<boolean> {
  const [region, purpose] = [sql.ref(`${alias}.region_id`), sql.ref(`${alias}.purpose`)]
  const own = reaches(viewer, 'self-check.use', alias, 'organisation_id')
  const above = reaches(viewer, 'batch.manage', alias, 'organisation_id')
  const reader = reaches(viewer, 'document.read', alias, 'organisation_id')
  return sql<boolean>`(${region} = ${viewer.regionId} and case ${purpose} when 'self-check' then ${own} else (${above} or ${reader}) end)`
}

/** Files are put into it, it is stopped and resumed. */
export function workableBatch(viewer: Viewer, alias: string): RawBuilder<boolean> {
  const [region, purpose] = [sql.ref(`${alias}.region_id`), sql.ref(`${alias}.purpose`)]
  const own = reaches(viewer, 'self-check.use', alias, 'organisation_id')
  const above = reaches(viewer, 'batch.manage', alias, 'organisation_id')
  return sql<boolean>`(${region} = ${viewer.regionId} and case ${purpose} when 'self-check' then ${own} else ${above} end)`
}

/** Organisations over which the viewer holds the permission, in the tree of the year; for choices and for people. */
export function reachableOrganisation(viewer: Viewer, permission: Permission, organisation: string, year: number): RawBuilder<boolean> {
  const { everywhere, organisations } = reachOf(viewer, permission)
  if (everywhere) return always
  if (organisations.length === 0) return never
  const column = sql.ref(organisation)
  if (ownOnly.includes(permission)) return sql<boolean>`${column} = any(${organisations}::uuid[])`
  return sql<boolean>`exists (
    select 1 from organisation_scopes s
    where s.region_id = ${viewer.regionId} and s.year = ${year} and s.organisation_id = ${column} and s.ancestor_id = any(${organisations}::uuid[]))`
}
