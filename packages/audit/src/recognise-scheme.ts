/** Which scheme a report says that it follows: the one whose document number it cites. Frames of the whole country are cited everywhere and say nothing. */
import { type Scheme, schemeAt } from '@jiheng/evaluation'
import type { SourceDocument, SourceReport } from '@jiheng/ingest'
import type { GivenScheme } from './given.ts'

/** null when no scheme of a place is cited, or more than one. `schemes` are those that could judge it. */
export function recogniseScheme(document: SourceDocument, schemes: readonly Scheme[]): GivenScheme | null {
  const cited = new Set(document.reports.flatMap(numbersIn))
  const year = document.reports[0]?.year ?? null
  if (cited.size === 0 || year === null) return null
  const found = schemes.flatMap((scheme): GivenScheme[] => {
    if (scheme.place === null) return []
    const at = schemeAt(scheme, `${year}-12-31`)
    if (!('version' in at)) return []
    const number = documentNumber(at.version.source.document)
    return number !== null && cited.has(number) ? [{ id: scheme.id, label: scheme.label, version: at.version }] : []
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

/** 山财预〔2023〕59号, with whatever brackets it is printed in. */
const NUMBER = /([\u4e00-\u9fff]{1,10})[〔［[（(【](\d{4})[〕］\]）)】]第?(\d{1,5})号/g
const MOST_PARAGRAPHS = 400

function numbersIn({ blocks }: SourceReport): readonly string[] {
  const numbers: string[] = []
  for (const block of blocks.slice(0, MOST_PARAGRAPHS)) {
    if (!('text' in block)) continue
    for (const [, office = '', year, number] of block.text.replace(/\s/g, '').matchAll(NUMBER)) {
      // The words before run into the name of the office: every ending of two to six characters may be it.
      for (let length = 2; length <= Math.min(6, office.length); length++) numbers.push(`${office.slice(-length)}${year}-${number}`)
    }
  }
  return numbers
}

function documentNumber(text: string): string | null {
  const [, office = '', year, number] = [...text.replace(/\s/g, '').matchAll(NUMBER)][0] ?? []
  return office === '' ? null : `${office.slice(-6)}${year}-${number}`
}
