/**
 * The same suite on the embedded and on a served database. Each opening is a fresh database with all tables; nothing is left when the suite ends.
 *
 *     forEachDatabase(({ open }) => {
 *       it('keeps what was written', async () => {
 *         const { db } = await open()
 *       })
 *     })
 */
import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import type { Connection } from '../../src/connection/connection.ts'
import { copyTree } from '../../src/connection/copy-folder.ts'
import { templateName } from '../../src/connection/embedded-folder.ts'
import { openConnection } from '../../src/connection/open-connection.ts'
import { onceInRun, runFolder } from './run-folder.ts'
import { query, servedAddress, skipServed, TEMPLATE } from './served-cluster.ts'

export interface TestDatabase {
  readonly name: 'embedded' | 'served'
  /** A database of its own. Closed at the end of the suite if the test has not done so. */
  readonly open: () => Promise<Connection>
}

type Name = TestDatabase['name']

export function forEachDatabase(suite: (database: TestDatabase) => void, names: readonly Name[] = ['embedded', 'served']): void {
  for (const name of names) {
    describe.skipIf(name === 'served' && skipServed)(`on the ${name} database`, () => {
      const opened: Made[] = []
      afterAll(async () => {
        for (const { connection, remove } of opened) await connection.close().then(remove)
      }, 60_000)
      const open = async () => {
        const made = await (name === 'embedded' ? openEmbedded() : openServed())
        opened.push(made)
        return made.connection
      }
      suite({ name, open })
    })
  }
}

interface Made {
  readonly connection: Connection
  readonly remove: () => Promise<void>
}

/** A folder that no test uses yet, and where fresh databases begin from. */
export async function embeddedSettings() {
  return { kind: 'embedded', folder: join(runFolder(), `embedded-${randomUUID()}`), templates: await templates() } as const
}

/** An empty database with all tables in `folder`, for a program that opens it by itself. */
export async function beginFromTemplate(folder: string): Promise<void> {
  await copyTree(join(await templates(), templateName()), folder)
}

/** Kept from run to run: the name of a template changes with what is in it, and those of other names are cleared away. */
const templates = () =>
  onceInRun('templates', async () => {
    const kept = join(import.meta.dirname, '..', '..', '..', '..', '.cache', 'databases')
    const folder = join(runFolder(), 'first')
    await (await openConnection({ kind: 'embedded', folder, templates: kept })).close()
    const others = (await readdir(kept)).filter((name) => !name.startsWith(templateName()))
    for (const name of others) await rm(join(kept, name), { recursive: true, force: true })
    return kept
  })

async function openEmbedded(): Promise<Made> {
  const settings = await embeddedSettings()
  const connection = await openConnection(settings)
  const remove = async () => {
    for (const path of [settings.folder, `${settings.folder}.lock`]) await rm(path, { recursive: true, force: true })
  }
  return { connection, remove }
}

async function openServed(): Promise<Made> {
  const { address, remove } = await makeServedDatabase()
  return { connection: await openConnection({ kind: 'served', address, connections: 4 }), remove }
}

/** A database with all tables on the tests' server, for who needs its address. */
export async function makeServedDatabase(): Promise<{ readonly address: string; readonly remove: () => Promise<void> }> {
  const server = await servedAddress()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await query(`${server}/postgres`, `create database ${name} template ${TEMPLATE}`)
  const remove = async () => void (await query(`${server}/postgres`, `drop database if exists ${name} with (force)`))
  return { address: `${server}/${name}`, remove }
}
