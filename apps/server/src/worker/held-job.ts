/** A job in hand: its lease is renewed as long as it runs, and it stops when the lease is gone. */
import { type Job, leaseMs, renewLease } from '@jiheng/store'
import type { Container } from '../container.ts'

export interface HeldJob {
  readonly job: Job
  readonly worker: string
  /** Aborted when the job was cancelled, when somebody else has it, and when the server stops. */
  readonly stop: AbortSignal
  /** From 0 to 1. */
  readonly tell: (progress: number) => void
}

/** How soon a cancelled job is given up. */
const renewMs = 2_000

export async function holding<Result>(
  container: Container,
  job: Job,
  worker: string,
  stopping: AbortSignal,
  run: (held: HeldJob) => Promise<Result>,
): Promise<Result> {
  const lost = new AbortController()
  let progress: number | null = null
  let renewed = container.clock().getTime()
  const renew = async () => {
    try {
      if (await container.transact((ground) => renewLease(ground, job, worker, progress))) renewed = container.clock().getTime()
      else lost.abort()
    } catch (error) {
      container.log.warn({ job: job.id, error: String(error) }, 'a lease was not renewed')
      if (container.clock().getTime() - renewed > leaseMs) lost.abort()
    }
  }
  let renewing = Promise.resolve()
  const timer = setInterval(() => {
    renewing = renewing.then(() => (lost.signal.aborted ? undefined : renew()))
  }, renewMs)
  const tell = (value: number) => {
    progress = Math.max(0, Math.min(1, value))
  }
  try {
    return await run({ job, worker, stop: AbortSignal.any([lost.signal, stopping]), tell })
  } finally {
    clearInterval(timer)
    await renewing
  }
}
