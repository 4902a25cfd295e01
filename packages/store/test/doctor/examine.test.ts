import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/connection/connection.ts'
import { inTransaction } from '../../src/connection/in-transaction.ts'
import type { DoctorFinding } from '../../src/doctor/doctor-finding.ts'
import { examine } from '../../src/doctor/examine.ts'
import { record } from '../../src/journal/record.ts'
import { sealJournal } from '../../src/journal/seal.ts'
import { keepFile } from '../../src/queries/files.ts'
import { createRegion } from '../../src/queries/regions.ts'
import type { Database } from '../../src/tables.ts'
import { openFolderVault } from '../../src/vault/folder-vault.ts'
import type { Vault } from '../../src/vault/vault.ts'
import { type Ground, groundOf } from '../../src/work.ts'
import { forEachDatabase } from '../support/databases.ts'
import { runFolder } from '../support/run-folder.ts'

const work = join(runFolder(), `doctor-${randomUUID()}`)
beforeAll(() => mkdir(work, { recursive: true }))
afterAll(() => rm(work, { recursive: true, force: true }))

forEachDatabase(({ open, name }) => {
  let connection: Connection
  let db: Kysely<Database>
  let vault: Vault
  let regionId: string
  let now: Date
  const write = <Result>(run: (ground: Ground) => Promise<Result>) => inTransaction(db, (tx) => run(groundOf(tx, now)))
  const findings = async (readFiles = true): Promise<readonly DoctorFinding[]> => {
    const found: DoctorFinding[] = []
    for await (const one of examine({ connection, vault, now, readFiles })) found.push(one)
    return found
  }
  const faults = async (readFiles = true) => (await findings(readFiles)).filter(({ level }) => level !== 'good')
  const putFile = async (text: string) => {
    const kept = await vault.put(new TextEncoder().encode(text))
    await write((ground) => keepFile(ground, regionId, kept))
    return kept.sha256
  }

  beforeAll(async () => {
    connection = await open()
    db = connection.db
  })
  beforeEach(async () => {
    now = new Date()
    for (const table of ['journal', 'journal_seals', 'jobs', 'files', 'regions']) await sql`delete from ${sql.table(table)}`.execute(db)
    vault = await openFolderVault(join(work, randomUUID()))
    regionId = await write((ground) => createRegion(ground, { name: '示例县', code: '000000' }))
    await write((ground) => record(ground, 'setup.done', { regionId, actor: null }))
    await write((ground) => sealJournal(ground, regionId, true))
    await putFile('报告一')
  })

  it('finds nothing where nothing is wrong, and says what it looked at', async () => {
    const told = await findings()
    // The tests' own server writes nothing to disk, which is what this check is for.
    const wrong = told.filter(({ level, check }) => level !== 'good' && !(name === 'served' && check === 'durability'))
    expect(wrong).toEqual([])
    expect(told.map(({ check }) => check)).toEqual(['migrations', 'durability', 'clock', 'files', 'journal', 'jobs-stuck'])
    expect(told.find(({ check }) => check === 'files')?.details).toEqual({ count: 1, read: 1 })
    expect(told.find(({ check }) => check === 'journal')?.details).toMatchObject({ seals: 1, entries: 1 })
  })

  describe('planted damage is found:', () => {
    const planted = async () => (await faults()).filter(({ check }) => check !== 'durability')

    it('a file that is gone', async () => {
      const sha256 = await putFile('报告二')
      await vault.remove(sha256)
      expect(await planted()).toEqual([{ check: 'file-gone', level: 'bad', details: { sha256 } }])
    })

    it('a file that was changed, when files are read', async () => {
      const sha256 = await putFile('报告三')
      await appendFile(vault.path(sha256), '！')
      expect(await planted()).toEqual([{ check: 'file-changed', level: 'bad', details: { sha256 } }])
      expect((await faults(false)).filter(({ check }) => check.startsWith('file'))).toEqual([])
    })

    it('files that nobody names', async () => {
      await vault.put(new TextEncoder().encode('无主'))
      expect(await planted()).toEqual([{ check: 'file-orphan', level: 'warning', details: { count: 1, bytes: 6 } }])
    })

    it('an entry of the journal that was changed after it was sealed', async () => {
      await sql`update journal set event = 'session.signed-in' where region_id = ${regionId}`.execute(db)
      expect(await planted()).toEqual([
        { check: 'journal', level: 'bad', details: expect.objectContaining({ seal: 1, why: 'entry-changed' }) },
      ])
    })

    it('entries that nobody has sealed for long', async () => {
      now = new Date(Date.now() - 3600_000)
      await write((ground) => record(ground, 'setup.done', { regionId, actor: null }))
      now = new Date()
      expect(await planted()).toEqual([{ check: 'journal-unsealed', level: 'warning', details: { region: regionId, count: 1 } }])
    })

    it('a clock that has gone back', async () => {
      now = new Date(Date.now() - 3600_000)
      expect(await planted()).toEqual([
        { check: 'clock', level: 'warning', details: expect.objectContaining({ seconds: expect.any(Number) }) },
      ])
    })

    it('work that stands still, and work that was given up, with its reason', async () => {
      const job = (state: 'running' | 'dead', until: Date | null) =>
        write(async ({ db: tx, newId }) => {
          const row = {
            region_id: regionId,
            id: newId(),
            kind: 'document.audit',
            batch_id: null,
            document_id: null,
            input: '{}',
            state,
          } as const
          const rest = {
            run_at: now,
            locked_until: until,
            locked_by: null,
            progress: null,
            result: null,
            created_by: null,
            created_at: now,
          }
          await tx
            .insertInto('jobs')
            .values({ ...row, ...rest, last_error: state === 'dead' ? '校核进程三次意外结束' : null, ended_at: null })
            .execute()
        })
      await job('running', new Date(Date.now() - 3600_000))
      await job('dead', null)
      expect(await planted()).toEqual([
        { check: 'jobs-stuck', level: 'warning', details: { count: 1 } },
        { check: 'jobs-dead', level: 'warning', details: { count: 1, why: '校核进程三次意外结束' } },
      ])
    })

    it('tables of a newer version, and nothing else is asked then', async () => {
      await sql`insert into kysely_migration (name, timestamp) values ('2099-01-01-more', '')`.execute(db)
      try {
        expect(await findings()).toEqual([
          { check: 'migrations', level: 'bad', details: expect.objectContaining({ state: 'newer', names: '2099-01-01-more' }) },
        ])
      } finally {
        await sql`delete from kysely_migration where name = '2099-01-01-more'`.execute(db)
      }
    })
  })
})
