/** Where a quote stands: a region of a plain text, words for a place in anything else. */
import type { Quote } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import { placeOf } from '../wording/place.ts'
import { type Json, type JsonObject, plain } from './json.ts'

/** The file that results are about; `document` gives more exact places in a plain text. */
export interface Artifact {
  readonly uri: string
  readonly index: number
  readonly document: SourceDocument | null
}

export const artifactLocation = ({ uri, index }: Pick<Artifact, 'uri' | 'index'>): JsonObject => ({ uri, index })

export function locationOf(quote: Quote, artifact: Artifact): JsonObject {
  const region = regionOf(quote, artifact.document)
  return {
    physicalLocation: { artifactLocation: artifactLocation(artifact), ...(region === null ? {} : { region }) },
    ...(region === null ? placeInWords(quote) : {}),
  }
}

/** `id` counts from 1; a message may refer to it. */
export function relatedLocation(id: number, quote: Quote, artifact: Artifact, message: string): JsonObject {
  return { id, ...locationOf(quote, artifact), message: plain(message) }
}

/** Only plain text has lines. Without columns the region is the whole line, and the snippet what is quoted of it. */
function regionOf(quote: Quote, document: SourceDocument | null): JsonObject | null {
  if (quote.line === undefined || quote.line < 1) return null
  return columnsOf(quote, document) ?? { startLine: quote.line, snippet: { text: quote.text } }
}

/**
 * The accused words to the character. A block does not say how far its first line is indented, so columns are known
 * from its second line on.
 */
function columnsOf(quote: Quote, document: SourceDocument | null): JsonObject | null {
  const text = exactText(quote, document)
  if (text === null) return null
  const { original, offset } = text
  const [first, last] = [lastBreak(original, quote.start), lastBreak(original, quote.end)]
  if (first === 0) return null
  const words = original.slice(quote.start, quote.end)
  return {
    startLine: quote.line,
    startColumn: quote.start - first + 1,
    endLine: (quote.line ?? 0) + breaksIn(words),
    endColumn: quote.end - last + 1,
    charOffset: offset + quote.start,
    charLength: quote.end - quote.start,
    snippet: { text: words },
  }
}

/** The slice of a plain text in which the quote stands; null when it is none, or was not decoded without loss. */
export function exactText(quote: Quote, document: SourceDocument | null): { readonly original: string; readonly offset: number } | null {
  if (document === null || document.file.format !== 'text' || document.places.length > 0) return null
  if (document.problems.some(({ code }) => code === 'text.partly-undecodable')) return null
  const block = document.reports[quote.report]?.blocks[quote.block]
  if (block === undefined || quote.end > block.at.original.length || quote.start >= quote.end) return null
  const isVerbatim = block.at.original.startsWith(quote.text, quote.textStart)
  const isOnLine = block.at.line + breaksIn(block.at.original.slice(0, quote.start)) === quote.line
  return isVerbatim && isOnLine ? { original: block.at.original, offset: block.at.start } : null
}

/** Offset of the first character of the line; 0 also stands for the unknown beginning of the first one. */
function lastBreak(text: string, before: number): number {
  for (let at = before - 1; at >= 0; at--) if (text[at] === '\n' || text[at] === '\r') return at + 1
  return 0
}

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0

function placeInWords(quote: Quote): JsonObject {
  const { page, box, cell, paragraph, section, text } = quote
  const place = placeOf(quote)
  const properties: Record<string, Json> = { quote: text }
  if (page !== undefined) properties.page = page
  if (box !== undefined) properties.box = box
  if (cell !== undefined) properties.cell = cell
  if (paragraph !== undefined) properties.paragraph = paragraph
  if (section !== undefined) properties.section = section
  const kind = page !== undefined ? 'page' : cell !== undefined ? 'cell' : 'section'
  return { ...(place === '' ? {} : { logicalLocations: [{ name: place, fullyQualifiedName: place, kind }] }), properties }
}
