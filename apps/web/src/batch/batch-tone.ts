import type { Batch } from '@jiheng/contract'
import type { Tone } from '../parts/tag.tsx'

const tones: Readonly<Record<Batch['state'], Tone>> = { open: 'quiet', running: 'info', done: 'good', cancelled: 'warning' }

export const batchTone = ({ state }: Pick<Batch, 'state'>): Tone => tones[state]
