/**
 * Nobody gives away, takes away or takes over more than they have themselves: by a post, a changed role, a reset password.
 * What is private to a unit is held by its own people alone, so whoever manages posts there may give it to others, never to themselves.
 */
import { ownOnly, type Permission, permissions, Refusal } from '@jiheng/contract'
import { reachOf } from '../../viewer.ts'
import type { Work } from '../../work.ts'
import { dayIn } from '../viewers.ts'

/** null: the whole region. */
type Place = string | null

/** Whether the viewer holds a permission over a place, in the tree of this year. */
export async function holdingOver({ db, now, viewer }: Work, place: Place): Promise<(permission: Permission) => boolean> {
  const above = new Set<string>()
  if (place !== null) {
    const rows = await db
      .selectFrom('organisation_scopes')
      .select('ancestor_id')
      .where('region_id', '=', viewer.regionId)
      .where('year', '=', Number(dayIn(now).slice(0, 4)))
      .where('organisation_id', '=', place)
      .execute()
    for (const { ancestor_id } of rows) above.add(ancestor_id)
  }
  return (permission) => {
    const { everywhere, organisations } = reachOf(viewer, permission)
    if (everywhere) return true
    if (place === null) return false
    if (organisations.includes(place)) return true
    return !ownOnly.includes(permission) && organisations.some((organisation) => above.has(organisation))
  }
}

export interface GivenPost {
  readonly organisationId: Place
  readonly permissions: readonly Permission[]
}

/** Refuses with post.beyond-own. `by`: the permission by which it is done, which must reach the place too. */
export async function refuseBeyondOwn(
  work: Work,
  by: 'post.manage' | 'account.manage',
  { organisationId, permissions: given }: GivenPost,
  isSelf: boolean,
): Promise<void> {
  const holds = await holdingOver(work, organisationId)
  const isWithin = holds(by) && given.every((permission) => holds(permission) || (ownOnly.includes(permission) && !isSelf))
  if (!isWithin) throw new Refusal('post.beyond-own')
}

/** For what concerns a whole account: all its posts, those to come too. One without any is for those who manage the whole region. */
export async function refuseAccountBeyondOwn(work: Work, accountId: string): Promise<void> {
  const { db, now, viewer } = work
  const posts = await db
    .selectFrom('posts as p')
    .innerJoin('roles as r', (join) => join.onRef('r.region_id', '=', 'p.region_id').onRef('r.id', '=', 'p.role_id'))
    .select(['p.organisation_id', 'r.permissions'])
    .where('p.region_id', '=', viewer.regionId)
    .where('p.account_id', '=', accountId)
    .where((eb) => eb.or([eb('p.to_day', 'is', null), eb('p.to_day', '>', dayIn(now))]))
    .execute()
  if (posts.length === 0 && !reachOf(viewer, 'account.manage').everywhere) throw new Refusal('post.beyond-own')
  for (const { organisation_id, permissions: given } of posts) {
    await refuseBeyondOwn(work, 'account.manage', { organisationId: organisation_id, permissions: given }, accountId === viewer.accountId)
  }
}

/** For what is of the whole region: refuses with permission.missing who holds the permission for a part of it only. */
export function needEverywhere({ viewer }: Pick<Work, 'viewer'>, permission: Permission): void {
  if (!reachOf(viewer, permission).everywhere)
    throw new Refusal('permission.missing', { details: { permission: `${permissions[permission]}（全地区）` } })
}
