/** The results of a batch, in the order of the inputs, from this process or from children. */
import type { AuditContext, AuditResult } from '@jiheng/audit'
import type { Host } from '../host.ts'
import type { Input } from '../inputs/input.ts'
import { auditHere } from './audit-here.ts'
import { resultOfProblem } from './audit-input.ts'
import { childrenFor, memoryFor } from './plan.ts'

export const timeoutMs = 60_000

export async function* results(
  inputs: readonly Input[],
  context: AuditContext,
  jobs: number | null,
  host: Host,
): AsyncGenerator<AuditResult> {
  const children = childrenFor(inputs, jobs, host.cores)
  // One small file leaves nothing finished to tell: Ctrl-C just ends us. Children have to be ended by us, whatever they are doing.
  const stop = inputs.length > 1 || children > 0 ? host.listenForStop() : new AbortController().signal
  if (children === 0) return yield* auditHere(inputs, context, await host.loadEngine(), stop)
  const { auditInChildren } = await import('./audit-in-children.ts')
  yield* auditInChildren(inputs, {
    children,
    workerPath: host.workerPath,
    timeoutMs,
    memoryMb: memoryFor(children, host.memoryBytes),
    context,
    stop,
    failed: async (problem, name) => resultOfProblem(problem, name, context, await host.loadEngine()),
  })
}
