/** Rates of the two figures right before them: by the words of the rate, or because there are just these two. */
import { compare } from '@jiheng/quantity'
import type { Figure } from '../../claims/figure.ts'
import { sayNumber } from '../../findings/say.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, type Reading, side } from '../relation.ts'
import { loosePairs } from './rate-operands.ts'

/** Words that name no numerator of their own. */
const GENERAL_STEM = /(?:执行|完成|控制|支付|到位|结余|结转|调整|变动|增长|及时|负债|使用|占有|节约)$/
/** Who was asked says nothing of how many answered how. */
const SURVEY = /问卷|收回|回收|发放[^，。；]{0,6}[表份]|样本|抽样|访/
/** "2018年底210户，加上本年新增90户": what makes up another figure. */
const ADDED = /^\s*(?:再)?(?:加上|加|扣除|减去|扣减|另加|减)/
const SHOULD_BE = /应|需|计划|目标|任务/
const WAS_DONE = /已|实际|完成/
const CHANGING = /(?:增长|变动|变化|调整|增减|下降|利|税|汇|费)率$/
/** "小区126个，已分类118个，覆盖率93.65%": the sentence has just two counts of a kind before the rate, so they must be its operands. */
export function ofTwoCounts(rate: Figure, pool: readonly Figure[]): NewRelation | null {
  const before = pool.filter(
    (figure) => figure.index < rate.index && figure.dimension.startsWith('each:') && rate.index - figure.index <= 2,
  )
  const [done, whole] = before
  if (
    done === undefined ||
    whole === undefined ||
    before.length !== 2 ||
    done.dimension !== whole.dimension ||
    before.some(({ lead }) => SURVEY.test(lead) || ADDED.test(lead)) ||
    compare(done.value, whole.value) > 0
  )
    return null
  const readings: Reading[] = [
    {
      say: '完成数 ÷ 总数',
      equation: { form: 'ratio', result: rate.index, numerator: side([done.index]), denominator: side([whole.index]) },
    },
  ]
  return { ...stemRelation(rate, [...readings, ...loosePairs(rate, pool)]), certainty: 'warning' }
}

/** "应办许可证96个，已办92个，持证率95.83%": what should be and what was done stand right before a rate that no definition knows. */
export function ofUnknownName(rate: Figure, pool: readonly Figure[]): NewRelation | null {
  if (!/率$/.test(rate.rateName ?? '') || CHANGING.test(rate.rateName ?? '')) return null
  const before = pool
    .filter((figure) => figure.index < rate.index && figure.dimension.startsWith('each:') && rate.index - figure.index <= 2)
    .toReversed()
  const [whole, done] = before
  if (whole === undefined || done === undefined || whole.dimension !== done.dimension) return null
  if (!SHOULD_BE.test(whole.lead) || !WAS_DONE.test(done.lead)) return null
  const readings: Reading[] = [
    {
      say: '完成数 ÷ 应完成数',
      equation: { form: 'ratio', result: rate.index, numerator: side([done.index]), denominator: side([whole.index]) },
    },
  ]
  return { ...stemRelation(rate, [...readings, ...loosePairs(rate, pool)]), certainty: 'warning' }
}

/** "收入380万元，支出365.2万元，执行率96.11%": the two amounts right before the rate, the larger first, whatever they are called. */
export function ofTwoAmounts(rate: Figure, pool: readonly Figure[]): NewRelation | null {
  const [done, whole] = pool.filter((figure) => figure.index < rate.index && rate.index - figure.index <= 2)
  if (done?.dimension !== 'money' || whole?.dimension !== 'money' || whole.value.coefficient === 0n) return null
  if (done.claim.role === 'change' || whole.claim.role === 'change' || compare(done.value, whole.value) > 0) return null
  const equation: Equation = { form: 'ratio', result: rate.index, numerator: side([done.index]), denominator: side([whole.index]) }
  const readings = [{ say: '执行数 ÷ 预算数', equation }, ...loosePairs(rate, pool)]
  return { ...stemRelation(rate, readings), certainty: 'warning', guard: 'slip' }
}

/**
 * "送审…，审定…，审减…，审减率…", "抽检4800件，认定不合格72件，不合格率…": whatever the rate is called, two of the figures right before it give it
 * as a rule. Nobody says so, so that only one slip which explains the gap is told.
 */
export function ofNearest(rate: Figure, pool: readonly Figure[], name = rate.rateName ?? ''): NewRelation | null {
  if (!/[率比例]$/.test(name) || CHANGING.test(name) || digitsOf(rate) < TELLING_DIGITS) return null
  const before = pool.filter((figure) => figure.index < rate.index && rate.index - figure.index <= MAX_NEAR)
  const [last] = before
  if (last === undefined || rate.index - last.index > 1) return null
  const alike = before.filter(({ dimension, claim }) => dimension === last.dimension && claim.role !== 'share').slice(0, MAX_NEAR)
  const readings = alike.slice(1).flatMap((whole): Reading[] =>
    compare(last.value, whole.value) > 0 || whole.value.coefficient <= 0n
      ? []
      : [
          {
            say: '所列两数相除',
            equation: { form: 'ratio', result: rate.index, numerator: side([last.index]), denominator: side([whole.index]) },
          },
        ],
  )
  if (readings.length === 0) return null
  const source = { by: 'wording' as const, ref: name }
  return { ...stemRelation(rate, [...readings, ...loosePairs(rate, pool)]), source, certainty: 'warning', guard: 'slip', explainBy: 'slip' }
}
const TELLING_DIGITS = 3
const MAX_NEAR = 3
const digitsOf = (figure: Figure): number => sayNumber(figure).replace(/\D/g, '').replace(/^0+/, '').length

/** "可全程网办1802项，全程网办率97.62%": the words before 率 name the numerator; the whole is the nearest count before it without them. */
export function stemReadings(rate: Figure, pool: readonly Figure[]): Reading[] {
  const stem = /([\u4e00-\u9fff]{2,})率$/.exec(rate.rateName ?? '')?.[1]
  if (stem === undefined || GENERAL_STEM.test(stem)) return []
  const last = stem.slice(-2)
  const numerator = pool.find((figure) => {
    const words = figure.lead + figure.tail.slice(0, 6)
    // 不合格 and 未办结 are what the rate leaves out.
    return (
      figure.index < rate.index &&
      figure.dimension !== 'money' &&
      words.includes(last) &&
      !['不', '未', '非'].some((no) => words.includes(no + last))
    )
  })
  if (numerator === undefined) return []
  const denominator = pool.find(
    (figure) =>
      figure.index < numerator.index &&
      figure.dimension === numerator.dimension &&
      (!figure.lead.includes(last) || /应|需|符合|计划/.test(figure.lead)),
  )
  if (denominator === undefined) return []
  return [
    {
      say: `${last}数 ÷ 总数`,
      equation: { form: 'ratio', result: rate.index, numerator: side([numerator.index]), denominator: side([denominator.index]) },
    },
  ]
}

export function stemRelation(rate: Figure, readings: readonly Reading[]): NewRelation {
  return {
    kind: 'ratio',
    finding: rate.claim.quantity.value === '100' ? 'claim-vs-count' : 'ratio',
    readings,
    source: { by: 'wording', ref: rate.rateName ?? '' },
    certainty: 'error',
    accused: rate.index,
  }
}
