/** Reports as files of several formats, with what was found in them. */
import { audit } from '@jiheng/audit'
import { ingest, type SourceDocument } from '@jiheng/ingest'
import type { Audited } from '@jiheng/report'
import { corpusReports } from '../../bench/formats/corpus.ts'
import { makeDocx } from '../../bench/formats/make-docx.ts'
import { makePdf } from '../../bench/formats/make-pdf.ts'
import { makeXlsx } from '../../bench/formats/make-xlsx.ts'

export type MadeFormat = 'txt' | 'docx' | 'pdf' | 'xlsx'

/** The words of a document as plain text. */
export const textOf = ({ reports }: Pick<SourceDocument, 'reports'>): string =>
  reports.map(({ blocks }) => blocks.map((block) => block.at.original).join('\n')).join('\n\n\n')

export async function auditedAs(document: Pick<SourceDocument, 'reports'>, format: MadeFormat, name = `报告.${format}`): Promise<Audited> {
  return auditedBytes(await bytesOf(document, format), name)
}

export async function auditedBytes(bytes: Uint8Array, name: string): Promise<Audited> {
  const document = await ingest(bytes, { name, sha256: '' })
  return { document, result: audit(document, { asOf: '2026-01-01', year: null, purpose: null }) }
}

export const corpusReport = (name: string): SourceDocument => {
  const report = corpusReports().get(name)
  if (report === undefined) throw new Error(`no report ${name}`)
  return report
}

async function bytesOf(document: Pick<SourceDocument, 'reports'>, format: MadeFormat): Promise<Uint8Array> {
  if (format === 'docx') return makeDocx(document as SourceDocument)
  if (format === 'xlsx') return makeXlsx(document as SourceDocument)
  if (format === 'pdf') return makePdf(document)
  return new TextEncoder().encode(textOf(document))
}
