/** What the reports of a batch have in common, told with the words themselves. */
import { type CrossFinding, compareSketches } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import { type ComparedDocument, FileGone, keepComparison, type SharedPassage, sketchesOf } from '@jiheng/store'
import type { Container } from '../container.ts'
import { readJson } from '../documents/kept-json.ts'
import type { HeldJob } from './held-job.ts'

/** More would be read by nobody. */
const mostPassages = 100
const mostWords = 120

export async function compareBatch(container: Container, { job, worker, stop, tell }: HeldJob): Promise<void> {
  const documents = await container.transact((ground) => sketchesOf(ground, job))
  const found = compareSketches([...documents.values()].flatMap(({ sketches }) => sketches)).slice(0, mostPassages)
  const shared: SharedPassage[] = []
  for (const [at, finding] of found.entries()) {
    stop.throwIfAborted()
    tell(at / found.length)
    shared.push(await passageOf(container, finding, documents))
  }
  await container.transact((ground) => keepComparison(ground, job, worker, shared))
}

async function passageOf(
  { vault }: Container,
  finding: CrossFinding,
  documents: ReadonlyMap<string, ComparedDocument>,
): Promise<SharedPassage> {
  const { file, other, quotes, severity } = finding
  const [first] = quotes
  const source = documents.get(file)?.source
  const words = first === undefined || source === undefined ? null : await wordsAt(vault, source, first.report, first.block, first.start)
  const unitIn = (document: string, report: number) => documents.get(document)?.sketches.find((one) => one.report === report)?.unit ?? null
  return {
    excerpt: words ?? first?.text ?? '',
    places: quotes.length,
    severity,
    documents: [
      { id: other.file, report: other.report, unit: unitIn(other.file, other.report), line: other.line },
      { id: file, report: first?.report ?? 0, unit: unitIn(file, first?.report ?? 0), line: first?.line ?? null },
    ],
  }
}

async function wordsAt(vault: Container['vault'], source: string, report: number, block: number, start: number): Promise<string | null> {
  try {
    const document = await readJson<SourceDocument>(vault, source)
    const original = document.reports[report]?.blocks[block]?.at.original
    const words = original
      ?.slice(start, start + mostWords)
      .replaceAll(/\s+/g, ' ')
      .trim()
    return words === undefined || words === '' ? null : words
  } catch (error) {
    if (error instanceof FileGone) return null
    throw error
  }
}
