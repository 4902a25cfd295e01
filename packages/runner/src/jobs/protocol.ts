/** What parent and child say to each other. */
import type { AuditContext, AuditResult } from '@jiheng/audit'
import type { Input } from '../inputs/input.ts'
import type { Order, Products } from '../products/order.ts'
import type { RulesForAudit } from './rules-for-audit.ts'

/** Hidden first argument that makes the command a child. */
export const childArgument = '--jiheng-child'

/** The same for every file of a run. */
export interface Task {
  readonly context: AuditContext
  readonly rules: RulesForAudit
  /** null: the result is all that is wanted. */
  readonly order: Order | null
}

export interface Job {
  readonly index: number
  readonly input: Input
  readonly task: Task
}

/** A program outside that the child started, or that is gone: when the child is killed, the parent ends it. */
export interface Program {
  readonly program: number
  readonly isRunning: boolean
}

/** What came of one input. */
export interface Outcome {
  readonly result: AuditResult
  readonly products: Products
}

export interface Done extends Outcome {
  readonly index: number
}
