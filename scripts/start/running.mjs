/** Which server `npm start` has started on a data folder, so that a second one finds it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileIn = (/** @type {string} */ data) => join(data, 'running.json')

/** @param {string} data @param {string} address */
export const noteRunning = (data, address) => writeFileSync(fileIn(data), `${JSON.stringify({ address })}\n`, { mode: 0o600 })

/** @param {string} data */
export const forgetRunning = (data) => rmSync(fileIn(data), { force: true })

/** The address, where a server of ours answers at it; null otherwise. @param {string} data @returns {Promise<string | null>} */
export async function findRunning(data) {
  const address = noted(data)
  if (address === null) return null
  try {
    const answer = await fetch(`${address}/api/v1/health`, { signal: AbortSignal.timeout(3000) })
    const told = /** @type {{ ok?: boolean }} */ (await answer.json())
    return answer.ok && told.ok === true ? address : null
  } catch {
    return null
  }
}

/** @param {string} data @returns {string | null} */
function noted(data) {
  try {
    const { address } = JSON.parse(readFileSync(fileIn(data), 'utf8'))
    return typeof address === 'string' && /^https?:\/\/[\w.:[\]-]+$/.test(address) ? address : null
  } catch {
    return null
  }
}
