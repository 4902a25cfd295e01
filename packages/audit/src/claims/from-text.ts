/** Claims of headings and paragraphs. */

import {
  type Decimal,
  decimal,
  dimensionOf,
  factorOf,
  multiply,
  ONE,
  type Period,
  type PeriodReading,
  type PrintedNumber,
  placeOf,
  readPeriods,
  scanNumbers,
  unitById,
} from '@jiheng/quantity'
import { type Anchor, type Origin, PLANNED_ROLES, toOriginal } from '@jiheng/vocabulary'
import type { Clause, Figure } from './figure.ts'
import { conceptBehind, labelOf } from './figure-name.ts'
import { idleReason } from './idle-numbers.ts'
import { parallelLeads } from './parallel-names.ts'
import { BRACKET_LABEL, type Phrase, readPhrase } from './read-phrase.ts'
import { splitSentences } from './split-sentences.ts'
import { inheritedQualifier, inheritedRole, isSource, isSpendable, subjectOf } from './take-over.ts'
import type { RunningText, TextContext } from './text-context.ts'

const HUNDREDTH = decimal('0.01')

/** Reads running text; appends its figures and sentences to the context. Gives the number of idle figures. */
export function readText(source: RunningText, context: TextContext): number {
  const text = source.text
  const printed = scanNumbers(text)
  const lineOf = source.lineOf ?? lineFinder(source.at)
  const periods = printed.length === 0 ? [] : readPeriods(text, context.year === null ? {} : { reportYear: context.year })
  let idle = 0
  let p = 0
  const numbers: PrintedNumber[] = []
  for (const number of printed) {
    while (p < periods.length && (periods[p] as { end: number }).end <= number.start) p++
    const period = periods[p]
    const taken = period !== undefined && period.start < number.figureEnd && number.figureStart < period.end
    if (idleReason(text, number, taken) === null) numbers.push(number)
    else idle++
  }
  const parallel = text.includes('分别') ? parallelLeads(text, numbers) : NO_LEADS
  let next = 0
  let periodAt = 0
  for (const raw of splitSentences(text, printed)) {
    const sentenceIndex = context.sentences.length
    const clauses: Clause[] = []
    const inSentence: number[] = []
    let current: Period | null = null
    let named: Period | null = null
    const outside: (Period | null)[] = []
    for (const [clauseIndex, rawClause] of raw.clauses.entries()) {
      const inClause: number[] = []
      let from = rawClause.start
      // What a bracket says of time ends with it: "减少25起（上年451起）；造成87人受伤".
      if (rawClause.opener === '（' || rawClause.opener === '(') outside.push(current)
      else if ((rawClause.opener === '）' || rawClause.opener === ')') && outside.length > 0) current = outside.pop() ?? null
      while (next < numbers.length && (numbers[next] as PrintedNumber).start < rawClause.end) {
        const number = numbers[next] as PrintedNumber
        if (number.start < rawClause.start) {
          next++
          continue
        }
        while (periodAt < periods.length && (periods[periodAt] as { end: number }).end <= number.start) {
          const found = periods[periodAt] as PeriodReading
          if (
            found.start >= raw.start &&
            found.period !== null &&
            !isNoPeriodOfFigure(text, found.start) &&
            !isAside(found, clauses, rawClause.start)
          ) {
            current = found.relative === undefined ? found.period : besideYear(found.period, found.relative, named)
            if (found.relative === undefined) named = found.period
          }
          periodAt++
        }
        const nextNumber = numbers[next + 1]
        const tailEnd = Math.min(rawClause.end, nextNumber === undefined ? rawClause.end : nextNumber.start)
        const own = parallel.get(next)
        const lead = own ?? leadOf(text, from, number, raw.clauses, clauseIndex)
        const figure = makeFigure(
          number,
          lead,
          text.slice(number.end, tailEnd),
          source,
          lineOf,
          context,
          sentenceIndex,
          clauseIndex,
          own === undefined ? current : (periodIn(own, context.year) ?? current),
          inSentence,
        )
        if (figure === null) idle++
        else {
          context.figures.push(figure)
          inClause.push(figure.index)
          inSentence.push(figure.index)
        }
        from = number.end
        next++
      }
      clauses.push({ start: rawClause.start, end: rawClause.end, opener: rawClause.opener, figures: inClause })
    }
    context.sentences.push({
      index: sentenceIndex,
      block: context.block,
      start: raw.start,
      end: raw.end,
      clauses,
      figures: inSentence,
      section: context.section,
    })
  }
  return idle
}

const NO_LEADS: ReadonlyMap<number, string> = new Map()

/** The year that a name of its own carries. */
function periodIn(name: string, year: number | null): Period | null {
  return readPeriods(name, year === null ? {} : { reportYear: year }).at(-1)?.period ?? null
}

/** "2021年我局年底": a day of the year that the sentence has just named. */
function besideYear(period: Period, relative: number, named: Period | null): Period {
  if (named === null || period.kind !== 'instant') return period
  const year = String(Number(named.from.slice(0, 4)) + relative)
  return { ...period, from: year + period.from.slice(4), to: year + period.to.slice(4) }
}

/** "主要是上年受疫情影响；外借文献…册": a clause of words alone that speaks of another year says nothing of the figures after it. */
function isAside(found: PeriodReading, clauses: readonly Clause[], current: number): boolean {
  if (found.relative === undefined || found.relative >= 0 || found.start >= current) return false
  const clause = clauses.findLast(({ start }) => start <= found.start)
  return clause !== undefined && clause.figures.length === 0 && clause.end - clause.start - (found.end - found.start) > WORDY_ASIDE
}
const WORDY_ASIDE = 6

/** "较2022年减少", "结转2024年使用": the base of a comparison and the year a sum is carried to are not the period of the figure. */
function isNoPeriodOfFigure(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start).trimEnd()
  return /[较比]$|结转[至到]?$/.test(before) || (/[与同和]$/.test(before) && /^[^，。；]{0,12}相比/.test(text.slice(start, start + 16)))
}

function leadOf(
  text: string,
  from: number,
  number: PrintedNumber,
  clauses: readonly { start: number; end: number; opener: string }[],
  clauseIndex: number,
): string {
  const lead = text.slice(from, number.start)
  const clause = clauses[clauseIndex] as { start: number; opener: string }
  if (lead.trim() !== '' || from !== clause.start || clauseIndex === 0) return lead
  const before = clauses[clauseIndex - 1] as { start: number; end: number }
  return '（(：:'.includes(clause.opener) && clause.opener !== '' ? text.slice(before.start, before.end) : lead
}

function makeFigure(
  number: PrintedNumber,
  lead: string,
  tail: string,
  source: RunningText,
  lineOf: (offset: number) => number,
  context: TextContext,
  sentence: number,
  clause: number,
  period: Period | null,
  earlier: readonly number[],
): Figure | null {
  const unit = unitById(number.quantity.unit)
  if (unit === null) return null
  const dimension = dimensionOf(unit.id) as string
  const phrase = isBracketShare(dimension, lead, source.text, number)
    ? BRACKET_SHARE
    : withBracketWeight(readPhrase(lead, dimension, context.isSelf), dimension, source.text, number, context.figures[earlier.at(-1) ?? -1])
  const subject =
    phrase.bare || phrase.isGeneric || phrase.role === 'change' || phrase.role === 'change-rate'
      ? subjectOf(context.figures, earlier, dimension)
      : -1
  const from = subject < 0 ? undefined : context.figures[subject]
  // "17.4万元来自其他资金": what follows names it, not what came before.
  const namedByTail = lead.trim() === '' && tail.trim() !== ''
  const takesOver =
    from !== undefined &&
    !namedByTail &&
    ((phrase.bare && !(PLANNED_ROLES.has(phrase.role) && isSource(from.claim.concept))) ||
      (phrase.isGeneric && (from.qualifier !== '' || isSpendable(from.claim.concept))) ||
      (phrase.concept === null && phrase.label === ''))
  const start = toOriginal(source.at, number.figureStart, 'start')
  const anchor: Anchor = {
    report: context.report,
    block: context.block,
    start: start + context.offset,
    end: toOriginal(source.at, number.figureEnd, 'end') + context.offset,
    ...context.whereabouts(context.blockStart + start + context.offset, lineOf(start)),
  }
  const ofTopic =
    !takesOver && !namedByTail && phrase.bare && dimension === 'money' && (phrase.concept === null || phrase.concept === 'budget')
      ? context.topicConcept
      : null
  const index = context.figures.length
  const qualifier = takesOver
    ? (from?.qualifier ?? '')
    : phrase.qualifier === ''
      ? inheritedQualifier(lead, context, earlier, source.text, number.start)
      : phrase.qualifier
  // Percentage points stand on the scale of rates, so that they can be held against their difference.
  const factor = (dimension === 'percentage-point' ? HUNDREDTH : factorOf(unit.id)) as Decimal
  const printedPlace = multiply(placeOf(number.quantity) ?? ONE, factor)
  const role = inheritedRole(phrase.role, phrase.concept, dimension, lead, context, earlier, source.text, number.start)
  if (role !== phrase.role) context.inherited.add(index)
  return {
    index,
    claim: {
      id: `c${index}`,
      who: qualifier === '' ? null : qualifier,
      concept: takesOver ? (from?.claim.concept ?? null) : (ofTopic ?? phrase.concept ?? conceptBehind(lead, tail, dimension)),
      label: takesOver ? (from?.claim.label ?? '') : labelOf(phrase.label, tail, dimension, context.topic),
      role,
      period,
      scope: takesOver ? (from?.claim.scope ?? phrase.scope) : phrase.scope,
      quantity: number.quantity,
      anchor,
      confidence: phrase.concept !== null ? 0.9 : takesOver ? 0.8 : phrase.label === '' ? 0.5 : 0.7,
    },
    seat: { kind: 'text', sentence, clause },
    value: multiply(number.amount, factor),
    dimension,
    ownPlace: printedPlace,
    place: isExactly(dimension) ? null : printedPlace,
    tidyEnd: number.end,
    lead,
    tail,
    announcesTotal: phrase.announcesTotal,
    direction: phrase.direction,
    against: phrase.against,
    qualifier,
    ownLabel: !takesOver && (phrase.concept !== null || phrase.label !== ''),
    subject,
    rateName: phrase.rateName,
    compare: number.compare,
    section: context.section,
    periodKey: periodKeyOf(period, lead, context.year),
  }
}

/** Year or day that a figure is about; '' is the year of the report. */
function periodKeyOf(period: Period | null, lead: string, year: number | null): string {
  if (period === null) return /上年|去年|上一年/.test(lead.slice(-30)) ? 'last' : ''
  const key = period.kind === 'year' ? period.from.slice(0, 4) : period.from === period.to ? period.to : `${period.from}/${period.to}`
  return year !== null && key === String(year) ? '' : year !== null && key === String(year - 1) ? 'last' : key
}

/** "升学318人（67.37%）": a percentage alone in a bracket after an amount is its share of the total that stands before. */
const BRACKET_SHARE: Phrase = {
  label: BRACKET_LABEL,
  concept: null,
  role: 'share',
  scope: null,
  qualifier: '',
  announcesTotal: false,
  direction: null,
  against: '',
  rateName: null,
  bare: false,
  isGeneric: false,
}

function isBracketShare(dimension: string, lead: string, text: string, number: PrintedNumber): boolean {
  if (dimension !== 'ratio') return false
  const before = text.charAt(number.start - 1)
  return (
    (before === '（' || before === '(') &&
    '）)'.includes(text.charAt(number.end)) &&
    text.charAt(number.end) !== '' &&
    /\d[^，。；]{0,6}$/.test(lead)
  )
}

/** "绿化养护（10分）得9分", "产出得48.3分（50分）": points alone in a bracket beside a score are what can be had at most. */
function withBracketWeight(phrase: Phrase, dimension: string, text: string, number: PrintedNumber, before: Figure | undefined): Phrase {
  if (dimension !== 'point' || phrase.role === 'weight') return phrase
  // 财务管理（10分，得9分）
  if (phrase.role === 'amount' && opensBracket(text, number) && SCORED_NEXT.test(text.slice(number.end, number.end + 8)))
    return { ...phrase, role: 'weight' }
  if (!isAloneInBracket(text, number)) return phrase
  if (before?.claim.role === 'score' && before.dimension === 'point' && before.tidyEnd === number.start - 1)
    return { ...phrase, role: 'weight', label: '', concept: null, qualifier: '', bare: true }
  return phrase.role === 'amount' && SCORED_NEXT.test(text.slice(number.end + 1, number.end + 9)) ? { ...phrase, role: 'weight' } : phrase
}
const SCORED_NEXT = /^[，,：:]?(?:自评|评价|实际|实|评)?得(?:分)?(?:为|：|:)?\s*\d/
const CLOSING = '）)'

const opensBracket = (text: string, { start }: PrintedNumber): boolean =>
  text.charAt(start - 1) !== '' && '（('.includes(text.charAt(start - 1))

const isAloneInBracket = (text: string, number: PrintedNumber): boolean =>
  opensBracket(text, number) && text.charAt(number.end) !== '' && CLOSING.includes(text.charAt(number.end))

/** Counts, weights and scores are exact where they are added. */
export function isExactly(dimension: string): boolean {
  return dimension === 'point' || dimension.startsWith('each:')
}

/** Line of an offset into the slice, by a table of line starts that is made once. */
export function lineFinder(at: Origin): (offset: number) => number {
  const starts: number[] = []
  for (let i = at.original.indexOf('\n'); i >= 0; i = at.original.indexOf('\n', i + 1)) starts.push(i + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return at.line + low
  }
}
