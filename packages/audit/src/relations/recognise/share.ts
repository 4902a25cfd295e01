import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { trimPhrase } from '../../claims/phrase-words.ts'
import { BRACKET_LABEL, FIGURE_BEFORE } from '../../claims/read-phrase.ts'
import type { NewRelation } from '../recogniser.ts'
import type { Reading } from '../relation.ts'
import { distinct } from './distinct-values.ts'
import {
  figuresOfSentence,
  fits,
  isProven,
  likeliest,
  namedWholes,
  type Share,
  shareOf,
  UNNAMED,
  wholeOfWithin,
  wholesOfList,
} from './share-wholes.ts'

export function recogniseShares(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    const shares = sharesOf(set, sentence)
    if (shares.length === 0) continue
    const unnamed = shares.filter(({ named }) => UNNAMED.test(named))
    const parts = new Set(unnamed.map(({ part }) => part.index))
    const common = wholesOfList(set, sentence, unnamed, parts)
    for (const entry of shares) {
      if (entry.whole !== null) {
        relations.push(ofFigureBefore(set, sentence, entry, entry.whole))
        continue
      }
      const inherited = entry.after === null ? [] : namedWholes(set, sentence, { ...entry.after, part: entry.part })
      const within = UNNAMED.test(entry.named) && inherited.length === 0 ? wholeOfWithin(set, sentence, entry) : null
      const wholes =
        within !== null
          ? [within]
          : likeliest(
              entry.part,
              !UNNAMED.test(entry.named)
                ? namedWholes(set, sentence, entry)
                : inherited.length > 0
                  ? inherited
                  : common.filter((whole) => fits(set, whole, entry.part)),
            )
      const sure =
        UNNAMED.test(entry.named) && inherited.length === 0
          ? isProven(set, unnamed, wholes) || (wholes.length === 1 && entry.share.claim.label !== BRACKET_LABEL)
          : distinct(wholes) === 1
      if (wholes.length === 0) continue
      const maySlip = !sure && wholes.length <= MAX_SLIPPING && isLong(entry.share)
      relations.push({
        kind: 'ratio',
        finding: 'ratio',
        readings: wholes.map((whole) => ({ say: `${nameOf(entry.part)} ÷ ${nameOf(whole)}`, equation: shareOf(entry, whole) })),
        source: { by: 'wording', ref: '占…%' },
        certainty: sure ? 'error' : maySlip ? 'warning' : 'question',
        ...(maySlip ? { guard: 'slip' as const, explainBy: 'slip' as const } : {}),
        accused: entry.share.index,
      })
    }
  }
  return relations
}

/** A rate with so many digits is hit by a slip of another whole only once in a while. */
const isLong = (share: Figure): boolean => share.claim.quantity.value.replace(/[^\d]/g, '').length >= LONG_RATE
const LONG_RATE = 4
const FIRST_FIGURES = 24
const MAX_SLIPPING = 3

/** "8214件，为目标6000件的136.9%". */
function ofFigureBefore(set: ClaimSet, sentence: Sentence, entry: Share, whole: Figure): NewRelation {
  const others = figuresOfSentence(set, sentence, whole.index).filter(
    (figure) => figure.index !== entry.part.index && figure.dimension === whole.dimension,
  )
  const readings: Reading[] = [
    { say: `${nameOf(entry.part)} ÷ ${nameOf(whole)}`, equation: shareOf(entry, whole) },
    ...others.map((part): Reading => ({ say: '所列两数相除', equation: shareOf({ ...entry, part }, whole), onlyExplains: true })),
  ]
  return {
    kind: 'ratio',
    finding: 'ratio',
    readings,
    source: { by: 'wording', ref: '为…的…%' },
    certainty: 'error',
    accused: entry.share.index,
  }
}

const nameOf = (figure: Figure): string => figure.claim.label || '该数'

/** The shares of a sentence, each with the nearest amount or count before it. */
function sharesOf(set: ClaimSet, sentence: Sentence): Share[] {
  const shares: Share[] = []
  let part: Figure | null = null
  let before: Figure | null = null
  for (const index of sentence.figures) {
    const figure = set.figures[index] as Figure
    if (figure.claim.role === 'share' && figure.compare === null) {
      const share = shareFrom(figure, namedPart(set, sentence, figure) ?? part, before, firstLike(set, sentence, part), shares)
      if (share !== null) shares.push(share)
    } else if (figure.claim.role !== 'change' && figure.dimension !== 'ratio' && figure.dimension !== 'percentage-point') {
      before = part
      part = figure
    }
  }
  return shares
}

/** "一等320件、二等250件、三等130件，一等占45.71%": the share says whose it is. */
function namedPart(set: ClaimSet, sentence: Sentence, share: Figure): Figure | null {
  const name = /^([\u4e00-\u9fff]{2,10})占(?:比|全部|总数|总量)?(?:为|达)?$/.exec(share.lead.replace(/[\s“”"]/g, ''))?.[1]
  if (name === undefined) return null
  const own = sentence.figures.slice(0, sentence.figures.indexOf(share.index)).slice(-FIRST_FIGURES)
  const named = own.map((index) => set.figures[index] as Figure).filter(({ lead }) => lead.replace(/[\s“”"]/g, '') === name)
  return named.length === 1 ? (named[0] ?? null) : null
}

/** "举办活动168场，其中讲座24场…，参与2万人次，完成计划150场的112%": what the sentence starts with is measured. */
function firstLike(set: ClaimSet, sentence: Sentence, whole: Figure | null): Figure | null {
  if (whole === null) return null
  const first = sentence.figures
    .slice(0, FIRST_FIGURES)
    .map((index) => set.figures[index] as Figure)
    .find(({ dimension }) => dimension === whole.dimension)
  return first === undefined || first.index >= whole.index || first.claim.role === 'change' || !/完成|为|达/.test(whole.lead) ? null : first
}

function shareFrom(
  share: Figure,
  part: Figure | null,
  before: Figure | null,
  firstAlike: Figure | null,
  earlier: readonly Share[],
): Share | null {
  if (part === null || hasSubject(share, part)) return null
  if (share.against === FIGURE_BEFORE) {
    const done = before?.dimension === part.dimension ? before : firstAlike
    return done === null ? null : { share, part: done, named: FIGURE_BEFORE, after: null, whole: part }
  }
  const named = trimPhrase((share.against ?? '').replace(/[“”"（()）\s]/g, ''))
  const after = UNNAMED.test(named) ? (earlier.findLast((entry) => !UNNAMED.test(entry.named) && entry.whole === null) ?? null) : null
  return { share, part, named, after, whole: null }
}

/** "服务871.54万元，面向中小企业采购占91.6%": the share of something named for itself, of which no amount stands before it. */
function hasSubject(share: Figure, part: Figure): boolean {
  if (share.seat.kind !== 'text' || part.seat.kind !== 'text') return false
  if (share.seat.sentence === part.seat.sentence && share.seat.clause === part.seat.clause) return false
  const words = /([\u4e00-\u9fff]{4,})占(?!比)[^占]*$/.exec(share.lead.replace(/[\s“”"（()）]/g, ''))?.[1]
  return words !== undefined && !/比|约|分别|仅|共|合计|支出|经费|资金|该|金额|数|两项/.test(words)
}
