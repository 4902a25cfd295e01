/** Child processes at work: started when there is work, kept warm, replaced after a death. Jobs begin in the order in which they are given. */
import { setMaxListeners } from 'node:events'
import { tempFolder } from '../inputs/temp-folder.ts'
import { type Auditor, type Given, startAuditor } from './auditor.ts'
import type { Answer, Work } from './protocol.ts'

export interface ChildrenOptions {
  /** Script that a child runs; see serve-as-child.ts. */
  readonly workerPath: string
  /** At most so many at a time. */
  readonly children: number
  /** Of the heap of each. */
  readonly memoryMb: number
  /** Jobs that one child holds: two hide the way there and back, with one no job waits behind a long one. */
  readonly jobsHeld: number
  /** A child that had so many is replaced, so that nothing gathers in it. */
  readonly jobsEach: number
  /** Folder for temporary files; null: where the system has them. */
  readonly folder: string | null
}

export interface Children {
  /** Rejects with AuditStopped when `stop` is aborted, and when the children are closed. The death of a child is an answer. */
  readonly run: (work: Work, timeoutMs: number, stop: AbortSignal) => Promise<Answer>
  /** Ends all children, whatever they do, and waits until they and their files are gone. */
  readonly close: () => Promise<void>
}

/** The job was given up because somebody asked for it. */
export class AuditStopped extends Error {
  override readonly name = 'AuditStopped'
}

interface Ticket extends Given {
  readonly stop: AbortSignal
  readonly settle: (answer: Answer | AuditStopped) => void
}

export function openChildren(options: ChildrenOptions): Children {
  const temp = tempFolder(options.folder)
  const waiting: Ticket[] = []
  const auditors = new Set<Auditor<Ticket>>()
  const leaving = new Set<Promise<void>>()
  let count = 0
  let isClosed = false

  const start = (): Auditor<Ticket> => {
    const auditor: Auditor<Ticket> = startAuditor<Ticket>(
      { ...options, folder: temp.make() },
      {
        done: ({ settle }, answer) => {
          if (auditor.given() >= options.jobsEach && auditor.held().length === 0) end(auditor)
          settle(answer)
          pump()
        },
        died: (culprit, left, reason) => {
          auditors.delete(auditor)
          waiting.unshift(...left)
          culprit?.settle({ kind: 'lost', reason })
          pump()
        },
      },
    )
    auditors.add(auditor)
    leaving.add(auditor.gone)
    auditor.gone.then(() => leaving.delete(auditor.gone))
    return auditor
  }
  const end = (auditor: Auditor<Ticket>): readonly Ticket[] => {
    auditors.delete(auditor)
    return auditor.end()
  }
  /** An idle child, else a new one, else one that holds less than it may. */
  const free = (): Auditor<Ticket> | undefined => {
    const open = [...auditors].filter((one) => one.held().length < options.jobsHeld && one.given() < options.jobsEach)
    const idle = open.find((one) => one.held().length === 0)
    return idle ?? (auditors.size < options.children ? start() : open[0])
  }
  const pump = () => {
    for (let [next] = waiting; next !== undefined && !isClosed; [next] = waiting) {
      const isGiven = next.stop.aborted || give(next)
      if (!isGiven) return
      waiting.shift()
    }
  }
  /** false: no child has a hand free. A child that cannot be started (no room on the disk) costs the job, which says so. */
  const give = (ticket: Ticket): boolean => {
    try {
      const auditor = free()
      auditor?.give(ticket)
      return auditor !== undefined
    } catch (error) {
      ticket.settle({ kind: 'lost', reason: 'bug', message: error instanceof Error ? error.message : String(error) })
      return true
    }
  }
  /** The child that holds the job is ended with it; what else it holds was not begun or begins anew. */
  const giveUp = (ticket: Ticket) => {
    const at = waiting.indexOf(ticket)
    if (at >= 0) waiting.splice(at, 1)
    const auditor = [...auditors].find((one) => one.held().includes(ticket))
    if (auditor !== undefined) waiting.unshift(...end(auditor).filter((one) => !one.stop.aborted))
    pump()
  }

  return {
    run: (work, timeoutMs, stop) =>
      new Promise((resolve, reject) => {
        const settle: Ticket['settle'] = (answer) => {
          stop.removeEventListener('abort', onAbort)
          if (answer instanceof AuditStopped) reject(answer)
          else resolve(answer)
        }
        const ticket: Ticket = { job: { index: count++, work }, timeoutMs, stop, settle }
        const onAbort = () => {
          settle(new AuditStopped('stopped'))
          giveUp(ticket)
        }
        if (isClosed || stop.aborted) return settle(new AuditStopped(isClosed ? 'closed' : 'stopped'))
        // A whole batch may hang on one signal.
        setMaxListeners(0, stop)
        stop.addEventListener('abort', onAbort)
        waiting.push(ticket)
        pump()
      }),
    close: async () => {
      isClosed = true
      const held = [...auditors].flatMap((auditor) => end(auditor))
      for (const { settle } of [...held, ...waiting.splice(0)]) settle(new AuditStopped('closed'))
      await Promise.all(leaving)
      temp.remove()
    },
  }
}
