/** The engine as the measures use it. Nothing here looks inside: documents, claims and results come through the packages' doors. */
import { type AuditResult, audit, claimsOf } from '@jiheng/audit'
import { ingestText, type SourceDocument } from '@jiheng/ingest'
import type { Claim } from '@jiheng/vocabulary'

const encoder = new TextEncoder()

export function readText(name: string, text: string): SourceDocument {
  return ingestText(encoder.encode(text), { name, sha256: '' })
}

export const auditDocument = (document: SourceDocument): AuditResult => audit(document, { asOf: null, year: null, purpose: null })

/** Every claim of every report of the file. */
export const claimsIn = (document: SourceDocument): readonly Claim[] => claimsOf(document).flat()
