/** What parent and child say to each other. */
import type { AuditContext, AuditResult } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import type { ReadData } from '../data/read-data-file.ts'
import type { Expanded, Input } from '../inputs/input.ts'
import type { BatchOrder } from '../products/batch-order.ts'
import type { Order, Products } from '../products/order.ts'
import type { RulesForAudit } from './rules-for-audit.ts'

/** Hidden first argument that makes a script of ours a child. */
export const childArgument = '--jiheng-child'

/** How a file is audited, and what is wanted of it. */
export interface Task {
  readonly context: AuditContext
  readonly rules: RulesForAudit
  /** null: the result is all that is wanted. */
  readonly order: Order | null
  /** The document comes back with its result, to be kept: audited again it needs no file. */
  readonly keepsDocument: boolean
}

/** What came of one input. */
export interface Outcome {
  readonly result: AuditResult
  /** null where the task does not keep it. */
  readonly document: SourceDocument | null
  readonly products: Products
}

/** A file that was audited earlier, with what was kept of it. */
export interface AuditedInput {
  readonly input: Input
  readonly document: SourceDocument
  readonly result: AuditResult
}

export type Work =
  | { readonly kind: 'audit'; readonly input: Input; readonly task: Task }
  | { readonly kind: 'audit-document'; readonly document: SourceDocument; readonly task: Task }
  | { readonly kind: 'make'; readonly audited: AuditedInput; readonly task: Task }
  | { readonly kind: 'make-of-batch'; readonly order: BatchOrder }
  | { readonly kind: 'read-data'; readonly input: Input }
  | { readonly kind: 'expand'; readonly name: string; readonly path: string; readonly folder: string }

export interface Job {
  /** Names the products: one of a kind in a run. */
  readonly index: number
  readonly work: Work
}

export type Answer =
  | { readonly kind: 'audited'; readonly outcome: Outcome }
  | { readonly kind: 'made'; readonly products: Products }
  | { readonly kind: 'made-of-batch' }
  | { readonly kind: 'data-read'; readonly data: ReadData }
  | { readonly kind: 'expanded'; readonly expanded: Expanded }
  | Lost

/** No answer: the child died of the job, or a bug of ours ended the job. */
export interface Lost {
  readonly kind: 'lost'
  readonly reason: 'crash' | 'timeout' | 'memory' | 'bug'
  readonly message?: string
}

/** A program outside that the child started, or that is gone: when the child is killed, the parent ends it. */
export interface Program {
  readonly program: number
  readonly isRunning: boolean
}
