/** All cases of a kind are said to be settled, and the rate or the rest of them says otherwise: 投诉已全部办结 ↔ 办结率93.4%. */
import { compare, ONE } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { isNotYet, isOutlook, namesOtherYear, type Said, saidOf, sentenceText } from './said.ts'

const SETTLED = '整改|办结|化解|销号|清理|答复|回复|处置|整治|拆除|查处|兑现|结案|消除|清零'
const ALL = new RegExp(
  `^(.{2,24}?)(?:均已?|都已?|已经?)?(?:全部|全数)(?:按期|按时|及时|如期|得到|予以)?((?:${SETTLED}){1,2})(?:到位|完毕|完成)?$`,
)
const NOT_ALL = /除|外|其余|部分|基本|\d/
/** The words that every kind of case has. */
const COMMON =
  /问题|隐患|案件|投诉|事项|线索|信访|工单|点位|图斑|任务|工作|整改|台账|排查|发现|上级|反馈|全县|全市|全区|年内|全年|本年|各类|各项|以上|的|内|中/g
const MARKS = /[“”"'‘’「」《》\s]/g

export interface OpenCases {
  readonly claim: Said
  readonly rate: Figure
}

/** The first claim that a rate below 100 % of the same verb, said of the same cases in another sentence, contradicts. */
export function openAmongCases(set: ClaimSet): { readonly claims: number; readonly found: OpenCases | null } {
  const claims = claimsIn(set)
  for (const { said, verbs, name } of claims) {
    const rate = ratesOf(set).find(
      (figure) =>
        figure.seat.kind === 'text' &&
        figure.seat.sentence !== said.sentence.index &&
        verbs.some((verb) => figure.rateName?.endsWith(`${verb}率`) === true) &&
        sentenceOf(set, figure).replace(MARKS, '').includes(name),
    )
    if (rate !== undefined) return { claims: claims.length, found: { claim: said, rate } }
  }
  return { claims: claims.length, found: null }
}

interface Claimed {
  readonly said: Said
  readonly verbs: readonly string[]
  /** What kind of cases: 四乱 of 台账内四乱问题. */
  readonly name: string
}

/** No report says it more often. */
const MOST = 40

function claimsIn(set: ClaimSet): Claimed[] {
  const found: Claimed[] = []
  for (const sentence of set.sentences) {
    if (found.length >= MOST || !/全[部数]/.test(sentenceText(set, sentence)) || isOutlook(set, sentence.section)) continue
    for (const said of saidOf(set, sentence)) {
      const match = said.words.length > 40 ? null : ALL.exec(said.words.replace(MARKS, ''))
      if (match === null || NOT_ALL.test(said.words) || isNotYet(said.words) || namesOtherYear(said.words, set.report.year)) continue
      const name = (match[1] ?? '').replace(COMMON, '')
      if (name.length >= 2) found.push({ said, verbs: (match[2] ?? '').match(new RegExp(SETTLED, 'g')) ?? [], name })
    }
  }
  return found
}

const ratesOf = (set: ClaimSet): readonly Figure[] =>
  set.figures.filter(
    ({ dimension, rateName, compare: sign, periodKey, value, seat, claim }) =>
      dimension === 'ratio' &&
      rateName !== null &&
      sign === null &&
      periodKey === '' &&
      seat.kind === 'text' &&
      claim.role === 'rate' &&
      compare(value, ONE) < 0,
  )

function sentenceOf(set: ClaimSet, { seat }: Figure): string {
  const sentence = seat.kind === 'text' ? set.sentences[seat.sentence] : undefined
  return sentence === undefined ? '' : sentenceText(set, sentence)
}
