/** The first start: a region, its first organisation, the preset roles, and the person who manages accounts. */
import { Refusal } from '@jiheng/contract'
import { record } from '../../journal/record.ts'
import { rebuildYears } from '../../organisations/rebuild-years.ts'
import { insertUnit } from '../../organisations/units.ts'
import type { Ground } from '../../work.ts'
import { createRegion, listRegions, lockRegion } from '../regions.ts'
import { dayIn } from '../viewers.ts'
import { insertAccount } from './insert-account.ts'
import { managerCount } from './managers.ts'
import { managerRole, presetRoles } from './preset-roles.ts'
import type { AccountKey } from './sign-in.ts'

export interface FirstAccount {
  readonly region: { readonly name: string; readonly code: string } | null
  readonly name: string
  readonly loginName: string
  readonly passwordHash: string
}

/** Whether somebody can manage the accounts of the whole installation: until then there is a set-up link. */
export async function isSetUp(ground: Ground): Promise<boolean> {
  for (const { id } of await listRegions(ground)) if ((await managerCount(ground, id)) > 0) return true
  return false
}

/** Refuses with setup.done where somebody manages accounts already, and with thing.exists for a taken sign-in name. */
export async function setUp(ground: Ground, { region, name, loginName, passwordHash }: FirstAccount): Promise<AccountKey> {
  const [there] = await listRegions(ground)
  if (there === undefined && region === null)
    throw new Refusal('request.invalid', { at: ['body', 'region'], details: { where: 'region', why: '请填写地区' } })
  const regionId = there?.id ?? (await prepareRegion(ground, region as NonNullable<typeof region>))
  await lockRegion(ground, regionId)
  if (await isSetUp(ground)) throw new Refusal('setup.done')
  const roleId = await roleOfManagers(ground, regionId)
  const accountId = await insertAccount(ground, { regionId, name, loginName, passwordHash })
  await ground.db
    .insertInto('posts')
    .values({
      region_id: regionId,
      id: ground.newId(),
      account_id: accountId,
      role_id: roleId,
      organisation_id: null,
      from_day: dayIn(ground.now),
      to_day: null,
      created_at: ground.now,
    })
    .execute()
  await record(ground, 'setup.done', { regionId, actor: { id: accountId, name }, subject: { kind: 'region', id: regionId } })
  return { regionId, accountId }
}

/** A region with its finance bureau and the roles that it begins with. */
export async function prepareRegion(ground: Ground, region: { readonly name: string; readonly code: string }): Promise<string> {
  const regionId = await createRegion(ground, region)
  await insertPresetRoles(ground, regionId)
  const from = usualStart(Number(dayIn(ground.now).slice(0, 4)))
  const always = (value: string) => [{ value, from, to: null }]
  const bureau = { id: ground.newId(), region: regionId, kind: 'department', isBureau: true, isGovernment: false, version: 0 } as const
  await insertUnit(ground, {
    ...bureau,
    names: always(`${region.name}财政局`),
    codes: [],
    aliases: ['财政局'],
    parents: [],
    from,
    to: null,
  })
  await rebuildYears(ground, regionId)
  return regionId
}

export async function insertPresetRoles({ db, now, newId }: Ground, regionId: string): Promise<void> {
  const rows = presetRoles.map(({ name, permissions }) => ({
    region_id: regionId,
    id: newId(),
    name,
    permissions: JSON.stringify(permissions),
    created_at: now,
  }))
  await db.insertInto('roles').values(rows).execute()
}

/** Where nobody says since when an organisation has been there: long enough for the reports of the years before. */
export const usualStart = (year: number): string => `${year - 5}-01-01`

/** Kept where a place has renamed it; made anew where nobody left one. */
export async function roleOfManagers(ground: Ground, regionId: string): Promise<string> {
  const { db, now, newId } = ground
  const roles = await db.selectFrom('roles').select(['id', 'name', 'permissions']).where('region_id', '=', regionId).execute()
  const [preset] = presetRoles
  const holdsAll = roles.find(({ permissions }) => preset?.permissions.every((permission) => permissions.includes(permission)))
  if (holdsAll !== undefined) return holdsAll.id
  const id = newId()
  const name = roles.some((role) => role.name === managerRole) ? `${managerRole}（${dayIn(now)}）` : managerRole
  const permissions = JSON.stringify(preset?.permissions ?? [])
  await db.insertInto('roles').values({ region_id: regionId, id, name, permissions, created_at: now }).execute()
  return id
}
