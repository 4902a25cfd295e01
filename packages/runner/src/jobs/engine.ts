/** The engine that audits, handed in so that a test can stand in for it. */
import type { AuditContext, AuditResult, CrossFinding, Given, GivenScheme, Sketched } from '@jiheng/audit'
import type { Scheme } from '@jiheng/evaluation'
import type { IngestOptions, SourceDocument } from '@jiheng/ingest'

export interface Engine {
  readonly ingest: (
    bytes: Uint8Array,
    source: { readonly name: string; readonly sha256: string },
    options?: IngestOptions,
  ) => Promise<SourceDocument>
  readonly audit: (document: SourceDocument, context: AuditContext, given?: Given) => AuditResult
  /** The scheme that the document cites. */
  readonly recognise: (document: SourceDocument, schemes: readonly Scheme[]) => GivenScheme | null
  /** What the reports of a batch have in common, from what is kept of each. */
  readonly compare: (reports: readonly Sketched[]) => readonly CrossFinding[]
}

/** Loaded when the first file comes, so that nothing waits for it that audits nothing. */
export async function loadEngine(): Promise<Engine> {
  const [{ ingest }, { audit, compareSketches, recogniseScheme }] = await Promise.all([import('@jiheng/ingest'), import('@jiheng/audit')])
  return { ingest, audit, compare: compareSketches, recognise: recogniseScheme }
}
