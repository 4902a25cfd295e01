/** A small batch in this process. Between files the event loop turns, so that Ctrl-C and the progress bar are served. */
import type { AuditContext, AuditResult } from '@jiheng/audit'
import type { Engine } from '../host.ts'
import type { Input } from '../inputs/input.ts'
import { auditInput } from './audit-input.ts'

export async function* auditHere(
  inputs: readonly Input[],
  context: AuditContext,
  engine: Engine,
  stop: AbortSignal,
): AsyncGenerator<AuditResult> {
  for (const input of inputs) {
    await new Promise((turn) => setImmediate(turn))
    if (stop.aborted) return
    yield await auditInput(input, context, engine)
  }
}
