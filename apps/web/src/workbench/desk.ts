/** What the parts of the workbench share: where the person is, and what they may do. */
import type { DocumentDetail, Finding } from '@jiheng/contract'
import { createContext, useContext } from 'react'
import type { Store } from '../parts/store.ts'

/** What is being written just now. */
export type Asking = 'dismissed' | 'returned' | 'asked' | 'answered' | 'comment'
export type Act = DocumentDetail['may'][number]

export interface DeskState {
  /** Id of the finding that is looked at. */
  readonly current: string | null
  readonly asking: Asking | null
  /** The suggested words stand in the document. */
  readonly isRepairShown: boolean
}

export interface Desk {
  readonly document: string
  readonly state: Store<DeskState>
  readonly may: readonly Act[]
  /** What was typed and not sent, by document, finding and purpose: it outlives a look at another one. */
  readonly drafts: Map<string, string>
  readonly choose: (finding: string) => void
  readonly ask: (asking: Asking | null) => void
  /** Rejects with what the server said. */
  readonly decide: (finding: Finding, status: Finding['status'], reason: string) => Promise<void>
  /** Takes back what was decided a moment ago, and returns to it. @returns false where there is nothing to take back */
  readonly undo: () => boolean
  readonly comment: (finding: Finding, text: string, audience: 'reviewers' | 'all') => Promise<void>
  /** Brings a mark of the document into sight. */
  readonly showMark: (mark: string) => void
  /** Reviewers speak among themselves too; a unit does not. */
  readonly hasAudience: boolean
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('useDesk outside the workbench')
  return desk
}

/** What may be decided about a finding now, in the order of its keys. */
export function choicesFor({ status }: Finding, may: readonly Act[]): readonly Asking[] {
  const choices: Asking[] = []
  if (may.includes('dismiss') && status !== 'dismissed') choices.push('dismissed')
  if (may.includes('return-finding') && status !== 'returned') choices.push('returned')
  if (may.includes('ask') && status !== 'asked') choices.push('asked')
  if (may.includes('answer') && (status === 'asked' || status === 'returned' || status === 'answered')) choices.push('answered')
  if (may.includes('comment')) choices.push('comment')
  return choices
}

const acts = { dismissed: 'dismiss', returned: 'return-finding', asked: 'ask' } as const

/** To take something back wants what setting it wanted. An answer is mended by another one: without it the question would be gone as well. */
export const mayUndo = ({ status }: Finding, may: readonly Act[]): boolean =>
  status !== 'open' && status !== 'answered' && may.includes(acts[status])

export const actionKeys: Readonly<Record<Asking, string>> = { dismissed: '1', returned: '2', asked: '3', answered: '4', comment: 'c' }
