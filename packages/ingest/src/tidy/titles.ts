/** Lines that together are the title of a report: a unit's name, a year, 部门整体支出绩效自评报告. */
import type { Line } from '../lines.ts'
import { isItemStart } from './items.ts'

export interface Title {
  readonly lines: readonly Line[]
  /** Squeezed, all lines joined. */
  readonly text: string
}

/** Ends as a report's title does, about the evaluation of spending. */
const TITLE = /^(?=.{0,80}(绩效|自评|自我评价|支出评价)).{0,80}(报告书?|总结|自评材料|情况说明|情况汇报)([（(][^）)]{1,20}[）)])?$/
/** The same without a word for the paper; only at the very front of a file. */
const WEAK_TITLE = /^.{0,60}(绩效|自评).{0,24}(自评|评价|考核|情况|自评表|评价表)([（(][^）)]{1,20}[）)])?$/
const NO_TITLE = /[。；，！？：:;,]|[《》|]|^[“"]|见附|附件|^(目录|单位|备注|说明)/
/** Upper lines of a title: who, which year, of what. */
const ORGANISATION =
  /(局|委|办|厅|府|处|部|院|校|所|站|队|馆|台|社|中心|大厅|学校|小学|中学|大学|幼儿园|医院|委员会|办公室|人大|政协|法院|检察院|政府|工会|联合会|协会|公司|集团|党校|团委|妇联|残联|街道|镇|乡|村|区|县|市|省|管理站|支队|大队|总队|机关|本级|（本级）|\(本级\))$/
const YEAR_LINE = /^[（(]?(20\d\d|[二2２][〇零0○ＯO０][〇零一二三四五六七八九○\d０-９]{2})年?度?[）)]?$/
const PART_LINE = /(绩效|整体支出|项目支出|财政支出|专项资金|自评|预算支出|年度|单位整体|部门整体|项目|资金|经费)/
const MOST_LINES = 5
const LARGEST_GAP = 3
const LONGEST_LINE = 45

/** All titles in the file, in order. `isFront` tells where a weak title is enough: before any text. */
export function findTitles(lines: readonly Line[]): readonly Title[] {
  const titles: Title[] = []
  let isFront = true
  let taken = -1
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const end = canBeTitle(line) ? titleEnd(lines, i, isFront && titles.length === 0) : -1
    if (end >= 0) {
      const from = titleStart(lines, i, taken)
      const part = lines.slice(from, end + 1)
      titles.push({ lines: part, text: part.map(({ head }) => head).join('') })
      taken = end
      i = end
    } else if (isFront && (/[。；]/.test(line.head) || line.number)) isFront = false
  }
  return titles
}

function canBeTitle(line: Line): boolean {
  if (!line.whole || line.head.length > LONGEST_LINE || line.head.length < 2 || line.tabs > 2) return false
  if (NO_TITLE.test(line.head) || isItemStart(line.head)) return false
  return line.number === null
}

/** The last line of a title whose first complete line is `lines[i]`, or whose words are complete with the next one or two; -1 if none. */
function titleEnd(lines: readonly Line[], i: number, isFront: boolean): number {
  let words = ''
  for (let j = i; j < lines.length && j < i + 3; j++) {
    const line = lines[j] as Line
    if (j > i && (line.gap > 1 || line.newPage || !canBeTitle(line))) break
    if (j > i && !PART_LINE.test(words) && !ORGANISATION.test(words)) break
    words += line.head
    if (words.length > 80) break
    if (TITLE.test(words) && (j === i || TITLE.test(line.head) === false || PART_LINE.test(words))) return j
  }
  return isFront && WEAK_TITLE.test((lines[i] as Line).head) ? i : -1
}

/** Upwards over the lines that name the unit, the year or the first half of the title. */
function titleStart(lines: readonly Line[], i: number, taken: number): number {
  let from = i
  while (from - 1 > taken && i - from < MOST_LINES) {
    const line = lines[from - 1] as Line
    const below = lines[from] as Line
    if (below.gap > LARGEST_GAP || !canBeTitle(line) || line.head.length > 30) break
    if (!isUpperLine(line.head)) break
    from--
  }
  return from
}

function isUpperLine(head: string): boolean {
  return ORGANISATION.test(head) || YEAR_LINE.test(head) || (PART_LINE.test(head) && !/表$/.test(head))
}

/** `(2022年度)` below a title. */
export function isYearLine(head: string): boolean {
  return YEAR_LINE.test(head)
}

/** Whether the squeezed words end like an organisation's name. */
export function isOrganisation(words: string): boolean {
  return words.length >= 3 && words.length <= 40 && ORGANISATION.test(words)
}
