/** `npm run check:fresh`: what a stranger does. Clones the last commit into an empty folder and runs the two commands of README.md there. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { root } = await import('./bootstrap/root.mjs')
const { run } = await import('./bootstrap/run.mjs')

const folder = mkdtempSync(join(tmpdir(), 'jiheng-fresh-'))
const clone = join(folder, 'jiheng')
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|INIT_CWD|NODE$)/i.test(name)))

let failed = run('git', ['clone', '--quiet', root, clone]) !== 0
const commands = failed ? [] : commandsOf(readFileSync(join(clone, 'README.md'), 'utf8'))
if (commands.length !== 2) {
  console.error(`README.md names ${commands.length} commands (${commands.join(', ')}), expected npm start and npm test`)
  failed = true
}
for (const command of commands) {
  console.log(`\n=== ${command}`)
  const started = Date.now()
  const [program = '', ...args] = command.split(' ')
  // It would go on until somebody stops it; so it waits until the example is audited.
  const more = command === 'npm start' ? ['--', '--check'] : []
  const code = run(program, [...args, ...more], { cwd: clone, env, shell: process.platform === 'win32' })
  console.log(`=== ${command}: ${code === 0 ? 'passed' : `FAILED with ${code}`} in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  failed ||= code !== 0
}

if (failed) console.error(`the clone is left in ${folder}`)
else rmSync(folder, { recursive: true, force: true })
process.exit(failed ? 1 : 0)

/** The lines of code blocks in README.md that start with `npm`. @param {string} readme */
function commandsOf(readme) {
  return [...readme.matchAll(/^npm (?:start|test)\b/gm)].map((match) => match[0]).filter((command, at, all) => all.indexOf(command) === at)
}
