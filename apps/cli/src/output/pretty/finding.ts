/** One finding as a person reads it: what, where, the line with the figure marked, the working, what it should be. */
import type { Finding, Quote } from '@jiheng/audit'
import { labels, placeOf, repairLine, say, severityWords } from '../../wording/messages.ts'
import { display } from '../display.ts'
import { layQuote } from '../quote.ts'
import { hanging, type Look, spaced } from './look.ts'

const indent = '    '
const maxOtherQuotes = 6

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

function workingLines(finding: Finding, look: Look): readonly string[] {
  const says = finding.steps.length > 0 ? finding.steps.map((step) => step.say) : [finding.computation]
  const numbered = says.filter((text) => text !== '').map((text, at) => (says.length > 1 ? `${at + 1}. ${text}` : text))
  return numbered.flatMap((text, at) => hanging(indent, at === 0 ? labels.working : blankLabel, display(text), look))
}

function repairLines(finding: Finding, look: Look): readonly string[] {
  const { expected, repair } = finding
  const lines = expected === null ? [] : hanging(indent, labels.expected, display(expected), look)
  if (repair === null) return lines
  const ways = [repair, ...(repair.alternatives ?? [])]
  if (ways.length === 1 && repair.reason === 'recomputed' && repair.to === expected) return lines
  const says = ways.map((way, at) => (at === 0 ? '' : `${labels.or} `) + display(repairLine(way.from, way.to, way.reason)))
  return [...lines, ...says.flatMap((text, at) => hanging(indent, at === 0 ? labels.suggested : blankLabel, text, look))]
}

/** The other places. Those on the accused line stand there already. */
function otherQuotes(finding: Finding, look: Look): readonly string[] {
  const [accused, ...rest] = finding.quotes
  const others = distinct(rest).filter((quote) => accused === undefined || keyOf(quote) !== keyOf(accused))
  const lines = others.slice(0, maxOtherQuotes).map((quote) => otherQuote(quote, look))
  const left = others.length - lines.length
  return left > 0 ? [...lines, `${indent}${blankLabel}  ${say.moreQuotes(left)}`] : lines
}

function otherQuote(quote: Quote, look: Look): string {
  const place = display(placeOf(quote))
  const lead = spaced(`${indent}${look.paint('faint', labels.seeAlso)}`, place)
  const { before, accused, after } = layQuote(quote, Math.max(20, look.columns - indent.length - 6 - 2 - place.length * 2))
  return `${lead}  ${before}${look.paint('accused', accused)}${after}`
}

function distinct(quotes: readonly Quote[]): readonly Quote[] {
  const seen = new Set<string>()
  return quotes.filter((quote) => !seen.has(keyOf(quote)) && seen.add(keyOf(quote)))
}

function keyOf(quote: Quote): string {
  return [quote.report, quote.block, quote.textStart, quote.cell ?? '', quote.text].join('\0')
}

/** As wide as the labels, which are two characters each. */
const blankLabel = ' '.repeat(4)
