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

export interface Done {
  readonly index: number
  readonly result: AuditResult
}
