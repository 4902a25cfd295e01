/** Documents that say of themselves what they are. */
import { BatchCounter } from '@jiheng/report/summary'
import type { Outputs } from '../../src/products/outputs.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const copyOf = (text: string) => ({ bytes: bytesOf(text), marked: 0, unplaced: [], extension: 'docx' as const })

export const fakeOutputs: Outputs = {
  reportPage: ({ result }) => `page of ${result.findings.length}\n`,
  commentedDocx: async (_bytes, { result }) => copyOf(`comments: ${result.findings.length}`),
  commentedCopy: async ({ result }) => copyOf(`copy with comments: ${result.findings.length}`),
  annotatedPdf: async (_bytes, { result }) => copyOf(`notes: ${result.findings.length}`),
  returnOpinion: async ({ findings }) => bytesOf(`letter on ${findings.length}`),
  circularDraft: async ({ files }) => bytesOf(`draft on ${files.length}`),
  indexPage: ({ files }, links) => JSON.stringify(files.map((_, index) => links(index))),
  issueRows: (result) => result.findings.map(({ title }) => ({ title })) as unknown as ReturnType<Outputs['issueRows']>,
  crossRows: ({ crossFile }) => crossFile.map(({ title }) => ({ title })) as unknown as ReturnType<Outputs['crossRows']>,
  issueList: async (rows) => {
    const titles: unknown[] = []
    for await (const row of rows) titles.push((row as unknown as { readonly title: string }).title)
    return bytesOf(`list of ${titles.length}`)
  },
  issueCsv: (rows) => `table of ${[...rows].length}`,
  BatchCounter,
  withFixedDates: (bytes) => bytes,
  unitsOf: () => [],
  sarifPieces: async function* (results) {
    yield 'sarif:'
    for await (const one of results) yield ` ${('result' in one ? one.result : one).findings.length}`
  },
}
