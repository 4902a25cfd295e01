/** What a change is measured against: figures of the year before, of the beginning, of what was there before. */
import { PLANNED_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { conceptNear } from '../../claims/look-back.ts'
import { distinct } from './distinct-values.ts'

/** A figure that is itself the base: "上年17.47万元", "比2022年的17.47万元". */
const IS_BASE = /(?:[较比与](?:于)?)?(?:上一?年度?|去年|上年同期|同期|基期|[12１２][09０９][\d０-９]{2}年度?)[^，。；]{0,16}$/
/** "法定时限12.5个工作日，承诺时限3.2个工作日": what was or would be without the work that is reported. */
const WAS_BEFORE =
  /法定(?:办理|办结)?(?:时限|时间|期限)|(?:改革|改造|整改|治理|实施|优化)前|原(?:来|平均|办理|有)[^，。；]{0,6}(?:时限|时间|环节|材料)|对照[田区组]/
/** "比上年96人", "与年初的6.84万元相比": a comparison, and no amount of this year. */
const COMPARES = /^\s*(?:相?较|对?比|与|同(?!时))/

export function isBase(figure: Figure): boolean {
  return (
    figure.periodKey === 'last' ||
    /^\s*(?:相?较|对?比|与|由|从)|(?:由|从)\s*$/.test(figure.lead) ||
    WAS_BEFORE.test(figure.lead) ||
    (IS_BASE.test(figure.lead) && /(?<!加)上年|去年|同期/.test(figure.lead))
  )
}

export const isCompared = (figure: Figure): boolean => COMPARES.test(figure.lead)

/** The end of the year before, where the report tells the end of its own year as well. */
export function isYearEndBefore(set: ClaimSet, figure: Figure): boolean {
  const { year } = set.report
  return year !== null && figure.periodKey === `${year - 1}-12-31`
}

export const isPlan = (figure: Figure): boolean => PLANNED_ROLES.has(figure.claim.role)

export function sameThing(a: Figure, b: Figure): boolean {
  return a.claim.concept === b.claim.concept || a.claim.concept === null || b.claim.concept === null
}

/** A sentence that starts with the change speaks of the one before: "2024年收入34787.60万元。2023年为32905.15万元。增加1882.45万元". */
export function fromSentencesBefore(set: ClaimSet, sentence: Sentence, change: Figure, dimension = change.dimension): Figure[] {
  for (let at = sentence.index - 1; at >= Math.max(0, sentence.index - 3); at--) {
    const earlier = set.sentences[at] as Sentence
    if (earlier.block !== sentence.block) return []
    if (opensWithin(set, earlier)) continue
    const found = earlier.figures
      .map((index) => set.figures[index] as Figure)
      .filter(
        (candidate) =>
          candidate.dimension === dimension &&
          candidate.claim.role !== 'change' &&
          !isBase(candidate) &&
          !isPlan(candidate) &&
          !/折合|约合|即/.test(candidate.lead),
      )
    const figure = found.find((candidate) => change.claim.concept !== null && candidate.claim.concept === change.claim.concept) ?? found[0]
    if (figure !== undefined) return [figure]
  }
  return []
}

/** A sentence that only divides the one before it. */
function opensWithin(set: ClaimSet, sentence: Sentence): boolean {
  const block = set.report.blocks[sentence.block]
  return (
    block !== undefined &&
    'text' in block &&
    block.text
      .slice(sentence.start, sentence.start + 4)
      .trimStart()
      .startsWith('其中')
  )
}

/** "同比减少25起（上年451起）": the base in a bracket right behind. */
export function baseInBracket(
  set: ClaimSet,
  sentence: Sentence,
  place: number,
  dimension: string,
  against: string | null = null,
): Figure | null {
  const index = sentence.figures[place + 1]
  const next = index === undefined ? undefined : set.figures[index]
  if (next === undefined || next.seat.kind !== 'text' || next.dimension !== dimension || next.claim.role === 'change') return null
  const opener = sentence.clauses[next.seat.clause]?.opener
  return (opener === '（' || opener === '(') && (isBase(next) || isNamedAgain(next, against)) ? next : null
}

/** "比控制价低150元（控制价1150元）". */
const isNamedAgain = ({ lead }: Figure, against: string | null): boolean =>
  against !== null && against.length >= 2 && lead.replace(/[\s“”"]/g, '').startsWith(against)

/** "较年初预算增加123.45万元", "结余较年初增加12.34万元": a base by its name, printed earlier in the report with one value. */
export function baseNamed(set: ClaimSet, change: Figure): Figure | null {
  if (change.qualifier !== '' || change.dimension !== 'money') return null
  const against = (change.against ?? '').replace(/\s/g, '')
  const named = INITIAL.test(against)
    ? set.figures
        .slice(Math.max(0, change.index - REACH_BACK), change.index)
        .filter(({ claim, qualifier }) => claim.role === 'initial-budget' && qualifier === '')
    : change.claim.concept === 'carry-out' && OPENING.test(against)
      ? conceptNear(set, 'carry-in', change.index, REACH_BACK).filter(({ claim, qualifier }) => claim.role === 'amount' && qualifier === '')
      : []
  const usable = named.filter(
    ({ seat, compare, dimension, claim }) =>
      seat.kind === 'text' && compare === null && dimension === 'money' && claim.quantity.hedge === undefined,
  )
  return distinct(usable) === 1 ? (usable.at(-1) ?? null) : null
}
const INITIAL = /^年初(?:部门)?(?:预算|安排)(?:数|安排)?$/
const OPENING = /^(?:年初|上年末|上年)(?:数|余额)?$/
/** Figures looked back over; a report tells its budget once, near its spending. */
const REACH_BACK = 80
