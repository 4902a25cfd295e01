/**
 * A stand-in for the engine: one report a file. A figure in [[…]] is an error, in {{…}} a warning;
 * `!throw`, `!reject`, `!exit`, `!killed`, `!slow`, `!hang`, `!memory` and `!buffers` on a line of their own do what they say;
 * `!throw-if-told NAME` throws where the environment has such a name.
 */
import type { AuditContext, AuditResult, Check, Finding, ReportResult } from '@jiheng/audit'
import type { Block, SourceDocument } from '@jiheng/ingest'
import type { Engine } from '../../src/jobs/engine.ts'
import { aFinding, aQuote, aReport } from './results.ts'

export async function ingest(bytes: Uint8Array, source: { readonly name: string; readonly sha256: string }): Promise<SourceDocument> {
  const text = new TextDecoder().decode(bytes)
  const blocks = text.split('\n').map((line, at): Block => ({ kind: 'paragraph', text: line, at: originOf(line, at + 1) }))
  const isBinary = bytes.includes(0)
  return {
    file: { name: source.name, sha256: source.sha256, bytes: bytes.byteLength, format: 'text' },
    reports: bytes.byteLength === 0 || isBinary ? [] : [{ title: null, unit: '青石县水利局', year: 2023, kind: 'unit', blocks }],
    residue: [],
    places: [],
    sheets: [],
    pages: [],
    problems: isBinary ? [{ code: 'file.binary', at: [source.name], details: {} }] : [],
  }
}

export function audit(document: SourceDocument, context: AuditContext): AuditResult {
  const reports = document.reports.map((report): ReportResult => {
    const lines = report.blocks.map((block) => block.at.original)
    for (const line of lines) obey(line)
    return aReport({ findings: lines.flatMap((line, at) => findingsIn(line, at)) })
  })
  return {
    version: 1,
    engine: 'fake',
    catalogue: 'fake',
    schemes: [],
    context,
    file: document.file.name,
    sha256: document.file.sha256,
    reports,
    findings: reports.flatMap((report) => report.findings),
    problems: document.problems,
  }
}

/** What documents say of the checks and of the engine. */
export const catalogue: readonly Check[] = []
export const ENGINE_VERSION = 'fake'

export const recogniseScheme: Engine['recognise'] = () => null

/** The command takes the engine's name for it. */
export const compareSketches: Engine['compare'] = () => []

export const fakeEngine: Engine = { ingest, audit, compare: compareSketches, recognise: () => null }

function findingsIn(line: string, block: number): Finding[] {
  return [...line.matchAll(/\[\[(.*?)\]\]|\{\{(.*?)\}\}/g)].map((found) => {
    const figure = found[1] ?? found[2] ?? ''
    const quote = aQuote(line, figure, { line: block + 1, block })
    return aFinding({ severity: found[1] === undefined ? 'warning' : 'error', quotes: [quote] })
  })
}

function obey(line: string): void {
  if (line === '!throw') throw new Error('planned')
  const asked = /^!throw-if-told (\w+)$/.exec(line)?.[1]
  if (asked !== undefined && process.env[asked] !== undefined) throw new Error('planned')
  // Nobody waits for it.
  if (line === '!reject') Promise.reject(new Error('planned'))
  if (line === '!exit') process.exit(7)
  if (line === '!killed') process.kill(process.pid, 'SIGKILL')
  if (line === '!hang') for (;;);
  const end = performance.now() + (line === '!slow' ? 100 : 0)
  while (performance.now() < end);
  const hoard: string[] = []
  if (line === '!memory') for (;;) hoard.push(String(hoard.length).repeat(1000))
  const buffers: Buffer[] = []
  // Outside the heap, where no option of V8 reaches; written to, or the machine would not give it.
  if (line === '!buffers') for (;;) buffers.push(Buffer.alloc(16 * 1024 * 1024, buffers.length))
}

function originOf(original: string, line: number) {
  return { start: 0, end: original.length, line, original, segments: [] }
}
