import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Connection } from '../../src/connection/connection.ts'
import { backUp, lastBackupAt, newestBackup } from '../../src/transfer/backup.ts'
import { checkExport } from '../../src/transfer/check-export.ts'
import { tableFile, tablesInOrder } from '../../src/transfer/manifest.ts'
import { openFolderVault } from '../../src/vault/folder-vault.ts'
import type { Vault } from '../../src/vault/vault.ts'
import { forEachDatabase } from '../support/databases.ts'
import { digests, fillTables } from '../support/fill-tables.ts'
import { runFolder } from '../support/run-folder.ts'

const work = join(runFolder(), `backup-${randomUUID()}`)
beforeAll(() => mkdir(work, { recursive: true }))
afterAll(() => rm(work, { recursive: true, force: true }))

forEachDatabase(({ open }) => {
  let connection: Connection
  let vault: Vault
  let folder: string
  beforeAll(async () => {
    connection = await open()
    vault = await openFolderVault(join(work, randomUUID()))
    await fillTables(connection.db, vault)
  })
  beforeEach(() => {
    folder = join(work, randomUUID())
  })
  const at = (day: string, keep: number | null = null) =>
    backUp({ db: connection.db, vault, folder, keep, version: '1', now: new Date(`${day}T02:30:00+08:00`) })

  it('bears the time in China, is whole, and the newest is found', async () => {
    const done = await at('2026-01-02')
    expect(done.folder).toBe(join(folder, 'jiheng-20260102-023000'))
    expect(done.checked).toMatchObject({ tables: tablesInOrder.length, files: 2, damaged: [] })
    expect(await newestBackup(folder)).toBe(done.folder)
    expect(await newestBackup(done.folder)).toBe(done.folder)
    expect(await lastBackupAt(folder)).toEqual(new Date('2026-01-01T18:30:00Z'))
  })

  it('makes room for itself, and touches nothing that is no backup', async () => {
    for (const day of ['2026-01-01', '2026-01-02']) await at(day)
    await mkdir(join(folder, 'jiheng-20200101-000000'))
    await writeFile(join(folder, '通报.docx'), '')
    const { removed } = await at('2026-01-03', 2)
    expect(removed).toEqual(['jiheng-20260101-023000'])
    expect((await readdir(folder)).sort()).toEqual([
      'jiheng-20200101-000000',
      'jiheng-20260102-023000',
      'jiheng-20260103-023000',
      '通报.docx',
    ])
  })

  it('leaves the older ones while files are missing', async () => {
    await at('2026-01-01')
    const [digest = ''] = digests
    const bytes = await vault.read(digest)
    await vault.remove(digest)
    const { manifest, removed } = await at('2026-01-02', 1)
    expect([manifest.files.missing, removed]).toEqual([[digest], []])
    await vault.put(bytes)
  })

  it('clears away what was broken off, a day later', async () => {
    for (const name of ['jiheng-20260101-013000.part-x', 'jiheng-20260102-013000.part-y'])
      await mkdir(join(folder, name), { recursive: true })
    await at('2026-01-02')
    expect((await readdir(folder)).sort()).toEqual(['jiheng-20260102-013000.part-y', 'jiheng-20260102-023000'])
  })

  it('there is none in a folder that is not there', async () => {
    expect([await newestBackup(folder), await lastBackupAt(folder)]).toEqual([null, null])
  })

  it('that rots is found when it is read', async () => {
    const done = await at('2026-01-02')
    await writeFile(tableFile(done.folder, 'roles'), '')
    await rm(join(done.folder, 'files'), { recursive: true })
    expect((await checkExport(done.folder)).damaged.toSorted()).toEqual([...digests, 'roles'].toSorted())
  })
})
