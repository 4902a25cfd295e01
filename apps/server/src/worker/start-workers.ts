/** What is done in the background: jobs, one after another in each of several workers. Several servers may do so side by side. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { AuditStopped } from '@jiheng/runner'
import { type Claimed, claimJob, clearFiles, clearKeys, failOther, type Job, keepFailure, releaseJob } from '@jiheng/store'
import type { Container } from '../container.ts'
import { auditDocument } from './audit-document.ts'
import { compareBatch } from './compare-batch.ts'
import { type HeldJob, holding } from './held-job.ts'
import { openArchive } from './open-archive.ts'
import { packBatch } from './pack-batch.ts'

export interface Workers {
  /** There is new work. */
  readonly wake: () => void
  /** Gives back what is under way, and waits until nothing is. May be called twice. */
  readonly close: () => Promise<void>
}

/** Work of other servers is only seen by looking. */
const lookMs = 1_000
const clearMs = 10 * 60_000

/** `settings.workers` 0: none; then another server does the work. */
export function startWorkers(container: Container): Workers {
  const stopping = new AbortController()
  const bell = newBell()
  const loops = Array.from({ length: container.settings.workers }, () => loop(container, randomUUID(), stopping.signal, bell))
  if (loops.length > 0) loops.push(clearing(container, stopping.signal))
  return {
    wake: bell.ring,
    close: async () => {
      stopping.abort()
      bell.ring()
      await Promise.all(loops)
    },
  }
}

async function loop(container: Container, worker: string, stopping: AbortSignal, bell: Bell): Promise<void> {
  while (!stopping.aborted) {
    const claimed = await guarded(container, () => container.transact((ground) => claimJob(ground, worker)))
    if (claimed === null) await bell.heard(lookMs)
    else await guarded(container, () => work(container, claimed, worker, stopping))
  }
}

async function work(container: Container, { job, isWornOut }: Claimed, worker: string, stopping: AbortSignal): Promise<null> {
  if (isWornOut) {
    await fail(container, job, worker, job.last_error ?? '处理这个文件时服务多次中断，已停止。请单独再试一次。', true)
    return null
  }
  try {
    await holding(container, job, worker, stopping, (held) => doJob(container, held))
  } catch (error) {
    const isStopped = error instanceof AuditStopped || (error instanceof Error && error.name === 'AbortError')
    if (stopping.aborted) await container.transact((ground) => releaseJob(ground, job, worker))
    else if (!isStopped) {
      container.log.error({ job: job.id, kind: job.kind, error: error instanceof Error ? error.stack : String(error) }, 'a job failed')
      await fail(container, job, worker, '系统内部出错，没有做完。', false)
    }
  }
  return null
}

function doJob(container: Container, held: HeldJob): Promise<void> {
  switch (held.job.kind) {
    case 'document.audit':
      return auditDocument(container, held)
    case 'archive.open':
      return openArchive(container, held)
    case 'batch.compare':
      return compareBatch(container, held)
    case 'batch.pack':
      return packBatch(container, held)
  }
}

async function fail(container: Container, job: Job, worker: string, why: string, isFinal: boolean): Promise<void> {
  const write = job.kind === 'document.audit' ? keepFailure : failOther
  await container.transact((ground) => write(ground, job, worker, why, isFinal))
}

/** A database that is away for a while must not end the workers: they look again. */
async function guarded<Result>(container: Container, run: () => Promise<Result>): Promise<Result | null> {
  try {
    return await run()
  } catch (error) {
    container.log.error({ error: error instanceof Error ? error.stack : String(error) }, 'background work broke off')
    await wait(lookMs)
    return null
  }
}

/** Files that nothing points at any more, and keys of requests that nobody repeats. */
async function clearing(container: Container, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await wait(clearMs, undefined, { signal: stopping }).catch(() => {})
    if (stopping.aborted) return
    await guarded(container, () => container.transact((ground) => clearFiles(ground, container.vault)))
    await guarded(container, () => container.transact(clearKeys))
  }
}

interface Bell {
  readonly ring: () => void
  /** Resolves when it is rung, or after a while. */
  readonly heard: (ms: number) => Promise<void>
}

function newBell(): Bell {
  const listeners = new Set<() => void>()
  return {
    ring: () => {
      for (const listener of listeners) listener()
    },
    heard: (ms) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer)
          listeners.delete(end)
          resolve()
        }
        const timer = setTimeout(end, ms)
        listeners.add(end)
      }),
  }
}
