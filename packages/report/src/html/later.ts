/**
 * Long documents: a browser reads a page of a hundred thousand elements in one go, and stands still meanwhile. What is not seen at first goes into
 * `noscript`: without a script it is read as usual, with one it is a piece of text until the script unfolds it, bit by bit.
 */
import type { Audited } from '../audited.ts'
import { html, type Markup } from './markup.ts'

/** Wraps what can wait. */
export type Later = (markup: Markup) => Markup

/** Characters of the document, runs of words on its pages, findings, from which it counts as long. */
const LONG = { characters: 60_000, runs: 4_000, findings: 100 }

export function laterFor({ document, result }: Audited): Later {
  let characters = 0
  for (const { blocks } of document.reports) for (const { at } of blocks) characters += at.original.length
  const isLong = characters > LONG.characters || document.places.length > LONG.runs || result.findings.length > LONG.findings
  // What is waiting holds no noscript of its own: every piece is wrapped once, and text of the document is escaped.
  return isLong ? (markup) => html`<noscript class="later">${markup}</noscript>` : (markup) => markup
}
