/** Builds the yardstick and starts it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { shared } from '../../scripts/bootstrap/bundle.mjs'
import type { Where } from '../platform/office.ts'
import { startServer } from '../platform/server-process.ts'
import { inProject } from '../project.ts'

export async function startBareServer({
  folder,
  databaseUrl,
}: Where): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const parent = inProject('.cache', 'platform')
  mkdirSync(parent, { recursive: true })
  const built = mkdtempSync(join(parent, 'bare-'))
  const file = join(built, 'bare-server.mjs')
  await build({ ...shared, entryPoints: [inProject('bench/load/bare-server.ts')], outfile: file, sourcemap: false })
  const server = await startServer(file, {}, [folder, ...(databaseUrl === null ? [] : [databaseUrl])])
  const stop = async () => {
    await server.stop()
    rmSync(built, { recursive: true, force: true })
  }
  return { address: server.address, stop }
}
