/**
 * Memory of a child, watched from a thread of its own: a reader that runs wild holds the main thread, and what it takes
 * outside the heap (inflated parts, buffers, fonts) no heap limit bounds.
 */
import { Worker, workerData } from 'node:worker_threads'

/** Marks the thread that watches among the threads of the bundle. */
interface Watch {
  readonly jihengWatchdogMb: number
}

const everyMs = 100

/** Ends this process with SIGKILL when it holds more than `memoryMb` megabytes. `script` is the command's own file. */
export function startWatchdog(script: string, memoryMb: number): void {
  new Worker(script, { workerData: { jihengWatchdogMb: memoryMb } satisfies Watch }).unref()
}

/** The limit that this thread has to watch; null in any other thread. */
export function watchedMb(): number | null {
  const data: unknown = workerData
  return typeof data === 'object' && data !== null && 'jihengWatchdogMb' in data ? Number(data.jihengWatchdogMb) : null
}

export function watch(memoryMb: number): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > memoryMb * 1024 * 1024) process.kill(process.pid, 'SIGKILL')
  }, everyMs)
}
