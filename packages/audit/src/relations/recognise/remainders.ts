/**
 * What is left or missing: "计划40个，建成36个，尚有4个", "未执行的42.5万元", "多出的13万元". Where a rate shows which two figures
 * belong together, or the sentence has no others, a gap is told; elsewhere only when one typing slip explains it.
 */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { judge } from '../../graph/judge.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'

const LEFT =
  /(?:未(?:完成|办结|化解|执行|支出|使用|支付|到货|整改|查结|检|拆除|验收|建成|实施|合格|销号|兑现)[^，。；]{0,6}|不合格|尚有|尚余|还有|剩余|其余|余下|缺口|节约的|(?<![减至])少)(?:的|为|了)?$/
/** "高于预算50万元，多出的13万元". */
const ABOVE = /(?:多出|超出|超支)的?$/
/** "618批次不合格" the other way round: the words stand behind. */
const LEFT_BEHIND = /^[^，。；\d]{0,6}(?:未完成|未办结|未到货|尚未|不合格|未验收)/
/** A balance is what is left only where a rate shows of what, and nothing was taken back. */
const BALANCE = /(?:结余|节余)(?:资金|指标)?(?:为)?$/
const LOOK_BACK = 6
const MAX_FIGURES = 60

export function recogniseRemainders(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [block, figures] of set.figuresOf) {
    if (set.report.blocks[block]?.kind === 'table') continue
    const amounts = figures.filter(isPlain)
    for (const [at, rest] of amounts.entries()) {
      const lead = rest.lead.replace(/\s/g, '')
      const isLeft = LEFT.test(lead) || BALANCE.test(lead) || (rest.dimension.startsWith('each:') && LEFT_BEHIND.test(rest.tail))
      if (at < 2 || (!isLeft && !ABOVE.test(lead))) continue
      const earlier = amounts.slice(Math.max(0, at - LOOK_BACK), at).filter(({ dimension }) => dimension === rest.dimension)
      const relation = remainderOf(set, earlier, rest, isLeft)
      if (relation !== null) relations.push(relation)
    }
  }
  return relations
}

const isPlain = (figure: Figure): boolean =>
  (figure.dimension.startsWith('each:') || /^(?:money|area|mu|length|mass|volume)$/.test(figure.dimension)) &&
  figure.seat.kind === 'text' &&
  figure.compare === null &&
  figure.claim.quantity.hedge === undefined &&
  figure.claim.role !== 'share' &&
  (figure.claim.role !== 'change' || LEFT.test(figure.lead.replace(/\s/g, '')))

/** The larger of two earlier figures less the smaller. */
function remainderOf(set: ClaimSet, earlier: readonly Figure[], rest: Figure, isLeft: boolean): NewRelation | null {
  const readings: (Reading & { readonly isSure: boolean })[] = []
  const isBalance = BALANCE.test(rest.lead.replace(/\s/g, ''))
  for (const [at, whole] of earlier.entries()) {
    for (const done of earlier.slice(at + 1)) {
      const isSure =
        (isProven(set, whole, done) && (!isBalance || areBeside(set, done, rest))) ||
        (isAlone(set, whole, done, rest) && earlier.length === 2)
      readings.push({
        say: isLeft ? '总数 − 已完成数' : '实际数 − 原定数',
        equation: { form: 'linear', left: side([rest.index]), right: side([whole.index], [done.index]) },
        isSure,
      })
    }
  }
  if (readings.length === 0 || (isBalance && !readings.some(({ isSure }) => isSure))) return null
  const sure = readings.filter(({ isSure }) => isSure)
  const ordered = [...sure, ...readings.filter(({ isSure }) => !isSure)]
  const isMoney = rest.dimension === 'money'
  return {
    kind: 'difference',
    finding: 'difference',
    readings: ordered.map(({ say, equation, isSure }) => ({
      say,
      equation,
      ...(sure.length > 0 && !isSure ? { onlyExplains: true as const } : {}),
    })),
    source: { by: 'wording', ref: '未完成数 = 总数 − 已完成数' },
    certainty: sure.length === 1 || (!isMoney && earlier.length === 2) ? 'warning' : 'question',
    ...(sure.length === 1 ? {} : { guard: 'slip' as const, explainBy: 'nearest' as const }),
    accused: rest.index,
  }
}

/** Nothing but a rate between the two: no money that was taken back. */
const areBeside = (set: ClaimSet, done: Figure, rest: Figure): boolean =>
  rest.index - done.index === 1 || (rest.index - done.index === 2 && set.figures[done.index + 1]?.dimension === 'ratio')

/** A rate right behind the two says that one is a part of the other. */
function isProven(set: ClaimSet, whole: Figure, done: Figure): boolean {
  if (done.index !== whole.index + 1 || done.seat.kind !== 'text') return false
  return [1, 2, 3].some((after) => {
    const rate = set.figures[done.index + after]
    if (rate?.dimension !== 'ratio' || rate.seat.kind !== 'text' || !/率|进度|完成|占|的$/.test(rate.lead)) return false
    const equation = { form: 'ratio' as const, result: rate.index, numerator: side([done.index]), denominator: side([whole.index]) }
    return judge(equation, set.figures)?.holds === true
  })
}

const PLANNED = /计划|目标|应|任务|共|受理|接到|收到|排查|登记|发现|检查|抽检|纳入|预算|立案|下达/
const DONE = /实际|已|完成|办结|建成|整改|化解|支出|采购|查结|到货|验收|合格|销号|消除|结案|实施/

/** The sentence tells of a plan, of what was done and of the rest, and of nothing else of the kind. */
function isAlone(set: ClaimSet, whole: Figure, done: Figure, rest: Figure): boolean {
  if (whole.seat.kind !== 'text' || rest.seat.kind !== 'text' || whole.seat.sentence !== rest.seat.sentence) return false
  if ((set.sentences[rest.seat.sentence]?.figures.length ?? 0) > MAX_FIGURES) return false
  const alike = (set.sentences[rest.seat.sentence]?.figures ?? []).filter((index) => set.figures[index]?.dimension === rest.dimension)
  if (alike.length === 3 && ABOVE.test(rest.lead.replace(/\s/g, ''))) return /高于|超过|超出|多于|高出/.test(done.lead)
  return alike.length === 3 && PLANNED.test(whole.lead) && DONE.test(`${done.lead}${done.tail.slice(0, 4)}`)
}
