/** Bundles the command and the server when their sources changed: a file to start with, and one for each part that is loaded when it is needed. Imports esbuild, so call it only after the dependencies are installed. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { inRoot, root } from './root.mjs'

export const bundleFile = inRoot('apps', 'cli', 'dist', 'jiheng.mjs')
export const serverFile = inRoot('apps', 'server', 'dist', 'server.mjs')

const commandEntries = { jiheng: inRoot('apps', 'cli', 'src', 'main.ts') }
/** The server's own processes, and the children in which it reads what people send. */
const serverEntries = { server: inRoot('apps', 'server', 'src', 'main.ts'), child: inRoot('packages', 'runner', 'src', 'child-main.ts') }

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

/** @returns {Promise<readonly string[]>} what was built, as paths in the project; nothing when all was fresh */
export async function bundleWhenStale() {
  const built = [await buildWhenStale(bundleFile, commandEntries, 'cli'), await buildWhenStale(serverFile, serverEntries, 'server')]
  return built.flatMap((file) => (file === null ? [] : [relative(root, file)]))
}

/** @param {string} file the one to start with @param {Readonly<Record<string, string>>} entries @param {string} app @returns {Promise<string | null>} null when it was fresh */
async function buildWhenStale(file, entries, app) {
  const stampFile = `${file}.stamp`
  const stamp = stampOfSources(app)
  if (existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return null
  const { build } = await import('esbuild')
  const folder = dirname(file)
  const fresh = `${folder}.${process.pid}`
  // Not minified: it would save nothing at the start, and an office may want to read what it runs.
  await build({ ...shared, ...shapeOf(fresh, entries), sourcemap: false })
  writeFileSync(join(fresh, basename(stampFile)), stamp)
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
  return file
}

/** Parts are split off, so that a short text does not wait for the readers of other formats. @param {string} folder @param {Readonly<Record<string, string>>} entries */
const shapeOf = (folder, entries) => ({
  entryPoints: entries,
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'parts/[name]-[hash]',
  splitting: true,
})

/** The command and the child, in a folder of a test. @param {string} folder */
export const testShape = (folder) => shapeOf(folder, { ...commandEntries, child: serverEntries.child })

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

/** A digest of every source file that may end in the bundle of an app, and of this recipe. @param {string} app */
function stampOfSources(app) {
  const hash = createHash('sha256')
  // The command works on what a server keeps, and takes a part of it in.
  const apps = app === 'cli' ? ['cli', 'server'] : [app]
  const folders = [...workspaceFolders('packages'), ...apps.map((name) => inRoot('apps', name))].map((folder) => join(folder, 'src'))
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
