/** The files of a batch under their units, as the rows of one table. */
import type { BatchBar, DocumentItem } from '@jiheng/contract'

export interface UnitRow {
  readonly kind: 'unit'
  /** Of its unit; else `unassigned` or `unlooked`. */
  readonly id: string
  readonly name: string
  readonly files: number
  readonly isFolded: boolean
  /** null while it has not been summed up, and where nothing was audited: that is no nought. */
  readonly counts: BatchBar | null
}

/** Nobody has looked into these files: whose they are is not known yet. */
export const unlooked = 'unlooked'
/** Their unit is not in the list: somebody has to say whose they are. */
export const unassigned = 'unassigned'

export interface FileRow {
  readonly kind: 'file'
  readonly document: DocumentItem
}

export type PackageRow = UnitRow | FileRow

export interface PackageFilter {
  readonly words: string
  readonly state: DocumentItem['state'] | ''
  readonly isOpenOnly: boolean
}

/** Those that somebody has to assign come first, those that were not looked at last. @param bars sums by unit */
export function packageRows(
  documents: readonly DocumentItem[],
  { words, state, isOpenOnly }: PackageFilter,
  folded: ReadonlySet<string>,
  bars: readonly BatchBar[],
): readonly PackageRow[] {
  const wanted = words.trim().toLowerCase()
  const units = new Map<string, DocumentItem[]>()
  for (const document of documents) {
    if (state !== '' && document.state !== state) continue
    if (isOpenOnly && document.findings.open === 0) continue
    if (wanted !== '' && !textOf(document).includes(wanted)) continue
    const unit = document.organisation?.id ?? (isLookedAt(document) ? unassigned : unlooked)
    const known = units.get(unit)
    if (known === undefined) units.set(unit, [document])
    else known.push(document)
  }
  const barOf = new Map(bars.map((bar) => [bar.id, bar]))
  const ordered = [...units].sort(([a], [b]) => rankOf(a) - rankOf(b))
  return ordered.flatMap(([id, files]): readonly PackageRow[] => {
    const isFolded = folded.has(id)
    const unit: UnitRow = {
      kind: 'unit',
      id,
      name: files[0]?.organisation?.name ?? '',
      files: files.length,
      isFolded,
      counts: files.some((file) => file.state === 'done') ? (barOf.get(id) ?? null) : null,
    }
    return isFolded ? [unit] : [unit, ...files.map((document): FileRow => ({ kind: 'file', document }))]
  })
}

const rankOf = (id: string): number => (id === unassigned ? 0 : id === unlooked ? 2 : 1)

/** Until then neither its unit nor its kind can be told. */
export const isLookedAt = ({ state }: Pick<DocumentItem, 'state'>): boolean => state !== 'waiting' && state !== 'running'

const textOf = ({ organisation, unitPrinted, title, fileName, folder }: DocumentItem): string =>
  [organisation?.name ?? '', unitPrinted ?? '', title, fileName, folder].join('\n').toLowerCase()
