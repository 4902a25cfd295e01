/** Word's old formats (.doc, .wps, .rtf, .odt): through a converter to docx; .doc alone also without one. */
import { openPackage, PackageRefused } from '@jiheng/ooxml'
import type { Problem } from '@jiheng/vocabulary'
import type { ReadFlow } from '../flow.ts'
import { packageProblem } from '../package-problem.ts'
import type { Reading } from '../reader.ts'
import { readDocWords } from '../word/read-doc-words.ts'
import { readDocx } from './docx.ts'

export async function readConverted(bytes: Uint8Array, reading: Reading): Promise<ReadFlow> {
  const { file, format, convert } = reading
  if (format !== 'doc' && format !== 'rtf' && format !== 'odt') throw new Error(`${format} is not converted`)
  const converted = convert ? await convert(bytes, format, file) : null
  if (converted && 'bytes' in converted) return readAsDocx(converted.bytes, reading)
  const problem = converted?.problem ?? notConverted(file, format)
  return format === 'doc' ? withoutConverter(bytes, file, problem) : { refused: problem }
}

async function readAsDocx(bytes: Uint8Array, reading: Reading): Promise<ReadFlow> {
  try {
    const flow = await readDocx(bytes, { ...reading, format: 'docx', pack: await openPackage(bytes) })
    // The runs are those of the copy; nobody has that file.
    return 'refused' in flow ? flow : { ...flow, places: [] }
  } catch (error) {
    if (error instanceof PackageRefused) return { refused: packageProblem(error, reading.file) }
    throw error
  }
}

/** The words without merged cells and automatic numbers, and a word on that. */
async function withoutConverter(bytes: Uint8Array, file: string, problem: Problem): Promise<ReadFlow> {
  const text = await readDocWords(bytes)
  if (text === null) return { refused: problem.details.reason === 'missing' ? damaged(file) : problem }
  return {
    text,
    tables: [],
    places: [],
    sheets: [],
    pages: [],
    problems: [{ ...problem, details: { ...problem.details, readAs: 'words' } }],
  }
}

const notConverted = (file: string, format: string): Problem => ({
  code: 'file.not-converted',
  at: [file],
  details: { format, reason: 'missing' },
})

const damaged = (file: string): Problem => ({ code: 'file.damaged', at: [file], details: {} })
