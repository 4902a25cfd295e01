/** The server as it is delivered, built into a folder of its own: nothing that is built meanwhile changes it under a running process. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { shared } from '../../scripts/bootstrap/bundle.mjs'
import { buildWeb } from '../../scripts/bootstrap/web.mjs'
import { inProject } from '../project.ts'

export interface Platform {
  readonly serverFile: string
  readonly remove: () => void
}

/** `withPages`: what browsers load, too. Inside the project, where its libraries are found. */
export async function buildPlatform({ withPages }: { readonly withPages: boolean }): Promise<Platform> {
  const parent = inProject('.cache', 'platform')
  mkdirSync(parent, { recursive: true })
  const root = mkdtempSync(join(parent, 'built-'))
  const app = join(root, 'apps', 'server')
  const dist = join(app, 'dist')
  await build({
    ...shared,
    entryPoints: { server: inProject('apps/server/src/main.ts'), child: inProject('packages/runner/src/child-main.ts') },
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'parts/[name]-[hash]',
    splitting: true,
    sourcemap: false,
  })
  cpSync(inProject('apps/server/package.json'), join(app, 'package.json'))
  symlinkSync(inProject('apps/server/node_modules'), join(app, 'node_modules'))
  for (const folder of ['schemes', 'corpus']) symlinkSync(inProject(folder), join(root, folder))
  const pages = join(root, 'apps', 'web', 'dist')
  mkdirSync(pages, { recursive: true })
  if (withPages) await buildWeb(pages)
  return { serverFile: join(dist, 'server.mjs'), remove: () => rmSync(root, { recursive: true, force: true }) }
}
