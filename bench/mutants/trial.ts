/** One mutant before the engine: is the slip found, where, with what correction, and does anything else cry out? */
import type { Finding } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import { isAlarm, overlaps, placeOfQuote, placeOfQuoteText } from '../accuracy/places.ts'
import { auditDocument, readText } from '../engine.ts'
import type { Mutant, Place } from './mutant.ts'
import { wordsLike } from './word-slips.ts'

export interface Trial {
  readonly mutant: Mutant
  /** A new error or warning quotes a figure of a relation that contains the changed one. */
  readonly found: boolean
  /** A new error or warning accuses the changed figure itself, before any other. */
  readonly accused: boolean
  /** The first finding that finds it says what should stand there, before anything else … */
  readonly suggests: boolean
  /** … and says the original. */
  readonly suggestsRight: boolean
  /** New errors and warnings that touch no figure of those relations. */
  readonly elsewhere: readonly Finding[]
}

/** What was said of the unchanged report. */
export interface Baseline {
  /** Check and accused place of every error and warning. */
  readonly keys: ReadonlySet<string>
}

export function baselineOf(document: SourceDocument, findings: readonly Finding[]): Baseline {
  return { keys: new Set(findings.filter(isAlarm).map((finding) => keyOf(finding, placeOfFirst(document, finding)))) }
}

export function tryMutant(mutant: Mutant, baseline: Baseline): Trial {
  const document = readText(mutant.report.text, mutant.source)
  const fresh = auditDocument(document)
    .findings.filter(isAlarm)
    .filter((finding) => !baseline.keys.has(keyOf(finding, unmoved(placeOfFirst(document, finding), mutant))))
  const hits = fresh.filter((finding) => touches(document, finding, mutant))
  const first = hits[0]?.repair?.to ?? hits[0]?.expected ?? null
  return {
    mutant,
    found: hits.length > 0,
    accused: hits.some((finding) => overlaps(placeOfFirst(document, finding), mutant.changed)),
    suggests: first !== null,
    suggestsRight: first !== null && namesOriginal(first, mutant),
    elsewhere: fresh.filter((finding) => !hits.includes(finding)),
  }
}

const keyOf = (finding: Finding, place: Place): string => `${finding.check}@${place.start}`

function placeOfFirst(document: SourceDocument, finding: Finding): Place {
  const first = finding.quotes[0]
  return first ? placeOfQuote(document, first) : { start: -1, end: -1 }
}

/** The same place in the unchanged report. */
function unmoved(place: Place, { change }: Mutant): Place {
  const shift = change.to.length - (change.end - change.start)
  return place.start >= change.start + change.to.length ? { start: place.start - shift, end: place.end - shift } : place
}

function touches(document: SourceDocument, finding: Finding, mutant: Mutant): boolean {
  return finding.quotes.some((quote) => {
    const places = [placeOfQuote(document, quote), placeOfQuoteText(document, quote)]
    return places.some((place) => mutant.touched.some((touched) => overlaps(place, touched)))
  })
}

/** The original figure as a number, or the original unit, or a word for the original direction. */
function namesOriginal(text: string, { original, change, slip, report }: Mutant): boolean {
  const replaced = report.source.slice(change.start, change.end)
  if (slip === 'wrong-unit') return text.includes(replaced)
  if (slip === 'wrong-direction') return wordsLike(replaced).some((word) => text.includes(word))
  const numbers = text.replaceAll(/(?<=\d)[,，](?=\d{3})/g, '').match(/\d+(\.\d+)?/g) ?? []
  // 4.35 under 万头 may be told as 43500头.
  const values = [
    Number(original.value),
    ...(original.unit.startsWith('each:万') ? [Math.round(Number(original.value) * 10_000)] : []),
  ].map(Math.abs)
  return numbers.some((number) => values.includes(Number(number))) || text.includes(original.text)
}
