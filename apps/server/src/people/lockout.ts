/** After how many failures an account is locked, and for how long. */

const failuresEach = 5
const [firstMinutes, mostMinutes] = [15, 240]

/** Every fifth failure in a row locks, each time for twice as long; null: not yet. */
export function lockedUntil(failures: number, now: Date): Date | null {
  if (failures === 0 || failures % failuresEach !== 0) return null
  const minutes = Math.min(mostMinutes, firstMinutes * 2 ** (failures / failuresEach - 1))
  return new Date(now.getTime() + minutes * 60_000)
}

/** Whole minutes that are left. */
export const minutesLeft = (until: Date, now: Date): number => Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
