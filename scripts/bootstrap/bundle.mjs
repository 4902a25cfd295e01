/** Bundles the command when its sources changed: one file to start with, and one for each part that is loaded when it is needed. Imports esbuild, so call it only after the dependencies are installed. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { inRoot, root } from './root.mjs'

const entry = inRoot('apps', 'cli', 'src', 'main.ts')
export const bundleFile = inRoot('apps', 'cli', 'dist', 'jiheng.mjs')
const stampFile = `${bundleFile}.stamp`

/** Options that every bundle of ours shares: ES modules for the oldest Node that we run on. */
export const shared = /** @type {const} */ ({
  bundle: true,
  // Libraries stay in node_modules: they are loaded when a file of their format comes, and pdf.js needs its own folder at hand.
  external: librariesOfPackages(),
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  charset: 'utf8',
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
})

/** @returns {Promise<boolean>} true when it was built, false when it was fresh */
export async function bundleWhenStale() {
  const stamp = stampOfSources()
  if (existsSync(bundleFile) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  const { build } = await import('esbuild')
  const folder = dirname(bundleFile)
  const fresh = `${folder}.${process.pid}`
  // Not minified: it would save nothing at the start, and an office may want to read what it runs.
  await build({ ...shared, ...commandShape(fresh), sourcemap: false })
  writeFileSync(join(fresh, basename(stampFile)), stamp)
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
  return true
}

/** The command in `folder`. Parts are split off, so that a short text does not wait for the readers of other formats. @param {string} folder */
export const commandShape = (folder) => ({
  entryPoints: { jiheng: entry },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'parts/[name]-[hash]',
  splitting: true,
})

/** Everything from outside that our packages, apps and tools depend on. */
function librariesOfPackages() {
  const folders = [...workspaceFolders('packages'), ...workspaceFolders('apps')]
  const manifests = [inRoot('package.json'), ...folders.map((folder) => join(folder, 'package.json'))]
  const names = manifests
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8'))
      return Object.keys({ ...dependencies, ...devDependencies })
    })
  return [...new Set(names)].filter((name) => !name.startsWith('@jiheng/')).flatMap((name) => [name, `${name}/*`])
}

/** A digest of every source file that may end in the bundle, and of this recipe. */
function stampOfSources() {
  const hash = createHash('sha256')
  const folders = [...workspaceFolders('packages'), inRoot('apps', 'cli')].map((folder) => join(folder, 'src'))
  const files = [...folders.flatMap(filesIn), inRoot('package-lock.json'), inRoot('scripts', 'bootstrap', 'bundle.mjs')]
  for (const file of files.sort()) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** @param {string} parent */
function workspaceFolders(parent) {
  return readdirSync(inRoot(parent)).map((name) => inRoot(parent, name))
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name)
    return item.isDirectory() ? filesIn(path) : [path]
  })
}
