/**
 * "年初预算、调整预算和支出决算分别为500万元、560万元和540万元": names in a row before 分别, figures in a row behind it. Every figure gets
 * its own name; what only the last name says (2023年和2022年收入) belongs to all.
 */
import type { PrintedNumber } from '@jiheng/quantity'

const RESPECTIVELY = /(?:分别|依次|各)(?:约)?(?:为|是|达到?|有|占|完成|支出|安排|增长|下降|提高|增加|减少|计)?[:：]?(?:约)?$/
const JOINS = /(?:、|以及|[和与及](?!谐|解))/
const MAX_NAMES = 8
const MAX_LEAD = 90
const MAX_NAME = 24
/** A role alone, for the names of the row before. */
const AGAIN = /^(?:自评|实际)*(?:得分|完成|支出|执行数?|决算数?|分值)$/
const SAME_ROW = 24
/** "数量、质量、时效指标", "人员、公用经费": what kind of thing all of them are. */
const KIND = /(?:指标|经费|支出|收入)$/
/** Where the row of names begins. */
const BREAKS = /[，。；：:,;（(]/

/** The words that name a number, by its place among the numbers; only for numbers that stand in such rows. */
export function parallelLeads(text: string, numbers: readonly PrintedNumber[]): ReadonlyMap<number, string> {
  const leads = new Map<number, string>()
  let last: readonly string[] = []
  let lastEnd = -1
  for (const [at, number] of numbers.entries()) {
    const before = text.slice(Math.max(0, number.start - MAX_LEAD), number.start)
    const opening = RESPECTIVELY.exec(before.trimEnd())
    if (opening === null || !before.includes('分别')) continue
    const stretch = stretchBefore(before.slice(0, opening.index))
    // "指标分值分别为20分、10分，得分分别为19分、8分": the second row is that of the same names.
    const names =
      namesIn(stretch) ?? (number.start - lastEnd <= SAME_ROW && AGAIN.test(stretch) ? last.map((name) => name + stretch) : null)
    const row = rowFrom(text, numbers, at)
    if (names === null || row !== names.length) continue
    last = names
    lastEnd = (numbers[at + row - 1] as PrintedNumber).end
    for (const [offset, name] of names.entries()) leads.set(at + offset, name + opening[0].replace(/分别|依次|各/, ''))
  }
  return leads
}

const stretchBefore = (before: string): string => before.slice(lastBreak(before) + 1).replace(/\s/g, '')

/** The names of a row; null where there is no row. */
function namesIn(stretch: string): string[] | null {
  const names = stretch.split(JOINS).filter((name) => name !== '')
  if (names.length < 2 || names.length > MAX_NAMES || names.some((name) => name.length > MAX_NAME || /\d(?!\d*年)/.test(name))) return null
  return shared(names)
}

function lastBreak(words: string): number {
  for (let at = words.length - 1; at >= 0; at--) if (BREAKS.test(words.charAt(at))) return at
  return -1
}

const YEAR = /^(?:(?:19|20)\d{2}年(?:度|末)?|上年|本年|去年|今年|本年度|上年度)$/

/** "2023年和2022年收入": what follows the year in the last name is meant for every year. */
function shared(names: readonly string[]): string[] {
  const last = names.at(-1) as string
  const year = /^(?:(?:19|20)\d{2}年(?:度|末)?|上年度?|本年度?|去年|今年)/.exec(last)?.[0] ?? ''
  const rest = last.slice(year.length)
  if (year !== '' && rest !== '' && names.slice(0, -1).every((name) => YEAR.test(name)))
    return names.map((name, at) => (at === names.length - 1 ? name : name + rest))
  // "收入2023年和2022年分别为": the year alone comes last.
  const first = names[0] as string
  const head = first.replace(/(?:(?:19|20)\d{2}年(?:度|末)?|上年度?|本年度?|去年|今年)$/, '')
  if (head !== first && head !== '' && names.slice(1).every((name) => YEAR.test(name)))
    return names.map((name, at) => (at === 0 ? name.slice(head.length) : name) + head)
  const kind = KIND.exec(last)?.[0]
  return kind === undefined || names.slice(0, -1).some((name) => KIND.test(name) || /[费金率额算]$/.test(name))
    ? [...names]
    : names.map((name, at) => (at === names.length - 1 ? name : name + kind))
}

/** How many numbers of one unit stand in a row from here, with nothing but commas and 和 between. */
function rowFrom(text: string, numbers: readonly PrintedNumber[], at: number): number {
  let length = 1
  for (let next = at + 1; next < numbers.length && length <= MAX_NAMES; next++) {
    const [before, here] = [numbers[next - 1] as PrintedNumber, numbers[next] as PrintedNumber]
    const between = text.slice(before.end, here.start).replace(/\s/g, '')
    if (!/^(?:、|，|,|和|与|及|以及|、和)$/.test(between)) break
    length++
  }
  return length
}
