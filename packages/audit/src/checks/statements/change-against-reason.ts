/** A fall explained by more of the same, or a rise by less: 公务接待费减少2万元，主要原因是接待批次增加. */
import { type ConceptId, conceptAtEnd, conceptById, type Direction } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { reduce } from '../../claims/phrase-words.ts'
import { selfTest } from '../../claims/self-names.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { textCheck } from '../text-check.ts'
import { goesAgainst, goesAgainstFlow, hasDrivers, isFlow } from './change-reasons.ts'
import { isNotYet, quoteSpan, type Said, saidOf, wordsOf } from './said.ts'

const REASON =
  /^(?:其)?(?:增加|减少|增长|下降|变动|变化)?的?(?:主要)?原因(?:是|为|系|在于)?|^主要(?:是|系|因|由于)|^(?:是|系)?(?:由于|因为)|^因(?!公|此|而)|^原因(?:是|为)?/
const CHANGE_IN_WORDS = /^(.{2,24}?)(?:情况)?(?:总体|整体)?(?:相?较|比|与|同比|呈).{0,12}?(减少|下降|降低|增加|增长|上升)(?:趋势|了)?$/
const MARKS = /[“”"'‘’\s]|^[（(]?\d{1,2}[）)]?[.．、]/g

export const changeAgainstReason = textCheck(
  {
    id: 'change-against-reason',
    kind: 'contradiction',
    severity: 'warning',
    wording: {
      title: '增减与所述原因相反',
      remedy: '核对增减方向和原因说明，更正其中之一。',
      explain:
        '支出“减少”而原因全是同一支出的增加因素，或“增加”而原因全是压减因素；人次、垃圾量等数量与带来它的人口、生源、需求的增减相反。原因涉及上年基数、口径调整、其他资金或有增有减的，不作判断。',
      titleEnglish: 'A change whose reason drives the other way',
    },
    source: 'framework §6 ID-66',
  },
  (set, tell) => {
    let before = nothing
    let block = -1
    for (const sentence of set.sentences) {
      if (sentence.block !== block) before = nothing
      block = sentence.block
      const clauses = saidOf(set, sentence)
      const at = clauses.findIndex(({ words }) => REASON.test(words))
      if (at < 0) {
        before = () => changeIn(set, sentence, clauses)
        continue
      }
      // 由于接待批次增加，公务接待费较上年减少2万元: the reason may stand first.
      const until = at === 0 ? clauses.findIndex(({ clause }) => clause.figures.some((index) => isChange(set.figures[index]))) : -1
      const own = until > 0 ? changeIn(set, sentence, clauses.slice(until)) : null
      const change = own ?? (at > 0 ? changeIn(set, sentence, clauses.slice(0, at)) : until > 0 ? null : before())
      before = nothing
      if (change === null) continue
      const reasons = own === null ? reasonsFrom(clauses, at) : clauses.slice(0, until)
      const [first] = reasons
      const last = reasons[reasons.length - 1]
      if (first === undefined || last === undefined || reasons.some(({ words }) => isNotYet(words))) continue
      const said = reasons.map(({ words }, i) => (i === 0 ? words.replace(REASON, '') : words))
      const against =
        change.concept === null ? goesAgainstFlow(change.direction, said) : goesAgainst(change.concept, change.direction, said)
      if (against === null) {
        tell.pass()
        continue
      }
      const name = change.name ?? conceptById(change.concept ?? '')?.label ?? ''
      const what = change.concept === null ? '该项数量' : '该项支出'
      const way = change.direction === 'down' ? '减少' : '增加'
      tell.fail({
        message: `${name}为${way}，所述原因“${wordsOf(set, first, last)}”却指向${way === '减少' ? '增加' : '减少'}，请核对。`,
        quotes: [
          quoteSpan(set, first, last),
          change.figure === null ? quoteSpan(set, change.said, change.said) : quoteFigure(set, change.figure),
        ],
        computation: `${name}${way} ↔ 原因：${against}`,
        steps: [
          `所述变动：${name}${way}`,
          `所述原因：${wordsOf(set, first, last)}`,
          `“${against}”只会使${what}${way === '减少' ? '增加' : '减少'}`,
        ],
        confidence: 0.8,
      })
    }
  },
)

interface Change {
  /** null for goods, people and matters. */
  readonly concept: ConceptId | null
  /** Of those. */
  readonly name?: string
  readonly direction: Direction
  readonly figure: Figure | null
  readonly said: Said
}

/** The change that the sentence before tells is only read where a reason follows. */
const nothing = (): Change | null => null

const isChange = (figure: Figure | undefined): boolean => figure?.claim.role === 'change' || figure?.claim.role === 'change-rate'

/** The change that a sentence ends with; null when it tells several, or of nothing that reasons are judged for. */
function changeIn(set: ClaimSet, sentence: Sentence, clauses: readonly Said[]): Change | null {
  const last = clauses[clauses.length - 1]
  if (last === undefined) return null
  const from = clauses.findLastIndex(({ clause }) => clause.opener === '；' || clause.opener === ';')
  const figures = clauses
    .slice(Math.max(from, 0))
    .flatMap(({ clause }) => clause.figures.map((index) => set.figures[index] as Figure))
    .filter(isChange)
  const [first] = figures
  if (first === undefined) return sentence.figures.length > 6 ? null : changeInWords(last)
  const concept = first.claim.concept ?? conceptOfLabel(set, first) ?? conceptBefore(set, sentence, first)
  if (concept === null) return flowIn(set, sentence, figures, last)
  if (!hasDrivers(concept) || first.direction === null) return null
  if (first.claim.concept !== null && first.qualifier.replace(/^[\d.．、（）()]+/, '') !== '') return null
  const agree = figures.every(({ direction, claim }) => direction === first.direction && (claim.concept ?? concept) === concept)
  return agree ? { concept, direction: first.direction, figure: first, said: last } : null
}

/** 收运垃圾53120吨，比上年增长4.23%: all changes told are those of one number of goods, people or matters. */
function flowIn(set: ClaimSet, sentence: Sentence, changes: readonly Figure[], said: Said): Change | null {
  const [first] = changes
  const direction = first?.direction ?? null
  if (first === undefined || direction === null || changes.some((figure) => figure.direction !== direction)) return null
  for (const index of [...sentence.figures].reverse()) {
    const { claim, dimension } = set.figures[index] as Figure
    if (index >= first.index || /^(?:比|较|与|同|上年|去年)?$/.test(claim.label)) continue
    return dimension === 'money' || dimension === 'ratio' || !isFlow(claim.label)
      ? null
      : { concept: null, name: claim.label, direction, figure: first, said }
  }
  return null
}

/** 公务接待费较上年减少: the change names what changed, and nothing narrower. */
function conceptOfLabel(set: ClaimSet, { claim }: Figure): ConceptId | null {
  const label = claim.label.replace(MARKS, '')
  const match = conceptAtEnd(label)
  return match !== null && reduce(label.slice(0, label.length - match.length), selfTest(set.report.unit)) === '' ? match.concept : null
}

/** What is compared when the base stands between: 公用经费58.6万元，较上年58万元增加0.6万元. */
function conceptBefore(set: ClaimSet, sentence: Sentence, change: Figure): ConceptId | null {
  for (const index of [...sentence.figures].reverse()) {
    const figure = set.figures[index] as Figure
    if (index >= change.index) continue
    if (figure.claim.concept !== null) return figure.claim.concept
    if (figure.claim.label.length > 2) return null
  }
  return null
}

function changeInWords(said: Said): Change | null {
  const match = said.words.length > 50 ? null : CHANGE_IN_WORDS.exec(said.words.replace(MARKS, ''))
  const concept = conceptAtEnd((match?.[1] ?? '').replace(/情况$/, ''))?.concept ?? null
  if (match === null || concept === null || !hasDrivers(concept)) return null
  return { concept, direction: /减|降/.test(match[2] ?? '') ? 'down' : 'up', figure: null, said }
}

/** The clauses of the reason: up to the next semicolon, list opening or figure of its own. */
function reasonsFrom(clauses: readonly Said[], at: number): Said[] {
  const end = clauses.findIndex(
    ({ clause, words }, i) => i > at && (/[；;]/.test(clause.opener) || /^其中|^主要用于|^用于|^具体/.test(words)),
  )
  return clauses.slice(at, end < 0 ? clauses.length : end).filter(({ words }) => words !== '')
}
