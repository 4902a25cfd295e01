import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectServed } from '../../src/connection/connect-served.ts'
import type { ServedConnection } from '../../src/connection/connection.ts'
import type { DatabaseTrouble } from '../../src/connection/database-trouble.ts'
import { translateRefusal } from '../../src/refusals.ts'
import { makeServedDatabase } from '../support/databases.ts'
import { query, skipServed } from '../support/served-cluster.ts'

const troubleOf = (address: string) =>
  connectServed({ kind: 'served', address, waitMs: 2000 }).then(
    () => null,
    (error: DatabaseTrouble) => error,
  )

describe('an address', () => {
  it.each(['', 'localhost/jiheng', 'mysql://a:geheim@host/x', 'postgres://a:ge#heim@host/x', 'postgres://a:geheim@[/x'])(
    'that cannot be read is told without showing it: %s',
    async (address) => {
      const trouble = await troubleOf(address)
      expect(trouble?.code).toMatch(/^served\.(bad-address|unreachable)$/)
      expect(JSON.stringify([trouble?.message, trouble?.details, trouble?.stack])).not.toContain('heim')
    },
  )

  it('where nobody answers is told with host, port and database, without the password', async () => {
    const trouble = await troubleOf('postgres://jiheng:geheim@127.0.0.1:1/jiheng?password=geheim')
    expect(trouble?.code).toBe('served.unreachable')
    expect(trouble?.message).toContain('127.0.0.1:1/jiheng')
    expect(JSON.stringify([trouble?.message, trouble?.details, trouble?.stack])).not.toContain('geheim')
  })
})

describe.skipIf(skipServed)('a served database', () => {
  let made: Awaited<ReturnType<typeof makeServedDatabase>>
  let connection: ServedConnection
  const lost: Error[] = []
  beforeAll(async () => {
    made = await makeServedDatabase()
    const name = made.address.slice(made.address.lastIndexOf('/') + 1)
    await query(made.address, `alter database ${name} set timezone to 'Asia/Shanghai'`)
    connection = await connectServed({
      kind: 'served',
      address: made.address,
      connections: 1,
      statementTimeoutMs: 200,
      onLost: (error) => lost.push(error),
    })
  })
  afterAll(async () => {
    await connection.close()
    await made.remove()
  })

  it('is shown by host and database', () => expect(connection.place).toMatch(/^127\.0\.0\.1:\d+\/test_/))

  it('is reached through its socket as well', async () => {
    const { hostname, port, pathname } = new URL(made.address)
    const folder = (await query(made.address, "select current_setting('unix_socket_directories') as folder"))[0] as { folder: string }
    const socket = await connectServed({
      kind: 'served',
      address: `postgres://${pathname}?host=${folder.folder}&port=${port}&user=postgres`,
    })
    expect([hostname, socket.place]).toEqual(['127.0.0.1', `${folder.folder}:${port}${pathname}`])
    await socket.close()
  })

  it('keeps no connection when it is closed, even if nobody asked it anything', async () => {
    const idle = await connectServed({ kind: 'served', address: made.address, applicationName: 'never-asked' })
    await Promise.all([idle.close(), idle.close()])
    const open = () => query(made.address, "select 1 from pg_stat_activity where application_name = 'never-asked'")
    await expect.poll(open).toEqual([])
  })

  it('speaks of instants in one zone, whatever it was set to', async () => {
    expect((await sql`select current_setting('timezone') as zone`.execute(connection.db)).rows).toEqual([{ zone: 'UTC' }])
  })

  it('ends a query that takes too long, and says so', async () => {
    const error = await sql`select pg_sleep(5)`.execute(connection.db).catch((refused: unknown) => refused)
    expect(translateRefusal(error)?.kind).toBe('timeout')
  })

  it('that drops a connection nobody uses costs no query', async () => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection.db)
    await query(made.address, `select pg_terminate_backend(${rows[0]?.pid})`)
    await expect.poll(() => lost.length).toBe(1)
    expect((await sql`select 1 as one`.execute(connection.db)).rows).toEqual([{ one: 1 }])
  })

  it('that cannot hold every character is refused', async () => {
    await query(made.address, "create database test_ascii encoding 'SQL_ASCII' locale 'C' template template0")
    const trouble = await troubleOf(made.address.replace(/[^/]+$/, 'test_ascii'))
    expect(trouble?.code).toBe('served.not-utf8')
    await query(made.address, 'drop database test_ascii with (force)')
  })
})
