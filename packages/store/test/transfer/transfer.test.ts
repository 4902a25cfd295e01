import { randomUUID } from 'node:crypto'
import { appendFile, cp, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/connection/connection.ts'
import { exportData } from '../../src/transfer/export-data.ts'
import { importData } from '../../src/transfer/import-data.ts'
import { type Manifest, manifestName, tableFile, tablesInOrder, vaultFile } from '../../src/transfer/manifest.ts'
import { openFolderVault } from '../../src/vault/folder-vault.ts'
import type { Vault } from '../../src/vault/vault.ts'
import { forEachDatabase, type TestDatabase } from '../support/databases.ts'
import { digests, fillTables } from '../support/fill-tables.ts'
import { runFolder } from '../support/run-folder.ts'

const now = new Date('2026-11-22T08:00:00Z')
const work = join(runFolder(), `transfer-${randomUUID()}`)
const freshFolder = () => join(work, randomUUID())
beforeAll(() => mkdir(work, { recursive: true }))
afterAll(() => rm(work, { recursive: true, force: true }))

interface Place {
  readonly connection: Connection
  readonly vault: Vault
}

async function openPlace(open: TestDatabase['open']): Promise<Place> {
  return { connection: await open(), vault: await openFolderVault(freshFolder()) }
}

async function filledPlace(open: TestDatabase['open']): Promise<Place> {
  const place = await openPlace(open)
  await fillTables(place.connection.db, place.vault)
  return place
}

const out = ({ connection: { db }, vault }: Place, folder = freshFolder()) =>
  exportData({ db, vault, folder, version: '1.2.3', now }).then((manifest) => ({ folder, manifest }))
const into = ({ connection: { db, place }, vault }: Place, folder: string) => importData({ db, place, vault, folder, now })

/** What was journalled of the transfer itself comes on top. */
const withoutJournal = ({ tables }: Manifest) => tables.filter(({ name }) => name !== 'journal')
const journalLines = async (folder: string) => (await readFile(tableFile(folder, 'journal'), 'utf8')).trimEnd().split('\n')

forEachDatabase(({ open }) => {
  describe('an export', () => {
    it('holds every table with its rows, and the files', async () => {
      const { folder, manifest } = await out(await filledPlace(open))
      expect(manifest.tables.map((table) => table.name)).toEqual(tablesInOrder)
      expect(manifest.tables.every(({ rows }) => rows === 2)).toBe(true)
      expect(manifest.files).toMatchObject({ count: 2, missing: [] })
      for (const digest of digests) expect((await stat(vaultFile(folder, digest))).isFile()).toBe(true)
      expect(JSON.parse(await readFile(join(folder, manifestName), 'utf8'))).toEqual(manifest)
    })

    it('is readable by its owner alone, for it holds password hashes', async () => {
      const { folder } = await out(await filledPlace(open))
      const modes = await Promise.all(
        [folder, join(folder, 'tables'), tableFile(folder, 'accounts')].map(async (path) => (await stat(path)).mode & 0o077),
      )
      expect(modes).toEqual([0, 0, 0])
    })

    it('is journalled in every region', async () => {
      const place = await filledPlace(open)
      await out(place)
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from journal where event = 'data.exported'`.execute(
        place.connection.db,
      )
      expect(rows[0]?.n).toBe(2)
    })

    it('names files that are gone or changed, and writes the rest', async () => {
      const place = await filledPlace(open)
      await appendFile(place.vault.path(digests[0] as string), '!')
      await place.vault.remove(digests[1] as string)
      const { folder, manifest } = await out(place)
      expect(manifest.files).toEqual({ count: 0, bytes: 0, missing: [...digests].sort() })
      await into(await openPlace(open), folder)
    })

    it('does not touch a folder that holds something', async () => {
      const folder = freshFolder()
      await mkdir(folder)
      await writeFile(join(folder, '通报.docx'), '')
      await expect(out(await openPlace(open), folder)).rejects.toMatchObject({ code: 'transfer.target-exists' })
      expect(await readdir(folder)).toEqual(['通报.docx'])
    })
  })

  describe('an import', () => {
    it('of an export gives the same export again', async () => {
      const first = await out(await filledPlace(open))
      const second = await openPlace(open)
      await into(second, first.folder)
      const again = await out(second)
      expect(withoutJournal(again.manifest)).toEqual(withoutJournal(first.manifest))
      const [before, after] = [await journalLines(first.folder), await journalLines(again.folder)]
      expect(after.filter((line) => !line.includes('"data.imported"'))).toEqual(before)
      expect(after).toHaveLength(before.length + 2)
    })

    it('leaves the foreign keys as they were', async () => {
      const { folder } = await out(await filledPlace(open))
      const place = await openPlace(open)
      const keys = () =>
        sql`select conrelid::regclass::text as t, conname, convalidated, pg_get_constraintdef(oid) as d from pg_constraint where contype = 'f' order by 1, 2`.execute(
          place.connection.db,
        )
      const before = (await keys()).rows
      await into(place, folder)
      expect((await keys()).rows).toEqual(before)
      expect(before.length).toBeGreaterThan(30)
    })

    it('goes only into an empty database, though a server may have started on it once', async () => {
      const { folder } = await out(await filledPlace(open))
      await expect(into(await filledPlace(open), folder)).rejects.toMatchObject({ code: 'transfer.not-empty' })
      const started = await openPlace(open)
      await started.connection.db.insertInto('local_state').values({ name: 'set-up-link', value: '"x"' }).execute()
      await into(started, folder)
    })
  })

  describe('an export that was touched', () => {
    let whole: string
    let place: Place
    beforeAll(async () => {
      whole = (await out(await filledPlace(open))).folder
      place = await openPlace(open)
    })
    const spoilt = async (spoil: (folder: string) => Promise<unknown>) => {
      const folder = freshFolder()
      await cp(whole, folder, { recursive: true })
      await spoil(folder)
      return folder
    }
    const manifestWith = (change: (manifest: Record<string, unknown>) => object) => async (folder: string) => {
      const path = join(folder, manifestName)
      const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
      await writeFile(path, JSON.stringify({ ...manifest, ...change(manifest) }))
    }
    const replacing = (table: 'roles' | 'posts' | 'accounts', from: string | RegExp, to: string) => async (folder: string) => {
      const path = tableFile(folder, table)
      await writeFile(path, (await readFile(path, 'utf8')).replace(from, to))
    }
    const one = digests[0] as string

    const cases: readonly (readonly [string, (folder: string) => Promise<unknown>, string])[] = [
      ['without its manifest', (folder) => rm(join(folder, manifestName)), 'transfer.not-an-export'],
      ['whose manifest is no JSON', (folder) => writeFile(join(folder, manifestName), '{'), 'transfer.not-an-export'],
      ['whose manifest is something else', (folder) => writeFile(join(folder, manifestName), '{"format":"x"}'), 'transfer.not-an-export'],
      ['whose manifest leaves a table out', manifestWith(({ tables }) => ({ tables: (tables as []).slice(1) })), 'transfer.not-an-export'],
      [
        'of a newer version',
        manifestWith(({ migrations }) => ({ migrations: [...(migrations as []), '2099-01-01-more'] })),
        'transfer.newer',
      ],
      ['of a newer format', manifestWith(() => ({ formatVersion: 99 })), 'transfer.newer'],
      ['of an older version', manifestWith(({ migrations }) => ({ migrations: (migrations as []).slice(0, 1) })), 'transfer.older'],
      ['without a table', (folder) => rm(tableFile(folder, 'roles')), 'transfer.not-an-export'],
      ['with a row too few', replacing('roles', /^[^\n]*\n/, ''), 'transfer.differs'],
      ['with a row twice', replacing('roles', /^([^\n]*\n)/, '$1$1'), 'transfer.differs'],
      ['with another value', replacing('roles', '"version":1', '"version":7'), 'transfer.differs'],
      ['with an unknown key in the place of one', replacing('roles', '"version"', '"versions"'), 'transfer.bad-row'],
      ['with a value that is none of its type', replacing('roles', '"version":1', '"version":"many"'), 'transfer.bad-row'],
      ['that ends in the middle of a row', (folder) => truncate(tableFile(folder, 'roles'), 40), 'transfer.bad-row'],
      ['with a statement in a value', replacing('roles', '甲', "甲'); drop table roles; --"), 'transfer.differs'],
      ['without a file', (folder) => rm(vaultFile(folder, one)), 'transfer.file-missing'],
      ['with a file of other contents', (folder) => writeFile(vaultFile(folder, one), '全年执行1260.61万元'), 'transfer.file-changed'],
      ['with a longer file', (folder) => appendFile(vaultFile(folder, one), '!'), 'transfer.file-changed'],
    ]
    it.each(cases)('%s is refused, and nothing of it is kept', async (_what, spoil, code) => {
      await expect(into(place, await spoilt(spoil))).rejects.toMatchObject({ code })
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from regions`.execute(place.connection.db)
      expect(rows[0]?.n).toBe(0)
    })
  })
})

describe('from one database to the other', () => {
  const places: Partial<Record<TestDatabase['name'], TestDatabase['open']>> = {}
  forEachDatabase(({ name, open }) => {
    it('is at hand', () => {
      places[name] = open
    })
  })

  it('and back nothing changes', async ({ skip }) => {
    if (places.embedded === undefined || places.served === undefined) return skip('PostgreSQL is missing')
    const first = await out(await filledPlace(places.embedded))
    const served = await openPlace(places.served)
    await into(served, first.folder)
    const second = await out(served)
    const embedded = await openPlace(places.embedded)
    await into(embedded, second.folder)
    const third = await out(embedded)
    expect(withoutJournal(second.manifest)).toEqual(withoutJournal(first.manifest))
    expect(withoutJournal(third.manifest)).toEqual(withoutJournal(first.manifest))
    expect((await journalLines(third.folder)).filter((line) => !/"data\.(?:im|ex)ported"/.test(line))).toEqual(
      await journalLines(first.folder),
    )
  })
})
