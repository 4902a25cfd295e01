/** What comes of a batch, in the order of the inputs, from this process or from children. */
import type { Host } from '../host.ts'
import type { Input } from '../inputs/input.ts'
import { noProducts } from '../outputs/order.ts'
import { auditHere } from './audit-here.ts'
import { resultOfProblem } from './audit-input.ts'
import { childrenFor, memoryFor } from './plan.ts'
import type { Outcome, Task } from './protocol.ts'

export const timeoutMs = 60_000

export async function* results(inputs: readonly Input[], task: Task, jobs: number | null, host: Host): AsyncGenerator<Outcome> {
  const children = childrenFor(inputs, jobs, host.cores)
  // One small file leaves nothing finished to tell: Ctrl-C just ends us. Children have to be ended by us, whatever they are doing.
  const stop = inputs.length > 1 || children > 0 ? host.listenForStop() : new AbortController().signal
  if (children === 0) return yield* auditHere(inputs, task, { engine: await host.loadEngine(), loadOutputs: host.loadOutputs }, stop)
  const { auditInChildren } = await import('./audit-in-children.ts')
  yield* auditInChildren(inputs, {
    children,
    workerPath: host.workerPath,
    timeoutMs,
    memoryMb: memoryFor(children, host.memoryBytes),
    task,
    stop,
    failed: async (problem, name) => ({
      result: await resultOfProblem(problem, name, task.context, await host.loadEngine()),
      products: noProducts,
    }),
  })
}
