/** The number of a finding at its mark. It is seen and heard, yet no text: whoever copies a sentence gets the words of the document alone. */
import type { ViewMark } from '@jiheng/contract'
import { workbench } from '../../wording/workbench.ts'

export function MarkNumber({ mark: { number, severity } }: { readonly mark: Pick<ViewMark, 'number' | 'severity'> }) {
  return <span role="img" aria-label={workbench.markOf(number)} className={`number number-${severity} mark-number`} data-number={number} />
}
