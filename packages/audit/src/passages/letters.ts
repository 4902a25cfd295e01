/** Text as it is compared for copying: Chinese characters alone, without digits, marks, spaces and the names of the unit. */

const SELF = '(?:我|本)(?:单位|部门|局|委|办|厅|院|校|镇|乡|街道|站|所|队|馆|中心|县|市|区|旗)'
const OTHER = /[^\u4e00-\u9fff]+/g

/** What is left out besides: the ways in which a unit names itself. */
export function hiddenNames(unit: string | null): RegExp {
  const names = namesOf(unit).map((name) => name.replace(/[^\u4e00-\u9fff\w]/g, '\\$&'))
  return new RegExp([...names, SELF].join('|'), 'g')
}

export const lettersOf = (text: string, hidden: RegExp): string => text.replace(hidden, '').replace(OTHER, '')

/** Offset in the text of every one of its letters. */
export function offsetsOf(text: string, hidden: RegExp): readonly number[] {
  const offsets: number[] = []
  const spans = [...text.matchAll(hidden), ...text.matchAll(OTHER)].sort((a, b) => a.index - b.index)
  let from = 0
  for (const span of spans) {
    for (let at = from; at < span.index; at++) offsets.push(at)
    from = Math.max(from, span.index + span[0].length)
  }
  for (let at = from; at < text.length; at++) offsets.push(at)
  return offsets
}

/** The full name, and the place that it begins with: 临河县水务局 → 水务局, 临河县. The longest first. */
function namesOf(unit: string | null): readonly string[] {
  if (unit === null) return []
  const place = /^.{2,6}?(?:省|市|县|区|旗|州)/.exec(unit)?.[0]
  if (place === undefined || place === unit) return [unit]
  return [unit, unit.slice(place.length), place].filter((name) => name.length >= 2)
}
