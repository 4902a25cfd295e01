/** Audits, documents and archives, each job in a child process of a pool that stays open. What a child dies of is a problem of its file. */
import type { SourceDocument } from '@jiheng/ingest'
import type { Problem } from '@jiheng/vocabulary'
import type { ReadData } from '../data/read-data-file.ts'
import type { Expanded, Input } from '../inputs/input.ts'
import type { BatchOrder } from '../products/batch-order.ts'
import { noProducts, notMade, type Products } from '../products/order.ts'
import { unreadFile } from './audit-input.ts'
import { type ChildrenOptions, openChildren } from './children.ts'
import { type Engine, loadEngine } from './engine.ts'
import type { Answer, AuditedInput, Lost, Outcome, Task } from './protocol.ts'

export interface PoolOptions {
  /** Script that a child runs: child-main.ts as it is built, or the command's own file. */
  readonly workerPath: string
  readonly children: number
  /** Of one file. */
  readonly timeoutMs: number
  /** Of the heap of each child; memoryFor() says what the machine allows. */
  readonly memoryMb: number
  /** Folder for temporary files; null: where the system has them. What a killed process leaves there is its owner's to remove. */
  readonly folder: string | null
}

/** `stop` ends the child that has the job in hand. */
export interface RunOptions {
  readonly stop: AbortSignal
}

/** Every call rejects with AuditStopped when it is stopped, or the pool is closed; nothing else rejects but a bug. */
export interface AuditPool {
  /** Reads a file and audits it, and makes of it what was ordered. */
  readonly run: (input: Input, task: Task, options: RunOptions) => Promise<Outcome>
  /** Audits a document that was kept, by other rules or another engine. Nothing is made: for that the file is needed. */
  readonly auditDocument: (document: SourceDocument, task: Task, options: RunOptions) => Promise<Outcome>
  /** Makes what the task orders of a file that was audited earlier. */
  readonly make: (audited: AuditedInput, task: Task, options: RunOptions) => Promise<Products>
  /** Writes a document about many files from the lines that its owner put on disk; null: it is there. */
  readonly makeOfBatch: (order: BatchOrder, options: RunOptions) => Promise<Problem | null>
  /** The members of an archive, written into `folder`, which is empty; of any other file the file itself. `name` is what it is called in what we say. */
  readonly expandArchive: (path: string, name: string, folder: string, options: RunOptions) => Promise<Expanded>
  /** Tables of a workbook or CSV that people filled: theirs is as foreign as a report. `input.name` is what it is called in what we say. */
  readonly readData: (input: Input, options: RunOptions) => Promise<ReadData>
  readonly close: () => Promise<void>
}

/** One job at a time keeps a short file from waiting behind a long one while another child is idle. */
const longLived = { jobsHeld: 1, jobsEach: 200 }

/** Hundreds of members, and archives in it; 7-Zip has limits of its own. */
const archiveTimeoutMs = 300_000

export const openAuditPool = (options: PoolOptions): AuditPool => openPool({ ...options, ...longLived }, loadEngine)

/** The engine of this process only words what a child could not say itself: no file is read with it. */
export function openPool(options: PoolOptions & ChildrenOptions, loadEngine: () => Promise<Engine>): AuditPool {
  const children = openChildren(options)
  const { timeoutMs } = options
  const unread = async (lost: Lost, source: Pick<SourceDocument['file'], 'name' | 'sha256'>, task: Task): Promise<Outcome> => {
    const { document, result } = await unreadFile(
      problemOf(lost, source.name, timeoutMs, options),
      source,
      task.context,
      await loadEngine(),
    )
    return { result, document: task.keepsDocument ? document : null, products: noProducts }
  }
  return {
    run: async (input, task, { stop }) => {
      const answer = await children.run({ kind: 'audit', input, task }, timeoutMs, stop)
      return answer.kind === 'audited' ? answer.outcome : unread(lostOf(answer), { name: input.name, sha256: '' }, task)
    },
    auditDocument: async (document, task, { stop }) => {
      const answer = await children.run({ kind: 'audit-document', document, task }, timeoutMs, stop)
      return answer.kind === 'audited' ? answer.outcome : unread(lostOf(answer), document.file, task)
    },
    make: async (audited, task, { stop }) => {
      const answer = await children.run({ kind: 'make', audited, task }, timeoutMs, stop)
      if (answer.kind === 'made') return answer.products
      const { reason, message } = lostOf(answer)
      const failures = (task.order?.kinds ?? []).map((kind) => notMade(audited.document.file, kind, message ?? reason))
      return { made: [], failures }
    },
    makeOfBatch: async (order, { stop }) => {
      const answer = await children.run({ kind: 'make-of-batch', order }, timeoutMs, stop)
      if (answer.kind === 'made-of-batch') return null
      const { reason, message } = lostOf(answer)
      return { code: 'output.not-made', at: [], details: { what: order.document.kind, reason, message: message ?? '' } }
    },
    expandArchive: async (path, name, folder, { stop }) => {
      const answer = await children.run({ kind: 'expand', path, name, folder }, archiveTimeoutMs, stop)
      if (answer.kind === 'expanded') return answer.expanded
      return { inputs: [{ kind: 'unread', name, problem: problemOf(lostOf(answer), name, archiveTimeoutMs, options) }], skipped: [] }
    },
    readData: async (input, { stop }) => {
      const answer = await children.run({ kind: 'read-data', input }, timeoutMs, stop)
      if (answer.kind === 'data-read') return answer.data
      return { kind: 'problems', problems: [problemOf(lostOf(answer), input.name, timeoutMs, options)] }
    },
    close: children.close,
  }
}

function lostOf(answer: Answer): Lost {
  if (answer.kind !== 'lost') throw new Error(`a child answered another job: ${answer.kind}`)
  return answer
}

function problemOf({ reason, message }: Lost, name: string, timeoutMs: number, { memoryMb }: PoolOptions): Problem {
  const told = { crash: {}, timeout: { seconds: Math.round(timeoutMs / 1000) }, memory: { memoryMb }, bug: { message: message ?? '' } }
  return { code: 'file.unreadable', at: [name], details: { reason, ...told[reason] } }
}
