/** Part of `npm run check`: paths of a machine in the files that git knows. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { inRoot, root } from './bootstrap/root.mjs'
import { machinePaths } from './rules/machine-paths.mjs'

const listed = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
if (listed.status !== 0) {
  console.log('machine paths: not a git clone, nothing to look at')
  process.exit(0)
}
const own = [root, homedir()].filter((folder) => folder.length > '/root'.length)
const files = listed.stdout.split('\0').filter((file) => file && file !== 'package-lock.json')
const hits = files.flatMap((file) => machinePaths(readTextFile(file), own).map((hit) => `${file}:${hit.line}: ${hit.path}`))
for (const hit of hits) console.error(hit)
if (hits.length > 0)
  console.error(`${hits.length} path(s) of a machine in the project: write them relative to the project or as a placeholder.`)
process.exit(hits.length > 0 ? 1 : 0)

/** @param {string} file @returns the text; empty for binary files and for files deleted but not yet committed */
function readTextFile(file) {
  try {
    const text = readFileSync(inRoot(file), 'utf8')
    return text.includes('\0') ? '' : text
  } catch {
    return ''
  }
}
