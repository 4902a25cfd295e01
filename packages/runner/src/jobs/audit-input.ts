/** One unit of work: read, ingest and audit one input, and make what was ordered of it. Whatever goes wrong inside is a result with a problem. */
import { createHash } from 'node:crypto'
import type { AuditContext, AuditResult } from '@jiheng/audit'
import type { Converter, SourceDocument, SourceFile } from '@jiheng/ingest'
import type { Problem } from '@jiheng/vocabulary'
import type { Input } from '../inputs/input.ts'
import { readInput } from '../inputs/read-input.ts'
import { noProducts, type Products } from '../products/order.ts'
import type { Outputs } from '../products/outputs.ts'
import { convertWithLibreOffice } from '../programs/libreoffice.ts'
import type { Engine } from './engine.ts'
import type { AuditedInput, Outcome, Task } from './protocol.ts'

export interface Rooms {
  readonly engine: Engine
  readonly loadOutputs: () => Promise<Outputs>
}

/** `index` names the products. */
export async function auditInput(index: number, input: Input, task: Task, { engine, loadOutputs }: Rooms): Promise<Outcome> {
  const read = await readAndAudit(input, task, engine)
  const { result } = read
  const document = task.keepsDocument ? read.document : null
  if (task.order === null) return { result, document, products: noProducts }
  const { makeProducts } = await import('../products/make-products.ts')
  const asWord = () => auditConverted(read.converted, read.document.file, task, engine)
  return { result, document, products: await makeProducts({ index, ...read, asWord }, task.order, await loadOutputs()) }
}

/** A document that was kept, audited without its file. */
export function auditDocument(document: SourceDocument, task: Task, engine: Engine): Outcome {
  return { result: judge(document, task, engine), document: task.keepsDocument ? document : null, products: noProducts }
}

/** What is ordered of a file that was audited earlier. */
export async function makeOf(index: number, { input, document, result }: AuditedInput, task: Task, rooms: Rooms): Promise<Products> {
  if (task.order === null) return noProducts
  const read = readInput(input)
  if ('problem' in read) return { made: [], failures: [read.problem] }
  const { bytes } = read
  if (digestOf(bytes) !== document.file.sha256) throw new Error(`${input.name} is not the file that was audited`)
  const { makeProducts } = await import('../products/make-products.ts')
  const asWord = async () => auditConverted(await wordOf(bytes, document.file), document.file, task, rooms.engine)
  return makeProducts({ index, bytes, document, result, asWord }, task.order, await rooms.loadOutputs())
}

interface ReadInput {
  readonly bytes: Uint8Array
  readonly document: SourceDocument
  readonly result: AuditResult
  /** The Word file that an old format was read through. */
  readonly converted: Uint8Array | null
}

async function readAndAudit(input: Input, task: Task, engine: Engine): Promise<ReadInput> {
  const { context } = task
  const read = readInput(input)
  const nothing = { bytes: new Uint8Array(0), converted: null }
  if ('problem' in read) return { ...nothing, ...(await unreadFile(read.problem, { name: input.name, sha256: '' }, context, engine)) }
  const { bytes } = read
  const source = { name: input.name, sha256: digestOf(bytes) }
  let converted: Uint8Array | null = null
  const convert: Converter = async (...given) => {
    const answer = await convertWithLibreOffice(...given)
    if ('bytes' in answer) converted = answer.bytes
    return answer
  }
  try {
    const document = await engine.ingest(bytes, source, { convert })
    return { bytes, document, result: judge(document, task, engine), converted }
  } catch (error) {
    // The outermost runner: a bug of ours costs this file and is said, the rest of the batch goes on.
    return { ...nothing, bytes, ...(await unreadFile(broken(input.name, error), source, context, engine)) }
  }
}

/** A file that gave nothing to audit still gives its line: the engine's own answer to a document without reports. */
export async function unreadFile(
  problem: Problem,
  source: { readonly name: string; readonly sha256: string },
  context: AuditContext,
  engine: Engine,
): Promise<{ readonly document: SourceDocument; readonly result: AuditResult }> {
  const document = { ...(await engine.ingest(new Uint8Array(0), source)), reports: [], problems: [problem] }
  return { document, result: engine.audit(document, context) }
}

/** The converted file audited once more: its comments need their places in it, and the first reading has none. */
async function auditConverted(converted: Uint8Array | null, file: SourceFile, task: Task, engine: Engine) {
  if (converted === null) return null
  const document = await engine.ingest(converted, file)
  return { bytes: converted, document, result: judge(document, task, engine) }
}

async function wordOf(bytes: Uint8Array, { format, name }: SourceFile): Promise<Uint8Array | null> {
  if (format !== 'doc' && format !== 'rtf' && format !== 'odt') return null
  const answer = await convertWithLibreOffice(bytes, format, name)
  return 'bytes' in answer ? answer.bytes : null
}

/** By the scheme that was given, else by the one that it cites. */
function judge(document: SourceDocument, { context, rules }: Task, engine: Engine): AuditResult {
  const { given, recognisable } = rules
  const cited = given.scheme === null && recognisable.length > 0 ? engine.recognise(document, recognisable) : null
  return engine.audit(document, context, cited === null ? given : { ...given, scheme: cited })
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function broken(name: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'file.unreadable', at: [name], details: { reason: 'bug', message: message.slice(0, 300) } }
}
