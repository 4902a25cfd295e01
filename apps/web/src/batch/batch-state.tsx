/** Where a batch stands, in a word or a few. */
import type { Batch } from '@jiheng/contract'
import { Tag, type Tone } from '../parts/tag.tsx'
import { batchStates, batch as words } from '../wording/batch.ts'

type Standing = Pick<Batch, 'state' | 'finishedAt'>

const tones: Readonly<Record<Batch['state'], Tone>> = { open: 'quiet', running: 'info', done: 'good', cancelled: 'warning' }

/** It was audited, and none of its files may be seen from the posts of this person. */
export const isBeyondReach = ({ state, finishedAt }: Standing): boolean => state === 'open' && finishedAt !== null

export function BatchState({ batch }: { readonly batch: Standing }) {
  return <Tag tone={tones[batch.state]}>{isBeyondReach(batch) ? words.beyondReach : batchStates[batch.state]}</Tag>
}
