/** A made-up scheme of 40 indicators and facts of as many units as wanted. The same in every run. */
import { type Plan, planOf, readItems, readScheme } from '@jiheng/evaluation'

const pairs = 14
const rates = 18

const itemsData = {
  items: [
    ...Array.from({ length: pairs }, (_, i) => ({ item: `done-${i}`, label: `执行${i}`, unit: 'wan-yuan' })),
    ...Array.from({ length: pairs }, (_, i) => ({ item: `planned-${i}`, label: `预算${i}`, unit: 'wan-yuan' })),
    ...Array.from({ length: 4 }, (_, i) => ({ item: `before-${i}`, label: `年初${i}`, unit: 'wan-yuan' })),
  ],
}

const bands = { '(,0]': '3', '(0,10]': '2', '(10,20]': '1', '(20,30]': '0.5', '(30,)': '0' }

const indicator = (indicator: string, weight: string, rest: object) => ({ indicator, label: indicator, weight, ...rest })
const rate = (at: number, weight: string, target: string, curve: unknown) =>
  indicator(`rate-${at}`, weight, { figure: 'percent', target, curve })

export function schemeData(deduction: string) {
  const tree = [
    ...Array.from({ length: 14 }, (_, i) =>
      indicator(`share-${i}`, '2.5', { formula: `done-${i} / planned-${i}`, target: '>= 100', curve: 'ratio' }),
    ),
    ...Array.from({ length: 4 }, (_, i) =>
      indicator(`change-${i}`, '3', { formula: `(planned-${i} - before-${i}) / before-${i}`, curve: { bands } }),
    ),
    ...Array.from({ length: 4 }, (_, i) => rate(i, '3', '<= 60', { deduct: { step: '1', points: deduction } })),
    ...Array.from({ length: 4 }, (_, i) =>
      rate(4 + i, '3', '>= 90', {
        linear: [
          { at: '60', share: '0' },
          { at: '90', share: '1' },
        ],
      }),
    ),
    ...Array.from({ length: 4 }, (_, i) => rate(8 + i, '1.5', '>= 50', 'threshold')),
    ...Array.from({ length: 6 }, (_, i) => rate(12 + i, '2', '>= 95', 'ratio')),
    ...Array.from({ length: 4 }, (_, i) =>
      indicator(`again-${i}`, '2.75', { formula: `done-${i} / before-${i}`, target: '>= 100', curve: 'ratio' }),
    ),
  ]
  return {
    scheme: 'sample-speed',
    label: '样例',
    kind: 'department',
    versions: [{ from: '2023-01-01', source: { document: '样例办法', confidence: 'inferred' }, tree }],
  }
}

export const { items } = readItems(itemsData, 'items')

export function samplePlan(deduction = '0.1'): Plan {
  const read = readScheme(schemeData(deduction), 'scheme', items)
  const version = 'scheme' in read ? read.scheme.versions[0] : undefined
  const planned = version === undefined ? null : planOf(version, null)
  if (planned === null || !('plan' in planned)) throw new Error(JSON.stringify([read, planned]))
  return planned.plan
}

/** Whole hundredths, the same for the same unit and column. */
export function hundredthsOf(unit: number, column: string): number {
  let hash = (unit + 1) * 2654435761
  for (let i = 0; i < column.length; i += 1) hash = Math.imul(hash ^ column.charCodeAt(i), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519)
  const chance = ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
  if (column.startsWith('rate')) return Math.floor(chance * 10_000)
  return 50_000 + Math.floor(chance * 100_000)
}

export const columnsOfSample = [
  ...itemsData.items.map(({ item }) => ({ head: `${item}(wan-yuan)`, item })),
  ...Array.from({ length: rates }, (_, i) => ({ head: `rate-${i}(percent)`, item: `rate-${i}` })),
]
