/** Figures without a document, for tests of the judges. */
import { decimal, formatDecimal, type Hedge, multiply, type UnitId, unitById } from '@jiheng/quantity'
import type { Figure } from '../../src/claims/figure.ts'
import type { Relation } from '../../src/relations/relation.ts'

export interface Made {
  readonly value: string
  readonly unit?: UnitId
  readonly hedge?: Hedge
  /** null: exact, as counts and scores are. */
  readonly place?: string | null
}

export function figuresOf(list: readonly (Made | string)[]): Figure[] {
  return list.map((entry, index) => figureOf(typeof entry === 'string' ? { value: entry } : entry, index))
}

function figureOf({ value, unit = 'wan-yuan', hedge, place }: Made, index: number): Figure {
  const factor = decimal(unitById(unit)?.factor ?? '1')
  const decimals = value.split('.')[1]?.length ?? 0
  const printed = place ?? (decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`)
  const ownPlace = multiply(decimal(printed), factor)
  return {
    index,
    claim: {
      id: `c${index}`,
      who: null,
      concept: null,
      label: `项${index}`,
      role: 'amount',
      period: null,
      scope: null,
      quantity: {
        value: formatDecimal(decimal(value)),
        unit,
        precision: place === null ? 'exact' : { place: printed },
        ...(hedge === undefined ? {} : { hedge }),
      },
      anchor: { report: 0, block: 0, start: index, end: index + 1 },
      confidence: 0.9,
    },
    seat: { kind: 'text', sentence: 0, clause: index },
    tidyEnd: index + 1,
    value: multiply(decimal(value), factor),
    dimension: unit === 'percent' ? 'ratio' : unit === 'point' ? 'point' : unit.startsWith('each:') ? unit : 'money',
    ownPlace,
    place: place === null ? null : ownPlace,
    lead: '',
    tail: '',
    announcesTotal: false,
    direction: null,
    against: null,
    qualifier: '',
    ownLabel: true,
    subject: -1,
    rateName: null,
    compare: null,
    section: -1,
    periodKey: '',
  }
}

export function relationOf(readings: Relation['readings'], more: Partial<Relation> = {}): Relation {
  return {
    id: 'r0',
    kind: 'sum',
    finding: 'sum',
    readings,
    source: { by: 'wording', ref: '' },
    certainty: 'error',
    accused: 0,
    ...more,
  }
}
