/** Builds the pages when their sources changed. Needs vite, so call it only after the dependencies are installed. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { inRoot, root } from './root.mjs'

const app = inRoot('apps', 'web')
/** What the server serves. */
export const webFolder = join(app, 'dist')
/** Not in the folder: all that lies there is served. */
const stampFile = inRoot('.cache', 'web.stamp')

/** What ends in the pages, and the recipe. */
const sources = [
  ...['src', 'public', 'build', 'index.html', 'vite.config.mjs'].map((name) => join(app, name)),
  ...['contract', 'vocabulary', 'quantity'].map((name) => inRoot('packages', name, 'src')),
  inRoot('package-lock.json'),
  inRoot('scripts', 'bootstrap', 'web.mjs'),
]

/** @returns {Promise<boolean>} true when it was built, false when it was fresh */
export async function webWhenStale() {
  const stamp = stampOfSources()
  if (existsSync(webFolder) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  const fresh = `${webFolder}.${process.pid}`
  await buildWeb(fresh)
  rmSync(stampFile, { force: true })
  rmSync(webFolder, { recursive: true, force: true })
  renameSync(fresh, webFolder)
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
  return true
}

/**
 * For tests: the folder of these pages as the sources are now. Built once, whoever asks, and however many ask at once.
 * @param {'production' | 'gallery'} [mode]
 */
export async function builtPages(mode = 'production') {
  const parent = inRoot('.cache', 'web')
  const folder = join(parent, `${mode}-${stampOfSources().slice(0, 16)}`)
  const claim = `${folder}.building`
  mkdirSync(parent, { recursive: true })
  for (;;) {
    if (existsSync(folder)) return folder
    try {
      mkdirSync(claim)
      break
    } catch {
      // Somebody builds it, or was killed while building it.
      if (existsSync(claim) && Date.now() - statSync(claim).mtimeMs > 120_000) rmSync(claim, { recursive: true, force: true })
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  try {
    const fresh = `${folder}.${process.pid}`
    await buildWeb(fresh, mode)
    renameSync(fresh, folder)
  } finally {
    rmSync(claim, { recursive: true, force: true })
  }
  for (const name of readdirSync(parent)) {
    const isOld = name.startsWith(`${mode}-`) && !name.startsWith(basename(folder)) && !name.includes('.')
    if (isOld) rmSync(join(parent, name), { recursive: true, force: true })
  }
  return folder
}

/**
 * In a process of its own: whatever the surroundings are called, the libraries are the small and fast ones.
 * @param {string} folder @param {'production' | 'gallery'} [mode] the gallery shows the parts of the pages, for tests
 */
export async function buildWeb(folder, mode = 'production') {
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [join(app, 'build', 'build.mjs'), folder, mode], { env })
}

function stampOfSources() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesIn).sort()) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
}
