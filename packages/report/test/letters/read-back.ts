/** What a reader sees in a letter of ours: its lines, and its tables as rows of cells. */
import { type Block, ingest } from '@jiheng/ingest'

export interface ReadLetter {
  readonly lines: readonly string[]
  readonly text: string
  readonly tables: readonly (readonly (readonly string[])[])[]
}

export async function readBack(bytes: Uint8Array): Promise<ReadLetter> {
  const { reports, problems } = await ingest(bytes, { name: 'letter.docx', sha256: '' })
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  const blocks = reports.flatMap((report) => report.blocks)
  const lines = blocks.flatMap(linesOf)
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.map((row) => row.map(({ text }) => text))] : []))
  return { lines, text: lines.join('\n'), tables }
}

const linesOf = (block: Block): readonly string[] => (block.kind === 'table' ? [] : [block.at.original])
