/** What reading costs in each format, against auditing what was read. The same reports in every format. */
import type { AuditResult } from '@jiheng/audit'
import { ingest, type SourceDocument } from '@jiheng/ingest'
import { auditDocument } from '../engine.ts'
import { corpusReports } from '../formats/corpus.ts'
import { makeDocx } from '../formats/make-docx.ts'
import { makePdf } from '../formats/make-pdf.ts'
import { makeXlsx } from '../formats/make-xlsx.ts'
import { saveAs } from '../formats/with-office.ts'
import { ofdSeeds } from '../fuzz/seeds/pages.ts'
import { median } from './clock.ts'

export interface ReaderFigure {
  readonly format: string
  readonly documents: number
  readonly pages: number | null
  readonly megabytes: number
  /** CPU of one document, on average over all. */
  readonly readMs: number
  readonly auditMs: number
}

type Make = (document: SourceDocument) => Uint8Array | Promise<Uint8Array>

const encoder = new TextEncoder()
const rounds = 5

const makers: Readonly<Record<string, Make>> = {
  text: ({ reports }) => encoder.encode(reports.flatMap(({ blocks }) => blocks.map(({ at }) => at.original)).join('\n')),
  docx: makeDocx,
  xlsx: makeXlsx,
  pdf: makePdf,
}

/** What LibreOffice makes of them. */
const savedAs = [
  ['xls', 'xlsx'],
  ['ods', 'xlsx'],
  ['html', 'docx'],
] as const

function savedByOffice(files: readonly Uint8Array[], from: string, to: string): Uint8Array[] {
  return [...saveAs(new Map(files.map((bytes, at) => [String(at), bytes])), from, to).values()]
}

/** All formats in turn, so that a slow minute of the machine hits all of them alike. */
export async function measureReaders(): Promise<readonly ReaderFigure[]> {
  const reports = [...corpusReports().values()].slice(0, 20)
  const files: Record<string, Uint8Array[]> = {}
  for (const [format, make] of Object.entries(makers)) files[format] = await Promise.all(reports.map(async (report) => make(report)))
  for (const [to, from] of savedAs) files[to] = savedByOffice(files[from] ?? [], from, to)
  files.ofd = ofdSeeds()
    .slice(0, 1)
    .flatMap((page) => Array<Uint8Array>(reports.length).fill(page))
  const times: Record<string, { read: number; audit: number; pages: number }[]> = {}
  for (let round = 0; round <= rounds; round++) {
    for (const format of Object.keys(files)) {
      const time = await timesOf(files[format] as Uint8Array[], format)
      // The first round only warms up.
      if (round > 0) times[format] = [...(times[format] ?? []), time]
    }
  }
  return Object.keys(files).map((format) => {
    const own = times[format] ?? []
    const bytes = (files[format] ?? []).reduce((sum, { length }) => sum + length, 0)
    return {
      format,
      documents: reports.length,
      pages: format === 'pdf' || format === 'ofd' ? (own[0]?.pages ?? 0) : null,
      megabytes: bytes / 1024 / 1024,
      readMs: median(own.map(({ read }) => read)) / reports.length,
      auditMs: median(own.map(({ audit }) => audit)) / reports.length,
    }
  })
}

async function timesOf(files: readonly Uint8Array[], format: string): Promise<{ read: number; audit: number; pages: number }> {
  const documents: SourceDocument[] = []
  const readFrom = process.cpuUsage()
  for (const bytes of files) documents.push(await ingest(bytes, { name: `report.${format}`, sha256: '' }))
  const read = msSince(readFrom)
  const auditFrom = process.cpuUsage()
  const results: AuditResult[] = documents.map(auditDocument)
  const audit = msSince(auditFrom)
  if (results.some(({ reports }) => reports.length === 0)) throw new Error(`a ${format} was not read`)
  return { read, audit, pages: documents.reduce((sum, document) => sum + pagesOf(document), 0) }
}

function pagesOf({ places }: SourceDocument): number {
  return places.reduce((most, { spot }) => (spot.kind === 'box' ? Math.max(most, spot.page) : most), 0)
}

function msSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
