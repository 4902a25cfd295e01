/** CPU time, not the clock on the wall: other work on the machine must not count. */

/** CPU milliseconds of one call, from enough calls to be told apart from nothing. */
export function cpuMs(work: () => unknown, atLeastMs = 60): number {
  for (let calls = 1; ; calls *= 2) {
    const before = process.cpuUsage()
    for (let i = 0; i < calls; i += 1) work()
    const used = process.cpuUsage(before)
    const ms = (used.user + used.system) / 1000
    if (ms >= atLeastMs) return ms / calls
  }
}

/** The middle of several measurements after a warm-up. */
export function medianCpuMs(work: () => unknown, rounds = 9): number {
  cpuMs(work, 600)
  return median(Array.from({ length: rounds }, () => cpuMs(work)))
}

/**
 * Medians of several works, measured in turn, so that a slow minute of the machine hits all of them alike.
 * Only their ratios mean something; they are what the gates look at.
 */
export function mediansInTurn(works: readonly (() => unknown)[], rounds = 7): readonly number[] {
  for (const work of works) cpuMs(work, 600)
  const times = Array.from({ length: rounds }, () => works.map((work) => cpuMs(work)))
  return works.map((_, i) => median(times.map((round) => round[i] ?? 0)))
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
