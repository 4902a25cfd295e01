/** What is wrong with a page's words: none because it is a picture, or letters that the file does not tell. */
import type { Problem } from '@jiheng/vocabulary'
import type { PageContent } from './page.ts'

/** Fewer letters than this on a page that a picture covers: a scan. */
const FEWEST_LETTERS = 20
const COVERED = 0.5
/** Of the visible letters. */
const MOST_UNKNOWN = 0.1
/** Private use and the replacement character: a glyph whose letter nobody knows. */
const UNKNOWN = /[\ue000-\uf8ff\ufffd]/g

export function pageProblem(content: PageContent | null, file: string, number: number): Problem | null {
  if (!content) return { code: 'page.unreadable', at: [file, number], details: { page: number, reason: 'broken' } }
  let letters = 0
  let unknown = 0
  for (const { text } of content.page.runs) {
    letters += text.replace(/\s/g, '').length
    unknown += text.match(UNKNOWN)?.length ?? 0
  }
  if (letters < FEWEST_LETTERS && content.pictures > COVERED)
    return { code: 'page.needs-ocr', at: [file, number], details: { page: number } }
  if (unknown > letters * MOST_UNKNOWN) return { code: 'page.unreadable', at: [file, number], details: { page: number, reason: 'fonts' } }
  if (content.isCut) return { code: 'document.too-many-blocks', at: [file, number], details: { page: number, of: 'words' } }
  return null
}
