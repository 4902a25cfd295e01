/** Groups of kinds under which the figures are shown. */

export const groups: Readonly<Record<string, readonly string[]>> = {
  numeric:
    'sum ratio difference growth product-score score-total weight-total restated-fact text-vs-table claim-vs-count conversion unit impossible-value'.split(
      ' ',
    ),
  'scoring-rule': ['scoring-rule'],
  'grade-band': ['grade-band'],
  structure: 'numbering missing-section template-residue'.split(' '),
  semantic: 'contradiction foreign-entity date'.split(' '),
}

const groupOfKind = new Map(Object.entries(groups).flatMap(([group, kinds]) => kinds.map((kind) => [kind, group] as const)))

export const groupOf = (kind: string | null | undefined): string =>
  groupOfKind.get((kind ?? '').trim().toLowerCase().replaceAll('_', '-')) ?? 'other'
