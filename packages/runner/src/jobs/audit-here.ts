/** A small batch in this process. Between files the event loop turns, so that Ctrl-C and the progress bar are served. */
import type { Input } from '../inputs/input.ts'
import { auditInput, type Rooms } from './audit-input.ts'
import type { Outcome, Task } from './protocol.ts'

export async function* auditHere(inputs: readonly Input[], task: Task, rooms: Rooms, stop: AbortSignal): AsyncGenerator<Outcome> {
  for (const [index, input] of inputs.entries()) {
    await new Promise((turn) => setImmediate(turn))
    if (stop.aborted) return
    yield await auditInput(index, input, task, rooms)
  }
}
