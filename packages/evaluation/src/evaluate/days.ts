/** Days of the calendar, without time zones. */

/** From one YYYY-MM-DD to another; below nought when it lies before. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** Days since 0000-03-01 in the Gregorian calendar: years begin in March, so that the leap day is the last. */
function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const y = month > 2 ? year : year - 1
  const m = (month + 9) % 12
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
}
