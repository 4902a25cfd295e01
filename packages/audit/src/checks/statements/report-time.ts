/** What a report says of its own time: the year that it evaluates, and the day on which it was made. */
import type { Block } from '@jiheng/ingest'
import { readPeriods } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { matchesOf } from '../matches.ts'

/** Words of a block that name a year; offsets into its tidied text. */
export interface YearWords {
  readonly year: number
  readonly block: number
  readonly start: number
  readonly end: number
}

export interface MadeOn {
  /** YYYY-MM-DD; of a month without a day the first and the last day. */
  readonly from: string
  readonly to: string
  readonly block: number
  readonly start: number
  readonly end: number
}

export interface ReportTime {
  /** The year evaluated, from the title or from what the opening says of itself; null when neither says 年度, or they disagree. */
  readonly evaluated: YearWords | null
  /** Every 年度 of the titles at the front. */
  readonly titles: readonly YearWords[]
  /** Every 年度 that the opening says it reports on. */
  readonly openings: readonly YearWords[]
  /** The latest day that stands alone below or above the text, or behind 填报日期. */
  readonly made: MadeOn | null
}

const FRONT_BLOCKS = 12
const BACK_BLOCKS = 12
const LONGEST_SIGNATURE = 60
/** A part of a year, or work ahead of it, is no evaluation of the whole. */
const OTHER_WORK = /半年|季度|中期|监控|事前|申报|绩效目标表|目标批复|月/

/** Asked by all checks of dates. */
export function reportTime(set: ClaimSet): ReportTime {
  const known = read.get(set) ?? readTime(set)
  read.set(set, known)
  return known
}

const read = new WeakMap<ClaimSet, ReportTime>()

function readTime(set: ClaimSet): ReportTime {
  const titles = titleYears(set.report.blocks, DU)
  const openings = openingYears(set.report.blocks)
  const said = titles.length > 0 ? titles : openings.length > 0 ? openings : titleYears(set.report.blocks, OF_SPENDING)
  const agree = said.every(({ year }) => year === said[0]?.year)
  return { evaluated: agree ? (said[0] ?? null) : null, titles, openings, made: madeOn(set.report.blocks) }
}

const DU = /(?<![0-9][至到、和及~—–-]{0,2})(20\d{2})\s?年\s?度/g
/** 2023年整体支出 is spending of 2023; 2023年绩效自评 may be the evaluation that was done in 2023. */
const OF_SPENDING = /(?<![0-9][至到、和及~—–-]{0,2})(20\d{2})\s?年(?=[^，。；]{0,8}(?:整体支出|项目支出|预算支出|财政支出|决算))/g

function titleYears(blocks: readonly Block[], form: RegExp): YearWords[] {
  const found: YearWords[] = []
  const titles = blocks.slice(0, FRONT_BLOCKS).filter((block) => block.kind === 'heading' && block.level === 0)
  if (titles.some((block) => 'text' in block && OTHER_WORK.test(block.text))) return []
  for (const [index, block] of blocks.slice(0, FRONT_BLOCKS).entries())
    if (block.kind === 'heading' && block.level === 0) found.push(...yearsBy(form, block.text, index))
  return found
}

/** 现将我局2023年度…情况报告如下 · 我局对2023年度…开展绩效自评. The year of a notice stands in 《》 and is not meant. */
const REPORTED = [
  /现将[^，。；《》]{0,30}?(20\d{2})\s?年(?:\s?度|(?=[^，。；]{0,8}(?:整体支出|项目支出|预算支出|财政支出)))[^。；《》]{0,40}?(?:报告|汇报|说明|总结)如下/g,
  /(?:我|本)[局委办厅院校镇乡站所队馆会中单部][^，。；《》]{0,12}?对[^，。；《》0-9]{0,12}(20\d{2})\s?年\s?度[^，。；《》]{0,30}(?:自评|自我评价|绩效评价)/g,
]

function openingYears(blocks: readonly Block[]): YearWords[] {
  const found: YearWords[] = []
  for (const [index, block] of blocks.slice(0, FRONT_BLOCKS).entries()) {
    if (block.kind === 'heading' && block.level > 0) break
    if (block.kind !== 'paragraph') continue
    for (const form of REPORTED) found.push(...yearsBy(form, block.text.slice(0, 2000), index))
  }
  return found
}

/** The year is the first group; its place is that of the digits and of 年度 behind them. */
function yearsBy(form: RegExp, text: string, block: number): YearWords[] {
  return matchesOf(text, form).flatMap((match) => {
    const digits = match[1] ?? ''
    const start = match.index + match[0].indexOf(digits)
    const end = start + (/^20\d{2}\s?年(?:\s?度)?/.exec(text.slice(start, start + 8))?.[0].length ?? digits.length)
    return /[至到、和及~—–-]\s?20\d{2}/.test(text.slice(end, end + 6)) ? [] : [{ year: Number(digits), block, start, end }]
  })
}

const MADE = /(?:填报|填表|填写|报告|编制|报送|上报|撰写)(?:日期|时间)\s?[：:]\s?/g

function madeOn(blocks: readonly Block[]): MadeOn | null {
  let latest: MadeOn | null = null
  const keep = (found: MadeOn | null) => {
    if (found !== null && (latest === null || found.to > latest.to)) latest = found
  }
  for (const [index, block] of blocks.entries()) {
    if (!('text' in block) || block.text.length > LONGEST_SIGNATURE) continue
    const isAtAnEnd = index < FRONT_BLOCKS || index >= blocks.length - BACK_BLOCKS
    if (isAtAnEnd) keep(dateAlone(block.text, index))
    for (const match of matchesOf(block.text, MADE)) keep(dateAfter(block.text, match.index + match[0].length, index))
  }
  return latest
}

/** A block that is nothing but a date with a day or a month. */
function dateAlone(text: string, block: number): MadeOn | null {
  const words = text.replace(/^[（(\s]+|[）)\s]+$/g, '')
  const from = text.indexOf(words)
  const found = words.length > 20 ? null : dateAfter(text, from, block)
  return found !== null && found.end === from + words.length ? found : null
}

function dateAfter(text: string, from: number, block: number): MadeOn | null {
  const [reading] = readPeriods(text.slice(from, from + 24))
  if (reading === undefined || reading.start > 0 || reading.relative !== undefined || reading.period === null) return null
  const { kind, from: first, to } = reading.period
  const isDay = kind === 'month' || (kind === 'instant' && /[日0-9]$/.test(reading.period.asPrinted))
  return isDay ? { from: first, to, block, start: from + reading.start, end: from + reading.end } : null
}
