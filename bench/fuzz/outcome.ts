/** What became of one file: read, refused with a code, or a fault of ours. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { type AuditResult, audit } from '@jiheng/audit'
import { ingest, type SourceDocument } from '@jiheng/ingest'
import { convertWithLibreOffice } from '@jiheng/runner'
import { fuzzed, type ReaderName } from './readers.ts'
import { soundnessFaults } from './soundness.ts'
import { unpackedOutcome } from './unpacked.ts'

export interface Outcome {
  readonly kind: 'read' | 'refused' | 'fault'
  /** Codes of the problems; of a fault what went wrong, with its stack. */
  readonly says: readonly string[]
}

export async function outcomeOf(reader: ReaderName, bytes: Uint8Array): Promise<Outcome> {
  try {
    return reader === 'zip' ? await inTempFolder((folder) => unpackedOutcome(bytes, folder)) : await ingestedOutcome(reader, bytes)
  } catch (error) {
    return { kind: 'fault', says: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}

async function ingestedOutcome(reader: ReaderName, bytes: Uint8Array): Promise<Outcome> {
  const options = fuzzed(reader).isConverted ? { convert: convertWithLibreOffice } : {}
  const document = await ingest(bytes, { name: 'file', sha256: '' }, options)
  const result = audit(document, { asOf: null, year: null, purpose: null })
  const faults = [...soundnessFaults(document), ...brokenChecks(result)]
  if (faults.length > 0) return { kind: 'fault', says: faults }
  return { kind: isRead(document) ? 'read' : 'refused', says: [...new Set(document.problems.map(({ code }) => code))] }
}

const isRead = ({ reports }: SourceDocument): boolean => reports.length > 0

const brokenChecks = ({ problems }: AuditResult): string[] =>
  problems.filter(({ code }) => code === 'audit.check-broken').map((problem) => JSON.stringify(problem))

async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(`${tmpdir()}/jiheng-fuzz-`)
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
