/** One unit of work: read, ingest and audit one input, and make what was ordered of it. Whatever goes wrong inside is a result with a problem. */
import { createHash } from 'node:crypto'
import type { AuditContext, AuditResult } from '@jiheng/audit'
import type { Converter, SourceDocument } from '@jiheng/ingest'
import type { Problem } from '@jiheng/vocabulary'
import type { Input } from '../inputs/input.ts'
import { readInput } from '../inputs/read-input.ts'
import { noProducts } from '../products/order.ts'
import type { Outputs } from '../products/outputs.ts'
import { convertWithLibreOffice } from '../programs/libreoffice.ts'
import type { Engine } from './engine.ts'
import type { Done, Job, Task } from './protocol.ts'

export interface Rooms {
  readonly engine: Engine
  readonly loadOutputs: () => Promise<Outputs>
}

export async function auditInput({ index, input, task }: Job, { engine, loadOutputs }: Rooms): Promise<Done> {
  const audited = await readAndAudit(input, task, engine)
  if (task.order === null) return { index, result: audited.result, products: noProducts }
  const { makeProducts } = await import('../products/make-products.ts')
  const asWord = () => auditConverted(audited, task, engine)
  return { index, result: audited.result, products: await makeProducts({ index, ...audited, asWord }, task.order, await loadOutputs()) }
}

interface AuditedInput {
  readonly bytes: Uint8Array
  readonly document: SourceDocument
  readonly result: AuditResult
  /** The Word file that an old format was read through. */
  readonly converted: Uint8Array | null
}

async function readAndAudit(input: Input, task: Task, engine: Engine): Promise<AuditedInput> {
  const { context } = task
  const read = readInput(input)
  if ('problem' in read) return auditNothing(read.problem, { name: input.name, sha256: '' }, context, engine)
  const { bytes } = read
  const source = { name: input.name, sha256: createHash('sha256').update(bytes).digest('hex') }
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
    const message = error instanceof Error ? error.message : String(error)
    return { ...(await auditNothing(broken(input.name, message), source, context, engine)), bytes }
  }
}

/** A file that gave nothing to audit still gives its line: the engine's own answer to a document without reports. */
async function auditNothing(
  problem: Problem,
  source: { readonly name: string; readonly sha256: string },
  context: AuditContext,
  engine: Engine,
): Promise<AuditedInput> {
  const bytes = new Uint8Array(0)
  const document = { ...(await engine.ingest(bytes, source)), reports: [], problems: [problem] }
  return { bytes, document, result: engine.audit(document, context), converted: null }
}

export async function resultOfProblem(problem: Problem, name: string, context: AuditContext, engine: Engine): Promise<AuditResult> {
  return (await auditNothing(problem, { name, sha256: '' }, context, engine)).result
}

/** The converted file audited once more: its comments need their places in it, and the first reading has none. */
async function auditConverted({ converted, document: { file } }: AuditedInput, task: Task, engine: Engine) {
  if (converted === null) return null
  const document = await engine.ingest(converted, file)
  return { bytes: converted, document, result: judge(document, task, engine) }
}

/** By the scheme that was given, else by the one that it cites. */
function judge(document: SourceDocument, { context, rules }: Task, engine: Engine): AuditResult {
  const { given, recognisable } = rules
  const cited = given.scheme === null && recognisable.length > 0 ? engine.recognise(document, recognisable) : null
  return engine.audit(document, context, cited === null ? given : { ...given, scheme: cited })
}

function broken(name: string, message: string): Problem {
  return { code: 'file.unreadable', at: [name], details: { reason: 'bug', message: message.slice(0, 300) } }
}
