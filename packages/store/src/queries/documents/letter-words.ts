/** What a letter to a unit says that no audit knows: what people wrote when they returned the document. */
import { sql } from 'kysely'
import type { Work } from '../../work.ts'
import { documentsOf, unitName } from './document-item.ts'

export interface LetterWords {
  /** As in the list; null: not in it. */
  readonly unit: string | null
  /** Of the return; null: it was not returned. */
  readonly opinion: string | null
  readonly deadline: string | null
}

export const noWords: LetterWords = { unit: null, opinion: null, deadline: null }

/** By document, as far as the viewer may see them. */
export async function letterWordsOf(
  work: Work,
  of: { readonly batch: string } | { readonly document: string },
): Promise<ReadonlyMap<string, LetterWords>> {
  const newest = sql<boolean>`v.id = (select n.id from reviews n where n.region_id = d.region_id and n.document_id = d.id
    and n.decision = 'returned' order by n.decided_at desc, n.id desc limit 1)`
  const query = documentsOf(work)
    .leftJoin('reviews as v', (join) => join.onRef('v.region_id', '=', 'd.region_id').onRef('v.document_id', '=', 'd.id').on(newest))
    .select(['d.id', 'd.review', 'v.opinion', 'v.due', unitName.as('unit')])
  const rows = await ('batch' in of ? query.where('d.batch_id', '=', of.batch) : query.where('d.id', '=', of.document)).execute()
  return new Map(
    rows.map(({ id, review, opinion, due, unit }) => {
      const isReturned = review === 'returned'
      return [id, { unit, opinion: isReturned ? opinion : null, deadline: isReturned ? due : null }]
    }),
  )
}
