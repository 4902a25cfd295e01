/** Installs the dependencies of the lock file when they are missing or differ from it. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from './root.mjs'
import { runNpm } from './run.mjs'

const stampFile = inRoot('node_modules', '.jiheng-lock')

/** @returns {boolean} true when the dependencies are in place afterwards */
export function installWhenStale() {
  const lock = readFileSync(inRoot('package-lock.json'), 'utf8')
  const stamp = stampOf(lock)
  if (readIfThere(stampFile) === stamp) return true
  if (!isInstalled(lock, readIfThere(inRoot('node_modules', '.package-lock.json')))) {
    console.log('安装依赖（npm ci）… installing dependencies')
    if (runNpm(['ci']) !== 0) {
      console.error('依赖安装失败：请检查网络或 npm 镜像设置后重试。npm ci failed; the messages above say why.')
      return false
    }
  }
  writeFileSync(stampFile, stamp)
  return true
}

/** The lock file for this kind of machine: other platforms need other binaries. @param {string} lock */
export const stampOf = (lock) => `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`

/**
 * Whether what npm says it installed is what the lock file asks for. Packages for other machines are not expected.
 * @param {string} lock text of package-lock.json
 * @param {string | null} installed text of node_modules/.package-lock.json, null when there is none
 */
export function isInstalled(lock, installed) {
  if (installed === null) return false
  const have = JSON.parse(installed).packages ?? {}
  return Object.entries(JSON.parse(lock).packages ?? {}).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/')) return true
    const found = have[path]
    if (!found) return wanted.optional === true && !fitsMachine(wanted)
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/** @param {{ os?: string[], cpu?: string[], libc?: string[] }} entry */
function fitsMachine(entry) {
  const fits = (/** @type {string[] | undefined} */ list, /** @type {string} */ own) => !list || list.includes(own)
  return (
    fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && !entry.libc?.includes('musl') && Boolean(entry.os || entry.cpu)
  )
}

/** @param {string} file */
const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null)
