/** What was decided about a finding has one colour: in lists, in the document, in plots. */
import type { FindingStatus } from '@jiheng/contract'
import type { Tone } from './tag.tsx'

export const statusTones: Readonly<Record<FindingStatus, Tone>> = {
  open: 'quiet',
  returned: 'error',
  dismissed: 'good',
  asked: 'info',
  answered: 'warning',
}
