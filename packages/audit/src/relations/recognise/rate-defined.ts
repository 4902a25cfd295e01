/** A rate that the report defines itself, in the bracket behind its name: "追加率（年中追加占年初预算的比例）为18.24%". */
import { type Role, roleAtEnd } from '@jiheng/vocabulary'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { loosePairs } from './rate-operands.ts'

/** Groups 1 and 2, or 3 and 4: what is divided and by what. */
const DEFINITION =
  /[（(](?:即|指|按|=|＝)?(?:([^（()）占]{2,14})占([^（()）]{2,16}?)的?(?:比例|比重|百分比|比率)|([^（()）÷/／]{2,14})(?:÷|\/|／|除以)([^（()）]{2,16}?)(?:[×*x]100[%％])?(?:计算)?)[）)][^（()）]{0,4}$/
const MAX_OPERANDS = 3
const COUNTS_NOTHING = /(?:总?金?额|总?[户人件家个项次份]?数量?|资金|合计)$/

/** Undefined where the report defines nothing; null where the figures of its definition are not in sight. */
export function definedHere(rate: Figure, figuresAbove: () => readonly Figure[]): NewRelation | null | undefined {
  const found = DEFINITION.exec(rate.lead.replace(/[\s“”"]/g, ''))
  if (found === null) return undefined
  const [part, whole] = [found[1] ?? found[3] ?? '', found[2] ?? found[4] ?? '']
  const pool = figuresAbove()
  const wholes = namedIn(pool, whole)
  const readings = namedIn(pool, part).flatMap((numerator) =>
    wholes
      .filter((denominator) => denominator.index !== numerator.index && denominator.dimension === numerator.dimension)
      .map(
        (denominator): Reading => ({
          say: `${part} ÷ ${whole}`,
          equation: { form: 'ratio', result: rate.index, numerator: side([numerator.index]), denominator: side([denominator.index]) },
        }),
      ),
  )
  if (readings.length === 0) return null
  return {
    kind: 'ratio',
    finding: 'ratio',
    accused: rate.index,
    certainty: 'warning',
    guard: 'slip',
    readings: [...readings, ...loosePairs(rate, pool)],
    source: { by: 'wording', ref: `${part} ÷ ${whole}` },
  }
}

/** The figures nearest to the rate that carry this name, or whose role is what it says. */
function namedIn(pool: readonly Figure[], name: string): Figure[] {
  const stem = name.replace(COUNTS_NOTHING, '')
  const role: Role | null = roleAtEnd(name)?.role ?? null
  return pool
    .filter(
      ({ lead, claim }) => (stem.length >= 2 && lead.replace(/[\s“”"]/g, '').includes(stem)) || (role !== null && claim.role === role),
    )
    .slice(0, MAX_OPERANDS)
}
