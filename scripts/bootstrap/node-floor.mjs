/** The oldest Node that the project runs on. Written in plain syntax, so that an older Node can still read it and say so. */

export const floor = [20, 19, 0]

/**
 * @param {string} version such as "20.19.5" or "v18.2.0"
 * @param {number[]} [least]
 */
export function isTooOld(version, least = floor) {
  const parts = version.replace(/^v/, '').split('.').map(Number)
  for (let i = 0; i < least.length; i += 1) {
    const have = parts[i] || 0
    const want = least[i] || 0
    if (have !== want) return have < want
  }
  return false
}

/** Ends the process with one clear message when this Node is too old. */
export function requireNode() {
  if (!isTooOld(process.version)) return
  const least = floor.slice(0, 2).join('.')
  console.error(`绩衡需要 Node ${least} 或更高版本，当前是 ${process.version}。请到 https://nodejs.org 安装新版本后重试。`)
  console.error(
    `Jiheng needs Node ${least} or newer; this is ${process.version}. Install a newer one from https://nodejs.org and try again.`,
  )
  process.exit(1)
}
