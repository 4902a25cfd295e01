/** Values of options: text in, something that cannot be wrong out, or null. */

export function readOneOf<const T extends string>(words: readonly T[]): (text: string) => T | null {
  return (text) => words.find((word) => word === text) ?? null
}

/** A year that a report can be about. */
export function readYear(text: string): number | null {
  return /^(?:19|20)\d\d$/.test(text) ? Number(text) : null
}

/** YYYY-MM-DD, a day of the calendar. */
export function readDate(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}

/** 1 to 64. */
export function readCount(text: string): number | null {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 64 ? Number(text) : null
}
