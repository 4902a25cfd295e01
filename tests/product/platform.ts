/** The platform's data and its command, as a person at the machine has them: folders, and processes of their own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groundOf, inTransaction, migrate, openConnection, openFolderVault, sealJournal, setUp } from '@jiheng/store'
import { keepFile } from '../../packages/store/src/queries/files.ts'
import { beginFromTemplate } from '../../packages/store/test/support/databases.ts'
import { bundleFile, bundleWhenStale } from '../../scripts/bootstrap/bundle.mjs'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder, taken away by `remove`. */
export function workFolder(): { readonly path: string; readonly at: (...names: string[]) => string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'jiheng-platform-'))
  return { path, at: (...names) => join(path, ...names), remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** `jiheng` with these words; `env` comes on top of an environment without settings of ours. */
export function jiheng(words: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const done = spawnSync(process.execPath, [bundleFile, ...words], {
    env: { ...withoutSettings(), ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { code: done.status ?? -1, out: done.stdout, err: done.stderr }
}

export const withoutSettings = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(?:JIHENG_|DATABASE_URL|NO_COLOR|FORCE_COLOR)/.test(name) ? [] : [[name, value]],
    ),
  )

export { bundleWhenStale }

export const reportText = '示例局2023年度部门整体支出绩效自评报告'

/** An installation with a region, who manages its accounts, a file, and a sealed journal. Tells the file's digest. */
export async function makeInstallation(data: string): Promise<string> {
  await beginFromTemplate(join(data, 'database'))
  const connection = await openConnection({ kind: 'embedded', folder: join(data, 'database') })
  try {
    await migrate(connection.db)
    const vault = await openFolderVault(join(data, 'files'))
    const kept = await vault.put(new TextEncoder().encode(reportText))
    await inTransaction(connection.db, async (tx) => {
      const ground = groundOf(tx, new Date())
      const region = { name: '示例县', code: '000000' }
      const { regionId } = await setUp(ground, { region, name: '管理员甲', loginName: 'manager', passwordHash: 'none' })
      await keepFile(ground, regionId, kept)
      await sealJournal(ground, regionId, true)
    })
    return kept.sha256
  } finally {
    await connection.close()
  }
}
