import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Connection } from '../../src/connection/connection.ts'
import { inTransaction } from '../../src/connection/in-transaction.ts'
import { accountsForOperator, createByOperator, makeManager, resetByOperator, unlockByOperator } from '../../src/operator/accounts.ts'
import { beginSession } from '../../src/queries/people/sessions.ts'
import { isSetUp, setUp } from '../../src/queries/people/set-up.ts'
import { type AccountKey, noteFailedSignIn } from '../../src/queries/people/sign-in.ts'
import { type Ground, groundOf } from '../../src/work.ts'
import { forEachDatabase } from '../support/databases.ts'

const now = new Date('2026-11-22T08:00:00Z')

forEachDatabase(({ open }) => {
  let connection: Connection
  let manager: AccountKey
  const run = <Result>(act: (ground: Ground) => Promise<Result>) => inTransaction(connection.db, (tx) => act(groundOf(tx, now)))
  const account = async (loginName: string) => (await run(accountsForOperator)).find((one) => one.loginName === loginName)
  const events = async () =>
    (
      await sql<{
        event: string
        actor: string | null
      }>`select event, actor_id as actor from journal where event <> 'setup.done' order by id`.execute(connection.db)
    ).rows
  beforeAll(async () => {
    connection = await open()
    const region = { name: '示例县', code: '000000' }
    manager = await run((ground) => setUp(ground, { region, name: '管理员甲', loginName: 'manager', passwordHash: 'hash' }))
  })
  beforeEach(() => sql`delete from journal where event <> 'setup.done'`.execute(connection.db))

  it('everybody is listed, and who manages accounts is marked', async () => {
    expect(await account('manager')).toMatchObject({
      name: '管理员甲',
      isManager: true,
      hasPassword: true,
      isLocked: false,
      isDisabled: false,
    })
  })

  it('who typed wrong passwords too often is let in again', async () => {
    await run((ground) => noteFailedSignIn(ground, manager, 5, new Date(now.getTime() + 900_000)))
    expect(await account('manager')).toMatchObject({ isLocked: true })
    await run((ground) => unlockByOperator(ground, manager, 'manager'))
    expect(await account('manager')).toMatchObject({ isLocked: false, hasPassword: true })
    expect(await events()).toEqual([{ event: 'account.changed', actor: null }])
  })

  it('a reset takes password, second factor, sessions and the ban away', async () => {
    const session = { tokenHash: 'x', lifeMs: 1000, device: '', address: '' }
    await run((ground) => beginSession(ground, { ...manager, ...session }))
    await sql`update accounts set is_disabled = true, totp_secret = 's', totp_confirmed_at = now()`.execute(connection.db)
    await run((ground) => resetByOperator(ground, manager, 'manager'))
    expect(await account('manager')).toMatchObject({ hasPassword: false, hasSecondFactor: false, isDisabled: false })
    expect((await sql`select 1 from sessions`.execute(connection.db)).rows).toEqual([])
    expect(await events()).toEqual([{ event: 'account.reset', actor: null }])
  })

  it('a region in which nobody is left gets somebody who manages accounts', async () => {
    await sql`delete from posts`.execute(connection.db)
    expect(await run(isSetUp)).toBe(false)
    const key = await run(async (ground) => {
      const made = await createByOperator(ground, manager.regionId, '管理员乙', 'second')
      await makeManager(ground, made, '管理员乙')
      return made
    })
    expect(await account('second')).toMatchObject({ accountId: key.accountId, isManager: true, hasPassword: false })
    expect((await events()).map(({ event }) => event).toSorted()).toEqual(['account.created', 'post.created'])
  })

  it('a sign-in name that is taken is refused', async () => {
    const again = run((ground) => createByOperator(ground, manager.regionId, '管理员丙', 'MANAGER'))
    await expect(again).rejects.toMatchObject({ code: 'thing.exists' })
  })
})
