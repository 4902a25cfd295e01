/**
 * A child, watched from a thread of its own: a reader that runs wild holds the main thread. What it takes outside the heap
 * (inflated parts, buffers, fonts) no heap limit bounds; and of a parent that was killed it would never hear.
 */
import { Worker, workerData } from 'node:worker_threads'

/** Marks the thread that watches among the threads of the bundle. */
interface Watch {
  readonly jihengWatchdogMb: number
}

const everyMs = 100
/** An orphan that still listens ends itself, and what it started; the others are ended here. */
const mostTurnsAlone = 10

/** Ends this process when it holds more than `memoryMb` megabytes, as V8 does with a full heap, or has lost its parent. `script` is the file that was started. */
export function startWatchdog(script: string, memoryMb: number): void {
  new Worker(script, { workerData: { jihengWatchdogMb: memoryMb } satisfies Watch }).unref()
}

/** The limit that this thread has to watch; null in any other thread. */
export function watchedMb(): number | null {
  const data: unknown = workerData
  return typeof data === 'object' && data !== null && 'jihengWatchdogMb' in data ? Number(data.jihengWatchdogMb) : null
}

export function watch(memoryMb: number): void {
  const parent = process.ppid
  let turnsAlone = 0
  setInterval(() => {
    if (process.ppid !== parent) turnsAlone++
    if (turnsAlone > mostTurnsAlone) process.kill(process.pid, 'SIGKILL')
    if (process.memoryUsage.rss() > memoryMb * 1024 * 1024) process.kill(process.pid, 'SIGABRT')
  }, everyMs)
}
