/** The documents before and after this one in its batch. */
import type { DocumentDetail, DocumentItem } from '@jiheng/contract'
import { useBatchDocuments } from '../batch/use-batch.ts'

export interface Neighbours {
  readonly previous: DocumentItem | null
  readonly next: DocumentItem | null
  /** From 1; 0 while it is not known. */
  readonly at: number
  readonly all: number
}

export function useNeighbours({ id, batch }: Pick<DocumentItem, 'id' | 'batch'>): Neighbours {
  const { documents } = useBatchDocuments(batch)
  const index = documents.findIndex((one) => one.id === id)
  return {
    previous: documents[index - 1] ?? null,
    next: index < 0 ? null : (documents[index + 1] ?? null),
    at: index + 1,
    all: documents.length,
  }
}

/** The batch of a unit's own check stays with the unit: whoever reviews what was handed in from it may not see it. */
export const isFromSelfCheck = ({ stage, reviews }: Pick<DocumentDetail, 'stage' | 'reviews'>): boolean =>
  stage === 'private' || reviews.some(({ decision }) => decision === 'submitted')
