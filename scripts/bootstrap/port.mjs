/** A free port to listen on, the usual one first. */
import { createServer } from 'node:net'

export const usualPort = 8620
const tries = 20

/**
 * The usual port, or the next free one; null when all of them are taken.
 * @param {(port: number) => Promise<boolean>} [free]
 * @returns {Promise<number | null>}
 */
export async function nextFreePort(free = isFree) {
  for (let port = usualPort; port < usualPort + tries; port += 1) if (await free(port)) return port
  return null
}

/** @param {number} port @returns {Promise<boolean>} */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
