/** `node scripts/run-ts.mjs FILE args…`: bundles a TypeScript entry with the packages from source and runs it on this Node. */
import { mkdirSync, realpathSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { inRoot, root } = await import('./bootstrap/root.mjs')
const { runNode } = await import('./bootstrap/run.mjs')
const { installWhenStale } = await import('./bootstrap/install.mjs')
const { shared } = await import('./bootstrap/bundle.mjs')

const [file, ...args] = process.argv.slice(2)
if (!file) {
  console.error('usage: node scripts/run-ts.mjs FILE args…')
  process.exit(2)
}
if (!installWhenStale()) process.exit(1)

const { build } = await import('esbuild')
const entry = realpathSync(file)
const folder = inRoot('.cache', 'run-ts')
mkdirSync(folder, { recursive: true })
// One output a call: two runs of the same entry at once must not overwrite each other's file.
const name = relative(root, entry).replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '')
const out = join(folder, `${name || basename(entry)}.${process.pid}.mjs`)
await build({ ...shared, entryPoints: [entry], outfile: out, sourcemap: 'inline' })
const code = runNode(['--enable-source-maps', ...nodeFlags(process.execArgv), out, ...args], { cwd: process.cwd() })
const { rmSync } = await import('node:fs')
rmSync(out, { force: true })
process.exit(code)

/** Flags given to us are meant for the program, e.g. `node --expose-gc scripts/run-ts.mjs …`. @param {readonly string[]} flags */
function nodeFlags(flags) {
  return flags.filter((flag) => flag !== '--enable-source-maps')
}
