/** The sender's own PDF with our marks on the accused words. Its bytes stay as they are: the marks stand behind them, as an update. */
import type { Audited, MarkedCopy } from '../audited.ts'
import { appendMarks } from './append-marks.ts'
import { openPdf } from './library.ts'
import { draftsOf, inDrawingOrder, markFindings, summaryDraft } from './marks.ts'
import { summaryNote } from './note.ts'
import { FilePages } from './pages.ts'

export interface PdfCopyOptions {
  /** YYYY-MM-DD, written as the day of the marks; none is written without it. */
  readonly date?: string | null
}

/**
 * `bytes` are those that the document was read from. The same arguments give the same bytes, unless the file is encrypted.
 * Rejects when they are no PDF that can be opened.
 */
export async function annotatedPdf(bytes: Uint8Array, { document, result }: Audited, options: PdfCopyOptions = {}): Promise<MarkedCopy> {
  const opened = await openPdf(bytes)
  try {
    const pages = new FilePages(opened)
    const front = await pages.first()
    // No page can be opened: there is nothing to put a mark on.
    if (front === null) return { bytes, marked: 0, unplaced: result.findings.map(({ id }) => id) }
    const { marks, unplaced } = await markFindings(result.findings, document, pages)
    const date = options.date ?? null
    const onWords = inDrawingOrder(marks.flatMap((mark) => draftsOf(mark, pages, date)))
    const drafts = [summaryDraft(front, summaryNote(result, unplaced), pages, date), ...onWords]
    return {
      bytes: await appendMarks(opened, bytes, drafts, pages),
      marked: result.findings.length - unplaced.length,
      unplaced: unplaced.map(({ id }) => id),
    }
  } finally {
    await opened.close()
  }
}
