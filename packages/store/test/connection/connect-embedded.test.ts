import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { sql } from 'kysely'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { connectEmbedded, whyNotDurable } from '../../src/connection/connect-embedded.ts'
import type { EmbeddedSettings } from '../../src/connection/connection.ts'
import type { DatabaseTrouble } from '../../src/connection/database-trouble.ts'
import { DurableFileSystem } from '../../src/connection/durable-file-system.ts'
import { PGLITE_VERSION, startEngine } from '../../src/connection/embedded-engine.ts'
import { embeddedSettings } from '../support/databases.ts'
import { startWriter } from '../support/writer.ts'

const troubleOf = (settings: EmbeddedSettings) =>
  connectEmbedded(settings).then(
    () => null,
    (error: DatabaseTrouble) => error.code,
  )

afterEach(() => {
  vi.restoreAllMocks()
})

describe('what is committed', () => {
  it('is written to disk, each commit once at least, and reading writes nothing', async () => {
    const settings = await embeddedSettings()
    await (await connectEmbedded(settings)).close()
    const engine = await startEngine(settings.folder, 1000)
    await sql`create table numbers (value int)`.execute(engine.db)
    const before = engine.syncs()
    for (let value = 0; value < 50; value++) await sql`insert into numbers values (${value})`.execute(engine.db)
    const after = engine.syncs()
    expect(after - before).toBeGreaterThanOrEqual(50)
    await sql`select * from numbers`.execute(engine.db)
    expect(engine.syncs()).toBe(after)
    expect(await whyNotDurable(engine)).toBeNull()
    expect(await whyNotDurable({ ...engine, syncs: () => 0 })).toContain('no fsync')
    await engine.close()
  })

  it('must reach the disk: a database that does not is refused, or opened with a warning for who asks for it', async () => {
    const settings = await embeddedSettings()
    await (await connectEmbedded(settings)).close()
    // As if the engine had moved the place where the file system is hooked.
    vi.spyOn(DurableFileSystem.prototype, 'init').mockImplementation(NodeFS.prototype.init)
    expect(await troubleOf(settings)).toBe('embedded.not-durable')
    const connection = await connectEmbedded({ ...settings, allowNotDurable: true })
    expect(connection.warnings).toContain('embedded.not-durable')
    await connection.close()
  })

  it('is there after the process was killed while it wrote, whole and in every index', async () => {
    const settings = await embeddedSettings()
    for (let round = 0; round < 3; round++) {
      const writer = await startWriter(settings.folder, settings.templates)
      const already = writer.acknowledged()
      await vi.waitFor(() => expect(writer.acknowledged()).toBeGreaterThan(already + 5 + round * 20), { timeout: 20_000, interval: 5 })
      expect(await troubleOf(settings)).toBe('embedded.locked')
      await writer.kill()
      const acknowledged = writer.acknowledged()
      const { db, close } = await connectEmbedded(settings)
      const { rows } = await sql<{ last: number; rows: number; torn: number }>`
        select max(value) as last, count(*)::int as rows, count(*) filter (where twin <> value)::int as torn from numbers`.execute(db)
      const [kept] = rows
      expect(kept?.last).toBeGreaterThanOrEqual(acknowledged)
      expect(kept).toMatchObject({ rows: kept?.last, torn: 0 })
      await sql`set enable_seqscan = off`.execute(db)
      expect((await sql`select value from numbers where value > 0 order by value`.execute(db)).rows.length).toBe(kept?.rows)
      await close()
    }
  }, 120_000)
})

describe('an embedded database', () => {
  it('begins with all tables, warns what it is for, and closes twice without harm', async () => {
    const settings = await embeddedSettings()
    const { db, warnings, close } = await connectEmbedded(settings)
    expect(await db.selectFrom('regions').selectAll().execute()).toEqual([])
    expect(warnings).toEqual(['embedded.small-offices', 'embedded.back-up'])
    await Promise.all([close(), close()])
    expect(await readdir(`${settings.folder}.lock`)).toEqual([])
  })

  it('begins without a template where none can be kept', async () => {
    const { folder } = await embeddedSettings()
    await writeFile(`${folder}-file`, '')
    const { db, close } = await connectEmbedded({ kind: 'embedded', folder, templates: join(`${folder}-file`, 'templates') })
    expect(await db.selectFrom('regions').selectAll().execute()).toEqual([])
    await close()
  }, 60_000)

  it('clears away what a start that was killed left half made', async () => {
    const settings = await embeddedSettings()
    const rest = `${settings.folder}.part-killed`
    await mkdir(rest)
    await writeFile(join(rest, 'PG_VERSION'), '18\n')
    await (await connectEmbedded(settings)).close()
    expect(existsSync(rest)).toBe(false)
  })

  it('is not begun in a folder that holds something else, and that stays as it was', async () => {
    const settings = await embeddedSettings()
    await mkdir(settings.folder)
    await writeFile(join(settings.folder, '重要.txt'), 'x')
    expect(await troubleOf(settings)).toBe('embedded.not-a-database')
    expect(await readdir(settings.folder)).toEqual(['重要.txt'])
  })

  it('of another major version is told, not touched', async () => {
    const settings = await embeddedSettings()
    await mkdir(settings.folder)
    await writeFile(join(settings.folder, 'PG_VERSION'), '17\n')
    expect(await troubleOf(settings)).toBe('embedded.other-version')
  })

  it('that is damaged is told, and can be given another try', async () => {
    const settings = await embeddedSettings()
    await (await connectEmbedded(settings)).close()
    await writeFile(join(settings.folder, 'global', 'pg_control'), 'x')
    expect(await troubleOf(settings)).toBe('embedded.damaged')
    expect(await troubleOf(settings)).toBe('embedded.damaged')
  })

  it('names its template by the release of the engine that is pinned', async () => {
    const manifest = JSON.parse(await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(manifest.dependencies['@electric-sql/pglite']).toBe(PGLITE_VERSION)
  })
})
