/** A server as it is started, on a database of its own, with people who hold what a test gives them. Closed and gone at the end of the suite. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Client, createClient, type Permission } from '@jiheng/contract'
import { beginSession, type Ground, insertUnit, prepareRegion, rebuildYears } from '@jiheng/store'
import fastify from 'fastify'
import { afterAll } from 'vitest'
import { beginFromTemplate, makeServedDatabase, type TestDatabase } from '../../../../packages/store/test/support/databases.ts'
import { bootServer, type Server } from '../../src/boot.ts'
import { hashSecret, sessionToken } from '../../src/http/secrets.ts'
import { readSettings, type Settings } from '../../src/settings.ts'

const schemesFolder = fileURLToPath(new URL('../../../../schemes', import.meta.url))

export interface Person {
  readonly id: string
  readonly client: Client
  /** Of their session, good at every server of the database. */
  readonly token: string
}

export interface RunningServer {
  readonly server: Server
  readonly region: string
  /** 财政局 */
  readonly bureau: string
  /** A unit that is there since 2019. */
  readonly addUnit: (name: string, parent: string | null, aliases?: readonly string[]) => Promise<string>
  /** Holds the permissions at the organisation; null: in the whole region. */
  readonly addPerson: (name: string, permissions: readonly Permission[], organisation: string | null) => Promise<Person>
  /** Stops as on SIGTERM, and starts again on the same data. */
  readonly restart: () => Promise<void>
  readonly folder: string
}

export interface Wanted {
  readonly childPath: string
  readonly settings?: Partial<Settings>
  /** No region is made: the test brings its own. */
  readonly isEmpty?: boolean
  /** Longest wait for a body of JSON. */
  readonly bodyMs?: number
}

/** Each call is a new server on new data. */
export function serversOn({ name }: TestDatabase): (wanted: Wanted) => Promise<RunningServer> {
  const ends: (() => Promise<unknown>)[] = []
  afterAll(async () => {
    for (const end of ends.reverse()) await end()
  }, 60_000)
  return async ({ childPath, settings = {}, isEmpty = false, bodyMs }) => {
    const folder = mkdtempSync(join(tmpdir(), 'jiheng-server-'))
    ends.push(async () => rmSync(folder, { recursive: true, force: true }))
    const env: Record<string, string> = { JIHENG_DATA: folder, JIHENG_PORT: '0', JIHENG_LOG: 'silent', JIHENG_WORKERS: '1' }
    if (name === 'served') {
      const { address, remove } = await makeServedDatabase()
      ends.push(remove)
      env.DATABASE_URL = address
    } else {
      await beginFromTemplate(join(folder, 'database'))
    }
    const read = readSettings({ env, cores: 2, folder })
    if ('faults' in read) throw new Error(read.faults.join())
    const whole = { ...read.settings, ...settings }
    const start = () =>
      bootServer(whole, {
        version: '0.0.0',
        childPath,
        schemesFolder,
        pagesFolder: null,
        logger: fastify({ logger: { level: process.env.JIHENG_TEST_LOG ?? 'silent' } }).log,
        clock: () => new Date(),
        passwordCost: { N: 1024, r: 8, p: 1 },
        ...(bodyMs === undefined ? {} : { bodyMs }),
      })
    let server = await start()
    ends.push(() => server.close())
    const transact = <Result>(run: (ground: Ground) => Promise<Result>) => server.container.transact(run)
    const found = async ({ db }: Ground) =>
      db.selectFrom('organisations').select(['id', 'region_id']).where('is_bureau', '=', true).executeTakeFirst()
    if (!isEmpty) await transact((ground) => prepareRegion(ground, { name: '测试县', code: '130999' }))
    const { id: bureau = '', region_id: region = '' } = (await transact(found)) ?? {}
    return {
      get server() {
        return server
      },
      region,
      bureau,
      folder,
      addUnit: (unit, parent, aliases = []) =>
        transact(async (ground) => {
          const id = ground.newId()
          const since = <Value>(value: Value) => [{ value, from: '2019-01-01', to: null }]
          await insertUnit(ground, {
            id,
            region,
            kind: parent === null ? 'department' : 'subordinate',
            isBureau: false,
            isGovernment: false,
            names: since(unit),
            codes: [],
            aliases,
            parents: parent === null ? [] : since(parent),
            from: '2019-01-01',
            to: null,
            version: 0,
          })
          await rebuildYears(ground, region)
          return id
        }),
      addPerson: async (person, permissions, organisation) => {
        const secret = server.container.newSecret()
        const id = await transact(async (ground) =>
          insertPerson(ground, (await found(ground))?.region_id ?? '', person, permissions, organisation, hashSecret(secret)),
        )
        const token = sessionToken((await transact(found))?.region_id ?? '', secret)
        return { id, client: clientOf(() => server, token), token }
      },
      restart: async () => {
        await server.close()
        server = await start()
      },
    }
  }
}

async function insertPerson(
  ground: Ground,
  region: string,
  name: string,
  permissions: readonly Permission[],
  organisation: string | null,
  tokenHash: string,
): Promise<string> {
  const { db, now, newId } = ground
  const [account, role] = [newId(), newId()]
  const own = { region_id: region, created_at: now }
  await db
    .insertInto('accounts')
    .values({
      ...own,
      id: account,
      name,
      login_name: randomUUID().slice(0, 20),
      password_hash: null,
      locked_until: null,
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      sign_on_subject: null,
      last_seen_at: null,
    })
    .execute()
  await db
    .insertInto('roles')
    .values({ ...own, id: role, name: randomUUID(), permissions: JSON.stringify(permissions) })
    .execute()
  await db
    .insertInto('posts')
    .values({
      ...own,
      id: newId(),
      account_id: account,
      role_id: role,
      organisation_id: organisation,
      from_day: '2020-01-01',
      to_day: null,
    })
    .execute()
  await beginSession(ground, { regionId: region, accountId: account, tokenHash, lifeMs: 3600_000, device: '', address: '' })
  return account
}

const clientOf = (server: () => Server, token: string): Client =>
  createClient({
    origin: '',
    send: (address, init) => fetch(`${server().address}${address}`, init),
    newKey: randomUUID,
    cookie: () => `jiheng_session=${token}`,
  })
