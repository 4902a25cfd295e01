/** Dates that no calendar has, and stretches of time that end before they begin. */
import { type PeriodReading, readPeriods } from '@jiheng/quantity'
import type { Quote } from '../../findings/finding.ts'
import { quoteCell, quoteInClause } from '../../findings/quote.ts'
import { type Tell, textCheck } from '../text-check.ts'

const wording = {
  title: '日期不存在或先后颠倒',
  remedy: '核对日期。',
  explain: '写明的日期日历上没有（2月30日、13月），或起止时间的终点早于起点。农历日期和没有写明年份的2月29日不判断。',
  titleEnglish: 'Date that no calendar has, or a stretch that ends before it begins',
}

export const impossibleDate = textCheck(
  { id: 'impossible-date', kind: 'date', severity: 'error', wording, source: '公历' },
  (set, tell) => {
    for (const [index, block] of set.report.blocks.entries()) {
      if (block.kind === 'table') {
        for (const [row, cells] of block.rows.entries())
          for (const [column, cell] of cells.entries()) lookAt(cell.text, tell, () => quoteCell(set, index, row, column))
      } else if ('text' in block) {
        lookAt(block.text, tell, (start, end) => quoteInClause(set, index, start, end))
      }
    }
  },
)

type QuoteAt = (start: number, end: number) => Quote

const MAY_HOLD_DATE = /[0-9０-９一二三四五六七八九十]\s?[月]|20\d{2}[-./－．／]\s?\d/

function lookAt(text: string, tell: Tell, quoteAt: QuoteAt): void {
  if (!MAY_HOLD_DATE.test(text)) return
  const readings = readPeriods(text)
  for (const [at, reading] of readings.entries()) {
    const words = text.slice(reading.start, reading.end)
    if (isImpossible(text, reading, words)) {
      tell.fail(() => ({
        message: `日历上没有“${words}”，请核对日期。`,
        quotes: [quoteAt(reading.start, reading.end)],
        computation: sayCalendar(words),
        steps: [`所写日期：${words}`, sayCalendar(words)],
        confidence: 0.97,
      }))
      continue
    }
    const next = readings[at + 1]
    if (next === undefined || !isStretch(text, reading, next)) {
      if (reading.period !== null) tell.pass()
      continue
    }
    const stretch = text.slice(reading.start, next.end)
    tell.fail(() => ({
      message: `“${stretch}”的终点早于起点，请核对起止时间。`,
      quotes: [quoteAt(reading.start, next.end)],
      computation: `${text.slice(next.start, next.end)}早于${words}`,
      steps: [`起点：${words}`, `终点：${text.slice(next.start, next.end)}`, '终点早于起点'],
    }))
  }
}

/** Blanks of a form (00日), the lunar calendar, codes that look like dates, and 29 February of an unnamed year are no faults. */
function isImpossible(text: string, { start, end, period, relative }: PeriodReading, words: string): boolean {
  if (period !== null) return false
  const before = text.slice(Math.max(0, start - 12), start)
  if (/(?:农历|阴历|旧历|藏历|正月|腊月)/.test(before)) return false
  if (/[0-9０-９A-Za-z第.．/／-]\s?$/.test(before) || /^[0-9０-９A-Za-z]/.test(text.slice(end, end + 1))) return false
  const numbers = numbersOf(words)
  if (numbers === null) return false
  const { year, month, day } = numbers
  if (month === 0 || day === 0 || month > 19) return false
  if (!/[月]/.test(words)) return isDateCode(before) && day !== null && month <= 12 && day <= 39
  if (relative !== undefined && year === null) {
    if (!/^\d/.test(words) || day === null || day > 39) return false
    return month > 12 || day > lastDay(month, 2000)
  }
  return year !== null && (day === null || day <= 39)
}

const isDateCode = (before: string): boolean => /(?:日期|时间|于|自|从|至|截至|截止)\s?[：:]?\s?$/.test(before)

interface Numbers {
  readonly year: number | null
  readonly month: number
  readonly day: number | null
}

const DATE = /^(?:(\d{4})\s?[年\-./]\s?)?(\d{1,2})\s?(?:月份?|[-./])?\s?(?:(\d{1,2})\s?[日号]?)?$/

function numbersOf(words: string): Numbers | null {
  const match = DATE.exec(words.normalize('NFKC').trim())
  if (match === null) return null
  return {
    year: match[1] === undefined ? null : Number(match[1]),
    month: Number(match[2]),
    day: match[3] === undefined ? null : Number(match[3]),
  }
}

function sayCalendar(words: string): string {
  const numbers = numbersOf(words)
  if (numbers === null || numbers.month > 12) return '一年只有12个月'
  const { year, month } = numbers
  return `${year === null || month !== 2 ? '' : `${year}年`}${month}月只有${lastDay(month, year ?? 2000)}天`
}

function lastDay(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Both ends print their year, or are days of one month; what was moved forward (由…提前至…) or compared is no stretch. */
function isStretch(text: string, first: PeriodReading, next: PeriodReading): boolean {
  if (!/^\s?(?:起)?(?:至|到|—{1,2}|–|-|~|～|－)\s?$/.test(text.slice(first.end, next.start))) return false
  const [from, to] = [text.slice(first.start, first.end), text.slice(next.start, next.end)]
  if (!/月/.test(from) || !/月/.test(to)) return false
  if (/(?:由|提前|调整|变更|原定|原计划|缩短)[^，。；]{0,8}$/.test(text.slice(Math.max(0, first.start - 14), first.start))) return false
  if (next.relative !== undefined) return isOneMonth(from, to)
  return first.period !== null && next.period !== null && first.relative === undefined && next.period.to < first.period.from
}

/** 5月20日至5月10日: a year between them would be a whole one, and nobody writes it so. */
function isOneMonth(from: string, to: string): boolean {
  const [first, last] = [/(\d{1,2})\s?月\s?(\d{1,2})\s?日$/.exec(from), /^(\d{1,2})\s?月\s?(\d{1,2})\s?日$/.exec(to)]
  return first !== null && last !== null && Number(first[1]) === Number(last[1]) && Number(last[2]) < Number(first[2])
}
