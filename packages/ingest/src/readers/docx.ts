/** Word documents (.docx, .docm): the text as a reader of the final version sees it. */
import { type Package, PackageRefused, relationshipsOf } from '@jiheng/ooxml'
import type { Problem } from '@jiheng/vocabulary'
import { FlowWriter, type ReadFlow } from '../flow.ts'
import { packageProblem } from '../package-problem.ts'
import type { Reading } from '../reader.ts'
import type { DraftBlock } from '../word/draft.ts'
import { Numbering } from '../word/numbering.ts'
import { type PartContext, readWordPart } from '../word/read-part.ts'
import { Styles } from '../word/styles.ts'
import { writeDraft } from '../word/write-draft.ts'

/**
 * Automatic numbers are written out, tracked changes are taken as accepted, hidden text, headers and footers are left out,
 * text boxes and notes follow the paragraph that they hang on.
 */
export async function readDocx(_bytes: Uint8Array, { file, pack, limits }: Reading): Promise<ReadFlow> {
  if (!pack) throw new Error('a docx comes as an opened package')
  try {
    return await readPackage(pack, file, limits.maxCells)
  } catch (error) {
    if (error instanceof PackageRefused) return { refused: packageProblem(error, file) }
    throw error
  }
}

async function readPackage(pack: Package, file: string, maxCells: number): Promise<ReadFlow> {
  const main = await mainPart(pack)
  if (main === null) return { refused: { code: 'file.damaged', at: [file], details: { reason: 'no-document' } } }
  const parts = await relationshipsOf(pack, main)
  const partOf = (type: string): string | null => {
    const target = parts.find((one) => one.type === type)?.target ?? null
    return target !== null && pack.has(target) ? target : null
  }
  const styles = await Styles.read(pack, partOf('styles'))
  const notes = new Map<string, readonly DraftBlock[]>()
  for (const part of [partOf('footnotes'), partOf('endnotes')]) {
    if (part === null) continue
    const context = { styles, numbering: await Numbering.read(pack, partOf('numbering')), notes: new Map() }
    for (const [key, blocks] of (await readWordPart(pack, part, context)).notes) notes.set(key, blocks)
  }
  const context: PartContext = { styles, numbering: await Numbering.read(pack, partOf('numbering')), notes }
  const { blocks, changes } = await readWordPart(pack, main, context)
  const flow = new FlowWriter()
  const isWhole = writeDraft(flow, blocks, maxCells)
  for (const problem of problemsOf(pack, file, changes)) flow.problem(problem)
  if (!isWhole) flow.problem({ code: 'document.too-many-blocks', at: [file], details: { limit: maxCells, of: 'cells' } })
  return flow.finish()
}

async function mainPart(pack: Package): Promise<string | null> {
  const named = (await relationshipsOf(pack, '')).find(({ type }) => type === 'officeDocument')?.target ?? null
  if (named !== null && pack.has(named)) return named
  return pack.has('word/document.xml') ? 'word/document.xml' : null
}

function problemsOf(pack: Package, file: string, changes: number): Problem[] {
  const problems: Problem[] = []
  if (changes > 0) problems.push({ code: 'document.tracked-changes', at: [file], details: { changes } })
  if (pack.entries.some(({ name }) => /^_xmlsignatures\//i.test(name))) problems.push({ code: 'file.signed', at: [file], details: {} })
  return problems
}
