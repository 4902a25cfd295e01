/** The room's door: bytes of a file in, its reports out. Never throws because of what the bytes hold; trouble is a value. */
import type { Flow, ReadFlow, Refused } from './flow.ts'
import { type Detected, detect } from './formats/detect.ts'
import { LIMITS, type Limits } from './limits.ts'
import { readFlow } from './read-flow.ts'
import type { Converter, Reader } from './reader.ts'
import { readText } from './readers/text.ts'
import type { Format, SourceDocument } from './source-document.ts'

export interface IngestOptions {
  readonly limits?: Partial<Limits>
  /** Turns old formats into docx; without it .doc is read with what is at hand, .rtf and .odt not at all. */
  readonly convert?: Converter
}

/** What a caller knows of a file. `sha256` is the digest of its bytes; the caller has a hash at hand, this room has none. */
export interface FileName {
  readonly name: string
  readonly sha256: string
}

/** Any format: the content decides, not the name. */
export async function ingest(bytes: Uint8Array, file: FileName, options: IngestOptions = {}): Promise<SourceDocument> {
  if (bytes.length === 0) return toDocument(bytes, file, 'text', { refused: { code: 'file.empty', at: [file.name], details: {} } })
  const detected = await detect(bytes, file.name)
  if ('refused' in detected) return toDocument(bytes, file, 'text', detected)
  return toDocument(bytes, file, detected.format, await readDetected(bytes, file.name, detected, options), options.limits)
}

/** Plain text only, at once. */
export function ingestText(bytes: Uint8Array, file: FileName, limits: Partial<Limits> = {}): SourceDocument {
  const empty: Refused = { refused: { code: 'file.empty', at: [file.name], details: {} } }
  const read = bytes.length === 0 ? empty : readText(bytes, file.name, { ...LIMITS, ...limits })
  return toDocument(bytes, file, 'text', read, limits)
}

async function readDetected(bytes: Uint8Array, file: string, { format, pack }: Detected, options: IngestOptions): Promise<ReadFlow> {
  const read = await READERS[format]()
  return read(bytes, { file, limits: { ...LIMITS, ...options.limits }, pack, format, convert: options.convert ?? null })
}

/** Loaded when a file of the format comes: some bring a large library. */
const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  text:
    async () =>
    (bytes, { file, limits }) =>
      readText(bytes, file, limits),
  csv: async () => (await import('./readers/csv.ts')).readCsv,
  html: async () => (await import('./readers/html.ts')).readHtml,
  docx: async () => (await import('./readers/docx.ts')).readDocx,
  doc: async () => (await import('./readers/converted.ts')).readConverted,
  odt: async () => (await import('./readers/converted.ts')).readConverted,
  rtf: async () => (await import('./readers/converted.ts')).readConverted,
  xlsx: async () => (await import('./readers/workbook.ts')).readWorkbook,
  xls: async () => (await import('./readers/workbook.ts')).readWorkbook,
  ods: async () => (await import('./readers/workbook.ts')).readWorkbook,
  spreadsheetml: async () => (await import('./readers/spreadsheetml.ts')).readSpreadsheetMl,
  pdf: async () => (await import('./readers/pdf.ts')).readPdf,
  ofd: async () => (await import('./readers/ofd.ts')).readOfd,
}

function toDocument(
  bytes: Uint8Array,
  { name, sha256 }: FileName,
  format: Format,
  read: ReadFlow,
  limits: Partial<Limits> = {},
): SourceDocument {
  const file = { name, bytes: bytes.length, sha256, format }
  if ('refused' in read) return { file, reports: [], residue: [], places: [], sheets: [], pages: [], problems: [read.refused] }
  return { file, ...fromFlow(read, name, { ...LIMITS, ...limits }) }
}

function fromFlow(flow: Flow, name: string, limits: Limits): Omit<SourceDocument, 'file'> {
  const { reports, residue, problems } = readFlow(flow, name, limits)
  const { places, sheets, pages } = flow
  return { reports, residue, places, sheets, pages, problems: [...flow.problems, ...problems] }
}
