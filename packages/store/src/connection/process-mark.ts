/** Who a process is, so that another one can tell later whether it still runs. A number alone is given out again after a while. */
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

export interface ProcessMark {
  readonly pid: number
  readonly host: string
  /** What only Linux tells: this run of the machine, the processes that see each other, and when this one began. */
  readonly boot: string | null
  readonly space: string | null
  readonly started: string | null
}

/** `elsewhere`: on another machine or in another container, where this process cannot look. */
export type Life = 'alive' | 'dead' | 'elsewhere'

export function ownMark(): ProcessMark {
  const boot = told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
  const space = told(() => readlinkSync('/proc/self/ns/pid'))
  return { pid: process.pid, host: hostname(), boot, space, started: stateOf(process.pid)?.started ?? null }
}

export function lifeOf(mark: ProcessMark, own: ProcessMark = ownMark()): Life {
  if (mark.host !== own.host) return 'elsewhere'
  if (mark.boot !== own.boot) return 'dead'
  if (mark.space !== own.space) return 'elsewhere'
  if (!isRunning(mark.pid)) return 'dead'
  const state = stateOf(mark.pid)
  if (state === null || mark.started === null) return 'alive'
  return state.started === mark.started && !state.isOver ? 'alive' : 'dead'
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** proc(5): the name stands in parentheses and may hold anything; after it the state is field 3, the start in clock ticks field 22. */
function stateOf(pid: number): { readonly started: string; readonly isOver: boolean } | null {
  const line = told(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ')
  const started = fields?.[19]
  return started === undefined ? null : { started, isOver: fields?.[0] === 'Z' || fields?.[0] === 'X' }
}

/** Null where the system does not say. */
function told(read: () => string): string | null {
  try {
    return read()
  } catch {
    return null
  }
}
