/** One finding as a person reads it: what, where, the line with the figure marked, the working, what it should be. */
import type { Finding, Quote } from '@jiheng/audit'
import { placeOf, plainStep, severityWords, repairLines as waysOf } from '@jiheng/report/summary'
import { labels, say } from '../../wording/messages.ts'
import { display } from '../display.ts'
import { layQuote } from '../quote.ts'
import { clip, widthOf } from '../width.ts'
import { hanging, type Look, spaced } from './look.ts'

const indent = '    '
const maxOtherPlaces = 4
const maxSteps = 12
const firstSteps = 3
const lastSteps = 5

export function renderFinding(finding: Finding, number: number, look: Look): readonly string[] {
  const accused = finding.quotes[0]
  const mark = look.paint(finding.severity, `${severityWords[finding.severity]} ${number}`)
  const place = accused === undefined ? '' : look.paint('faint', display(placeOf(accused)))
  return [
    spaced(mark, look.paint('strong', display(finding.title)), place),
    ...(accused === undefined ? [] : quoteLines(accused, look)),
    ...hanging(indent, '', display(finding.message), look),
    ...workingLines(finding, look),
    ...repairLines(finding, look),
    ...otherQuotes(finding, look),
  ]
}

function quoteLines(quote: Quote, look: Look): readonly string[] {
  const { before, accused, after, caret } = layQuote(quote, look.columns - indent.length)
  const line = indent + before + look.paint('accused', accused) + after
  return caret === null ? [line] : [line, indent + caret.replace(/\^+/, (carets) => look.paint('error', carets))]
}

/** Of a long working the middle is left out: what was taken from where stands in the sum as well, and all of it in the JSON. */
function workingLines(finding: Finding, look: Look): readonly string[] {
  const says = finding.steps.length > 0 ? finding.steps.map((step) => plainStep(step.say)) : [finding.computation]
  if (says.length === 1) return says[0] === '' ? [] : hanging(indent, labels.working, display(says[0] ?? ''), look)
  const left = says.length > maxSteps ? says.length - firstSteps - lastSteps : 0
  return says.flatMap((text, at) => {
    if (at >= firstSteps && at < firstSteps + left) return at === firstSteps ? [`${indent}${blankLabel}     ${say.moreSteps(left)}`] : []
    const label = `${at === 0 ? labels.working : blankLabel} ${String(at + 1).padStart(2)}. `
    return hanging(indent, label, display(text), look)
  })
}

function repairLines(finding: Finding, look: Look): readonly string[] {
  const { expected } = finding
  const lines = expected === null ? [] : hanging(indent, labels.expected, display(expected), look)
  const says = waysOf(finding).map((way, at) => (at === 0 ? '' : `${labels.or} `) + display(way))
  return [...lines, ...says.flatMap((text, at) => hanging(indent, at === 0 ? labels.suggested : blankLabel, text, look))]
}

/** The other places, one line each. What is the accused quote itself stands there already. */
function otherQuotes(finding: Finding, look: Look): readonly string[] {
  const [accused, ...rest] = finding.quotes
  const others = rest.filter((quote) => accused === undefined || keyOf(quote) !== keyOf(accused))
  const places = byPlace(others)
  const lines = places.slice(0, maxOtherPlaces).map(([place, quotes]) => otherPlace(place, quotes, look))
  const left = places.length - lines.length
  return left > 0 ? [...lines, `${indent}${blankLabel}  ${say.morePlaces(left)}`] : lines
}

function otherPlace(place: string, quotes: readonly Quote[], look: Look): string {
  const lead = spaced(indent + look.paint('faint', labels.seeAlso), display(place))
  const columns = look.columns - widthOf(spaced(indent + labels.seeAlso, display(place))) - 2
  const [first] = quotes
  if (quotes.length > 1 || first === undefined) return spaced(lead, clip(whole(quotes).map(display).join('；'), columns))
  const { before, accused, after } = layQuote(first, columns)
  return spaced(lead, before + look.paint('accused', accused) + after)
}

function byPlace(quotes: readonly Quote[]): readonly (readonly [string, readonly Quote[]])[] {
  const places = new Map<string, Quote[]>()
  for (const quote of quotes) places.set(placeOf(quote), [...(places.get(placeOf(quote)) ?? []), quote])
  return [...places]
}

/** Texts that are not part of another one. */
function whole(quotes: readonly Quote[]): readonly string[] {
  const texts = [...new Set(quotes.map((quote) => quote.text))]
  return texts.filter((text) => !texts.some((other) => other !== text && other.includes(text)))
}

function keyOf(quote: Quote): string {
  return [quote.report, quote.block, quote.textStart, quote.cell ?? '', quote.text].join('\0')
}

/** As wide as the labels, which are two characters each. */
const blankLabel = ' '.repeat(4)
