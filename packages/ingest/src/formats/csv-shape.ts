/** Whether bytes look like comma separated values: lines with the same number of ASCII commas. */

const LOOK = 64 * 1024

/** `bytes` in any encoding that keeps ASCII; only the first 64 KB are looked at. */
export function looksLikeCsv(bytes: Uint8Array): boolean {
  const counts: number[] = []
  let commas = 0
  let isQuoted = false
  for (const byte of bytes.subarray(0, LOOK)) {
    if (byte === 0x22) isQuoted = !isQuoted
    else if (byte === 0x2c && !isQuoted) commas++
    else if (byte === 0x0a && !isQuoted) {
      counts.push(commas)
      commas = 0
    }
  }
  const first = counts[0] ?? 0
  return counts.length >= 2 && first > 0 && counts.filter((count) => count === first).length >= counts.length * 0.8
}
