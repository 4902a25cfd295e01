/**
 * "收回285份，其中非常满意200份、满意70份、基本满意12份、不满意3份，满意度98.95%": who counts as satisfied is the surveyor's choice, from
 * the most satisfied downwards; any of these sums over the answers, or over the forms, may be the rate.
 */
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { loosePairs } from './rate-operands.ts'

const ANSWER = /满意(?!度|率|情况|调查)/
const NEGATIVE = /不(?:太|很|够|甚)?满意|一般/
const MAX_WHOLES = 3

/** `pool` holds the figures round the rate, those nearest before it first. */
export function ofAnswers(rate: Figure, pool: readonly Figure[]): NewRelation | null {
  const counts = pool.filter((figure) => figure.index < rate.index && figure.dimension.startsWith('each:')).toReversed()
  const positive = counts.filter((figure) => ANSWER.test(wordsOf(figure)) && !NEGATIVE.test(wordsOf(figure)))
  const first = positive[0]
  if (first === undefined) return null
  const wholes = counts.filter((figure) => figure.index < first.index && figure.dimension === first.dimension && !ANSWER.test(figure.lead))
  const readings: Reading[] = wholes
    .toReversed()
    .slice(0, MAX_WHOLES)
    .flatMap((whole) =>
      positive.map((_, at) => ({
        say: '满意数 ÷ 调查数',
        equation: {
          form: 'ratio' as const,
          result: rate.index,
          numerator: side(positive.slice(0, at + 1).map(({ index }) => index)),
          denominator: side([whole.index]),
        },
      })),
    )
  if (readings.length === 0) return null
  return {
    kind: 'ratio',
    finding: 'ratio',
    readings: [...readings, ...loosePairs(rate, pool)],
    source: { by: 'wording', ref: rate.rateName ?? '满意度', citation: '指标目录 FI-29' },
    certainty: 'error',
    accused: rate.index,
    explainBy: 'nearest',
  }
}

const wordsOf = ({ lead, tail }: Figure): string => (lead.trim() === '' ? tail : lead)
