/** The server as a process of its own, which tells in messages what it is about. */
import { spawn } from 'node:child_process'
import { serverFile } from '../bootstrap/bundle.mjs'

/** @typedef {{ kind: 'started', address: string, setupLink: string | null, warnings: string[] }} Started */

/**
 * Where a terminal is, Ctrl-C would reach every process of its group at once, and npm sends it on: the server is in a group of its own and is told to stop once.
 * @param {NodeJS.ProcessEnv} env
 */
export function startServer(env) {
  const child = spawn(process.execPath, [serverFile], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  })
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  /** @type {Promise<Started | null>} null: it ended before it was ready, and has said why */
  const started = new Promise((resolve) => {
    child.on('message', (/** @type {Started} */ told) => told.kind === 'started' && resolve(told))
    void ended.then(() => resolve(null))
  })
  let isStopping = false
  return {
    started,
    ended,
    /** Gracefully; asked again, and it does not wait. */
    stop: () => {
      if (child.exitCode !== null) return
      // On Windows a signal would end it at once; a closed channel tells it to stop.
      if (!isStopping && child.connected) child.disconnect()
      else child.kill('SIGKILL')
      isStopping = true
    },
  }
}
