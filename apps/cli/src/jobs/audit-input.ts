/** One unit of work: read, ingest and audit one input. Whatever goes wrong inside is a result with a problem. */
import { createHash } from 'node:crypto'
import type { AuditContext, AuditResult } from '@jiheng/audit'
import type { Problem } from '@jiheng/vocabulary'
import type { Engine } from '../host.ts'
import type { Input } from '../inputs/input.ts'
import { readInput } from '../inputs/read-input.ts'
import { convertWithLibreOffice } from '../programs/libreoffice.ts'

export async function auditInput(input: Input, context: AuditContext, engine: Engine): Promise<AuditResult> {
  const read = readInput(input)
  if ('problem' in read) return resultOfProblem(read.problem, input.name, context, engine)
  const sha256 = createHash('sha256').update(read.bytes).digest('hex')
  try {
    return engine.audit(await engine.ingest(read.bytes, { name: input.name, sha256 }, { convert: convertWithLibreOffice }), context)
  } catch (error) {
    // The outermost runner: a bug of ours costs this file and is said, the rest of the batch goes on.
    const message = error instanceof Error ? error.message : String(error)
    return { ...(await resultOfProblem(broken(input.name, message), input.name, context, engine)), sha256 }
  }
}

/** A file that gave nothing to audit still gives its line: the engine's own answer to a document without reports. */
export async function resultOfProblem(problem: Problem, name: string, context: AuditContext, engine: Engine): Promise<AuditResult> {
  const empty = await engine.ingest(new Uint8Array(0), { name, sha256: '' })
  return engine.audit({ ...empty, reports: [], problems: [problem] }, context)
}

function broken(name: string, message: string): Problem {
  return { code: 'file.unreadable', at: [name], details: { reason: 'bug', message: message.slice(0, 300) } }
}
