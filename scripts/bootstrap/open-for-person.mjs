/** Opens an address in the browser of the person who typed the command, if there is one. */
import { spawn } from 'node:child_process'

/** @param {string} address @returns {boolean} whether a browser was asked to open it */
export function openForPerson(address) {
  const command = openerOf(process.platform, process.env, process.stdout.isTTY === true)
  if (command === null) return false
  const [program = '', ...args] = command
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true })
  // No such program: the address is printed all the same.
  child.on('error', () => {})
  child.unref()
  return true
}

/**
 * null where nobody looks: no terminal, a CI run, a machine without a desktop.
 * @param {string} platform
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {boolean} isTerminal
 * @returns {readonly string[] | null}
 */
export function openerOf(platform, env, isTerminal) {
  if (!isTerminal || (env.CI && env.CI !== 'false')) return null
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['cmd', '/c', 'start', '']
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null
}
