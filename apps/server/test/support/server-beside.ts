/** Starts serve-beside.ts in a process of its own: servers of one process would share what tells them apart. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import type { Server } from '../../src/boot.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')
/** In the server's own folder, where its libraries are found. */
const built = join(root, 'apps', 'server', `dist.beside-${process.pid}`)

export type Beside = { readonly address: string; readonly stop: () => Promise<void> } | { readonly refused: string }

/** On the database and the data folder of `server`, with as many workers, and a port of its own. */
export async function startBeside({ container }: Server, childPath: string): Promise<Beside> {
  const told = JSON.stringify({ settings: container.settings, childPath, schemesFolder: join(root, 'schemes') })
  const child = spawn(process.execPath, [await bundle(), told], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit').then(() => rm(built, { recursive: true, force: true }))
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error('the server beside ended without a word'))),
  ])) as [string]
  const said = JSON.parse(line) as { readonly address: string } | { readonly refused: string }
  if ('refused' in said) {
    await ended
    return said
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { address: said.address, stop }
}

async function bundle(): Promise<string> {
  const recipe = pathToFileURL(join(root, 'scripts', 'bootstrap', 'bundle.mjs')).href
  const { shared } = (await import(recipe)) as { readonly shared: { readonly external: readonly string[]; readonly target: string } }
  const outfile = join(built, 'serve-beside.mjs')
  const options = ['--bundle', '--platform=node', '--format=esm', `--target=${shared.target}`, '--log-level=error', `--outfile=${outfile}`]
  const libraries = shared.external.map((name) => `--external:${name}`)
  execFileSync(join(root, 'node_modules', '.bin', 'esbuild'), [join(import.meta.dirname, 'serve-beside.ts'), ...options, ...libraries])
  return outfile
}
