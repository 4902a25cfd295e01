/** What parent and child say to each other. */
import type { AuditContext, AuditResult } from '@jiheng/audit'
import type { Input } from '../inputs/input.ts'

/** Hidden first argument that makes the command a child. */
export const childArgument = '--jiheng-child'

export interface Job {
  readonly index: number
  readonly input: Input
  readonly context: AuditContext
}

/** A program outside that the child started, or that is gone: when the child is killed, the parent ends it. */
export interface Program {
  readonly program: number
  readonly isRunning: boolean
}

export interface Done {
  readonly index: number
  readonly result: AuditResult
}
