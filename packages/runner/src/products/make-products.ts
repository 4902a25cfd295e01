/** Makes what was ordered of one file, where the file is at hand. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditResult } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import { PackageRefused } from '@jiheng/ooxml'
import type { WordMarkedCopy } from '@jiheng/report'
import type { Problem } from '@jiheng/vocabulary'
import { notMade, type Order, type Product, type ProductFormat, type ProductKind, type Products } from './order.ts'
import type { Outputs } from './outputs.ts'
import { withoutFindings } from './without-findings.ts'

export interface AuditedFile {
  readonly index: number
  readonly bytes: Uint8Array
  readonly document: SourceDocument
  readonly result: AuditResult
  /** A Word file that a program made of an old format, audited again, so that comments find their place in it. */
  readonly asWord: () => Promise<{ readonly bytes: Uint8Array; readonly document: SourceDocument; readonly result: AuditResult } | null>
}

interface Made {
  readonly format: ProductFormat
  readonly content: Uint8Array | string
}

/** A product that fails costs itself and nothing else. */
export async function makeProducts(audited: AuditedFile, order: Order, outputs: Outputs): Promise<Products> {
  const file = asItGoesOut(audited, order)
  const made: Product[] = []
  const failures: Problem[] = []
  for (const kind of order.kinds) {
    try {
      const one = await make(kind, file, order, outputs)
      if ('code' in one) failures.push(one)
      else {
        const path = join(order.folder, `${file.index}-${kind}.${one.format}`)
        writeFileSync(path, one.content)
        made.push({ kind, format: one.format, path })
      }
    } catch (error) {
      failures.push(notMade(file.document.file, kind, error instanceof Error ? error.message : String(error)))
    }
  }
  return { made, failures }
}

/** Filtered here and nowhere else, so that no document can show what another leaves out. */
function asItGoesOut(file: AuditedFile, { leftOut }: Order): AuditedFile {
  const asWord = async () => {
    const word = await file.asWord()
    return word && { ...word, result: withoutFindings(word.result, leftOut) }
  }
  return { ...file, result: withoutFindings(file.result, leftOut), asWord }
}

async function make(kind: ProductKind, file: AuditedFile, order: Order, outputs: Outputs): Promise<Made | Problem> {
  const { bytes, document, result } = file
  const { format } = document.file
  if (kind === 'page') return { format: 'html', content: outputs.reportPage({ document, result }, { back: order.back }) }
  // Of a file that gave no report there is a page that says why, and nothing to send back.
  if (result.reports.length === 0) return notMade(document.file, kind, 'unread')
  switch (kind) {
    case 'letter':
      return { format: 'docx', content: await outputs.returnOpinion(result, order.letter) }
    case 'pdf-copy':
      if (format !== 'pdf') return notMade(document.file, kind, 'not-pdf')
      return { format: 'pdf', content: (await outputs.annotatedPdf(bytes, { document, result }, { date: order.date })).bytes }
    case 'copy':
      return make(format === 'pdf' ? 'pdf-copy' : 'word-copy', file, order, outputs)
    case 'word-copy':
      return wordCopy(file, order, outputs)
  }
}

/** The sender's own file, or the one that an old format was read through; a plain copy of whatever else, and of a file that cannot be written back. */
async function wordCopy(file: AuditedFile, { date }: Order, outputs: Outputs): Promise<Made> {
  const { document, result } = file
  const own = document.file.format === 'docx' ? file : await file.asWord()
  try {
    if (own !== null) {
      const copy = await outputs.commentedDocx(own.bytes, own, { date })
      // Of the sender's own file nothing is touched; the program that converts one writes the hour into it.
      return madeOf(own === file ? copy : { ...copy, bytes: outputs.withFixedDates(copy.bytes) })
    }
  } catch (error) {
    if (!(error instanceof PackageRefused)) throw error
  }
  return madeOf(await outputs.commentedCopy({ document, result }, { date }))
}

const madeOf = ({ bytes, extension }: WordMarkedCopy): Made => ({ format: extension, content: bytes })
