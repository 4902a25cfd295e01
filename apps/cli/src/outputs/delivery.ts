/** What becomes of the results of a run: text as it comes, or documents in a folder. */
import type { AuditResult } from '@jiheng/audit'
import type { BatchSummary } from '@jiheng/report'
import type { Order, Outcome } from '@jiheng/runner'
import type { Problem } from '@jiheng/vocabulary'

export interface Delivery {
  /** What has to be made of each file where it is read; null: nothing but its result. */
  readonly order: Order | null
  /** Results are read where they appear, problems with them. */
  readonly isRead: boolean
  /** In the order of the inputs. Throws WriteRefused. */
  readonly take: (index: number, outcome: Outcome) => Promise<void>
  /** When every file is through. */
  readonly finish: (summary: BatchSummary) => Promise<void>
  /** Asked at the end: where a person finds it; null on the screen, or where nothing could be made. */
  readonly written: Written | null
}

export interface Written {
  readonly kind: 'file' | 'folder'
  readonly path: string
  /** What to open first. */
  readonly first: string | null
  /** What lies among the documents and is not of this run: somebody might send it out with them. */
  readonly strangers: number
  /** Files that have something there. */
  readonly files: number
}

export type Render = (result: AuditResult) => string

export const isProblem = (value: Delivery | Problem): value is Problem => 'code' in value
