/** Which findings of the document are looked at. */
import type { Finding, FindingStatus, Severity } from '@jiheng/contract'

export interface FindingFilter {
  readonly severities: ReadonlySet<Severity>
  /** '' is every kind. */
  readonly kind: string
  /** '' is every status. */
  readonly status: FindingStatus | ''
  readonly words: string
}

export const severitiesInOrder: readonly Severity[] = ['error', 'warning', 'info']
export const everything: FindingFilter = { severities: new Set(severitiesInOrder), kind: '', status: '', words: '' }

export const isFiltered = ({ severities, kind, status, words }: FindingFilter): boolean =>
  severities.size < severitiesInOrder.length || kind !== '' || status !== '' || words.trim() !== ''

export function filtered(findings: readonly Finding[], filter: FindingFilter): readonly Finding[] {
  if (!isFiltered(filter)) return findings
  const { severities, kind, status } = filter
  const words = filter.words.trim().toLowerCase().split(/\s+/)
  return findings.filter(
    (one) =>
      severities.has(one.severity) &&
      (kind === '' || one.kind === kind) &&
      (status === '' || one.status === status) &&
      words.every((word) => wordsOf(one).includes(word)),
  )
}

/** Put together once: while somebody types, each key asks all findings. */
const known = new WeakMap<Finding, string>()

function wordsOf(finding: Finding): string {
  const words = known.get(finding) ?? gathered(finding)
  known.set(finding, words)
  return words
}

const gathered = ({ number, title, message, kindWords, quotes, expected }: Finding): string =>
  [number, title, message, kindWords, expected ?? '', ...quotes.map(({ text, place }) => `${text} ${place}`)].join('\n').toLowerCase()

/** @returns the next one of `list` after `from` (before, with `step` -1) that `isMeant`; wraps round; null where there is none */
export function nextOf<Item extends { readonly id: string }>(
  list: readonly Item[],
  from: string | null,
  step: 1 | -1,
  { isMeant = () => true, wraps = false }: { readonly isMeant?: (item: Item) => boolean; readonly wraps?: boolean } = {},
): Item | null {
  const at = list.findIndex(({ id }) => id === from)
  const start = at < 0 ? (step === 1 ? -1 : list.length) : at
  for (let moved = 1; moved <= list.length; moved++) {
    const index = start + step * moved
    if (!wraps && (index < 0 || index >= list.length)) return null
    const item = list[(index + list.length * 2) % list.length]
    if (item !== undefined && item.id !== from && isMeant(item)) return item
  }
  return null
}
