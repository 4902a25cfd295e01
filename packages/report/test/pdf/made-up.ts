/** Findings that accuse given words of a document, whatever the checks would say of it. */
import type { AuditResult, Finding, Quote } from '@jiheng/audit'
import { audit } from '@jiheng/audit'
import { ingest, type SourceDocument } from '@jiheng/ingest'
import type { Audited } from '../../src/audited.ts'

export function aFinding(more: Partial<Finding>): Finding {
  return {
    id: 'f',
    check: 'rate-mismatch',
    kind: 'ratio',
    severity: 'error',
    title: '比率与所列数据不符',
    message: '执行率写为 95%，按所列数据计算为 90%，请核对。',
    quotes: [],
    computation: '',
    steps: [{ say: '90 ÷ 100 = 90%' }],
    expected: '90%',
    repair: null,
    related: [],
    confidence: 1,
    ...more,
  }
}

/** The first place of the words in the document. */
export function quoteOf({ reports }: SourceDocument, words: string): Quote {
  for (const [report, { blocks }] of reports.entries()) {
    for (const [block, { at }] of blocks.entries()) {
      const start = at.original.indexOf(words)
      if (start >= 0) return { text: at.original, start, end: start + words.length, textStart: 0, report, block }
    }
  }
  throw new Error(`the document does not say ${words}`)
}

/** The document that was read from the bytes, with one finding for each of the words. */
export async function accused(bytes: Uint8Array, ...words: readonly string[]): Promise<Audited> {
  const document = await ingest(bytes, { name: '自评报告.pdf', sha256: '' })
  return withFindings(
    document,
    words.map((one, at) => aFinding({ id: `f${at}`, quotes: [quoteOf(document, one)] })),
  )
}

export function withFindings(document: SourceDocument, findings: readonly Finding[]): Audited {
  const result: AuditResult = audit(document, { asOf: '2026-01-01', year: null, purpose: null })
  return { document, result: { ...result, findings, reports: result.reports.map((report) => ({ ...report, findings })) } }
}
