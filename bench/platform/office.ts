/** An installation before its server starts: a county with its bureau and units, and people who are signed in. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Client, createClient, type Permission } from '@jiheng/contract'
import {
  beginSession,
  type Connection,
  type Ground,
  groundOf,
  insertUnit,
  inTransaction,
  migrate,
  openConnection,
  prepareRegion,
  rebuildYears,
} from '@jiheng/store'

/** Where an installation keeps what it keeps. */
export interface Where {
  readonly folder: string
  /** null: the embedded database in the folder. */
  readonly databaseUrl: string | null
}

export interface Member {
  readonly name: string
  readonly id: string
  /** What the browser keeps. */
  readonly cookie: string
}

export interface Office {
  readonly region: string
  readonly bureau: string
  /** As they are called, and their ids. */
  readonly units: readonly { readonly name: string; readonly id: string }[]
  readonly reviewers: readonly Member[]
  /** Of each unit one. */
  readonly clerks: readonly Member[]
}

/** The same place that the server with these settings opens. */
export function openDatabase({ folder, databaseUrl }: Where): Promise<Connection> {
  if (databaseUrl !== null) return openConnection({ kind: 'served', address: databaseUrl, connections: 4 })
  mkdirSync(folder, { recursive: true })
  return openConnection({ kind: 'embedded', folder: join(folder, 'database'), templates: join(folder, 'templates') })
}

export const settingsFor = ({ folder, databaseUrl }: Where): Readonly<Record<string, string>> => ({
  JIHENG_DATA: folder,
  JIHENG_LOG: 'warn',
  ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
})

const reviewing: readonly Permission[] = [
  'document.read',
  'batch.manage',
  'finding.dismiss',
  'finding.return',
  'finding.ask',
  'comment.write',
  'document.return',
  'document.pass',
  'output.make',
]
const ofUnits: readonly Permission[] = ['document.read', 'self-check.use', 'document.submit', 'finding.answer', 'comment.write']

export async function prepareOffice(
  where: Where,
  { reviewers, units }: { readonly reviewers: number; readonly units: number },
): Promise<Office> {
  const connection = await openDatabase(where)
  try {
    await migrate(connection.db)
    return await inTransaction(connection.db, async (transaction) => {
      const ground = groundOf(transaction, new Date())
      const region = await prepareRegion(ground, { name: '示例县', code: '139901' })
      const bureau = await ground.db.selectFrom('organisations').select('id').where('region_id', '=', region).executeTakeFirstOrThrow()
      const list: { name: string; id: string }[] = []
      for (let at = 1; at <= units; at++) list.push(await addUnit(ground, region, `示例县第${at}局`))
      await rebuildYears(ground, region)
      const members = async (count: number, name: string, may: readonly Permission[], place: (at: number) => string | null) => {
        const role = await addRole(ground, region, name, may)
        const all: Member[] = []
        for (let at = 0; at < count; at++) all.push(await addMember(ground, region, `${name}${at + 1}`, role, place(at)))
        return all
      }
      return {
        region,
        bureau: bureau.id,
        units: list,
        reviewers: await members(reviewers, '审核人员', reviewing, () => null),
        clerks: await members(units, '经办人', ofUnits, (at) => list[at]?.id ?? null),
      }
    })
  } finally {
    await connection.close()
  }
}

async function addUnit(ground: Ground, region: string, name: string): Promise<{ name: string; id: string }> {
  const id = ground.newId()
  const names = [{ value: name, from: '2019-01-01', to: null }]
  const rest = { codes: [], aliases: [], parents: [], from: '2019-01-01', to: null, isBureau: false, isGovernment: false, version: 0 }
  await insertUnit(ground, { id, region, kind: 'department', names, ...rest })
  return { name, id }
}

async function addRole({ db, now, newId }: Ground, region_id: string, name: string, may: readonly Permission[]): Promise<string> {
  const id = newId()
  await db
    .insertInto('roles')
    .values({ region_id, id, name, permissions: JSON.stringify(may), created_at: now })
    .execute()
  return id
}

async function addMember(
  ground: Ground,
  region_id: string,
  name: string,
  role_id: string,
  organisation_id: string | null,
): Promise<Member> {
  const { db, now, newId } = ground
  const id = newId()
  const none = { password_hash: null, locked_until: null, totp_secret: null, totp_confirmed_at: null, totp_last_step: null }
  await db
    .insertInto('accounts')
    .values({ region_id, id, name, login_name: randomUUID(), ...none, sign_on_subject: null, last_seen_at: null, created_at: now })
    .execute()
  await db
    .insertInto('posts')
    .values({ region_id, id: newId(), account_id: id, role_id, organisation_id, from_day: '2020-01-01', to_day: null, created_at: now })
    .execute()
  const secret = randomBytes(32).toString('base64url')
  const tokenHash = createHash('sha256').update(secret).digest('hex')
  await beginSession(ground, { regionId: region_id, accountId: id, tokenHash, lifeMs: 12 * 3600_000, device: '', address: '' })
  return { name, id, cookie: `jiheng_session=${region_id}.${secret}` }
}

/** `origin` is asked anew for each request: a server that was killed may come back elsewhere. */
export const clientOf = (origin: () => string, { cookie }: Member): Client =>
  createClient({ origin: '', send: (address, init) => fetch(origin() + address, init), newKey: randomUUID, cookie: () => cookie })

/** A short report that nobody wrote, with slips that are found; `mark` makes each another file. */
export const madeReport = (unit: string, mark: string): Uint8Array =>
  new TextEncoder().encode(`${unit}2024年度部门整体支出绩效自评报告（${mark}）

一、部门基本情况
${unit}内设机构5个，年末在职人员20人。

二、预算执行情况
2024年度支出合计120万元，其中：基本支出60万元，项目支出40万元。
2024年度预算数200万元，执行数150万元，预算执行率85%。
公用经费支出30万元，其中：办公费10万元，差旅费5万元，会议费3万元。

三、存在的问题
预算编制不够精细。
`)
