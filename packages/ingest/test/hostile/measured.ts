/** Reading a hostile file: what came of it, and what it cost. */
import { type Block, ingest, type SourceDocument } from '../../src/index.ts'

export interface Measured {
  readonly document: SourceDocument
  /** `code reason` of each problem. */
  readonly says: readonly string[]
  readonly cpuMs: number
  /** By how much the most memory that this process ever held grew. */
  readonly grownMb: number
}

export async function measured(bytes: Uint8Array, name = 'a.docx'): Promise<Measured> {
  const started = process.cpuUsage()
  const before = process.resourceUsage().maxRSS
  const document = await ingest(bytes, { name, sha256: '' })
  const { user, system } = process.cpuUsage(started)
  return {
    document,
    says: document.problems.map(({ code, details }) => [code, details.reason ?? details.of].filter(Boolean).join(' ')),
    cpuMs: (user + system) / 1000,
    grownMb: (process.resourceUsage().maxRSS - before) / 1024,
  }
}

export const blocksOf = ({ reports }: SourceDocument): readonly Block[] => reports.flatMap(({ blocks }) => blocks)
