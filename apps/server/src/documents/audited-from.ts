/** A document and its result as they were kept. */
import type { AuditResult } from '@jiheng/audit'
import { Refusal } from '@jiheng/contract'
import type { SourceDocument } from '@jiheng/ingest'
import type { Audited } from '@jiheng/report'
import { FileGone } from '@jiheng/store'
import type { Container } from '../container.ts'
import { readJson } from './kept-json.ts'

interface Lies {
  readonly source_sha256: string
  readonly result_sha256: string
}

/** Throws file.gone. */
export async function auditedFrom({ vault }: Pick<Container, 'vault'>, { source_sha256, result_sha256 }: Lies): Promise<Audited> {
  try {
    return { document: await readJson<SourceDocument>(vault, source_sha256), result: await readJson<AuditResult>(vault, result_sha256) }
  } catch (error) {
    if (error instanceof FileGone) throw new Refusal('file.gone')
    throw error
  }
}
