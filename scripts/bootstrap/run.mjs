/** Starts programs. Output goes straight to the terminal unless it is asked for. */
import { spawnSync } from 'node:child_process'
import { root } from './root.mjs'

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, shell?: boolean, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns the exit code; 127 when the program is not there
 */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (done.error) return 127
  return done.status ?? 1
}

/** Runs a script of ours, or of a package, on the present Node. @param {readonly string[]} args @param {Parameters<typeof run>[2]} [options] */
export const runNode = (args, options) => run(process.execPath, args, options)

/** npm that belongs to the caller when npm started us; else the one on the path. @param {readonly string[]} args @param {Parameters<typeof run>[2]} [options] */
export function runNpm(args, options) {
  const own = process.env.npm_execpath
  if (own?.endsWith('.js')) return runNode([own, ...args], options)
  return process.platform === 'win32' ? run('cmd', ['/c', 'npm', ...args], options) : run('npm', args, options)
}
