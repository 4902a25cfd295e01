/** Whether a phrase is a name of the reporting unit itself: its full name, or its characters in order (政府办 for …人民政府办公室). */

export function selfTest(unit: string | null): (words: string) => boolean {
  if (unit === null) return (words) => words.length <= 5 && /^(?:县|区|市|州|省|镇|乡)?.{1,3}(?:办|局|中心|委|院)$/.test(words)
  const name = unit.replace(/[（(].*?[）)]/g, '')
  return (words) => words.length <= name.length + 2 && (words.includes(name) || isInOrder(words.replace(/县|区|市/g, ''), name))
}

/** Whether the characters of the short name stand in the long one in the same order. */
export function isInOrder(short: string, long: string): boolean {
  if (short.length < 2) return false
  let from = 0
  for (const character of short) {
    const at = long.indexOf(character, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}
