/** A cause in words: what is wrong, what that breaks, what should stand there, and how a reader can see it. */
import { directionAtEnd } from '@jiheng/vocabulary'
import type { Cause, Correction } from '../causes/cause.ts'
import type { ClaimSet } from '../claims/claim-set.ts'
import type { Figure } from '../claims/figure.ts'
import type { Judged } from '../graph/judged.ts'
import { explain, nameOf } from './explain.ts'
import type { Explanation } from './explanation.ts'
import type { Repair, Step, Symptom } from './finding.ts'
import { quoteFigure } from './quote.ts'
import { sayFigure } from './say.ts'

export interface CauseExplanation extends Explanation {
  readonly repair: Repair | null
  readonly related: readonly Symptom[]
}

export function explainCause(cause: Cause, set: ClaimSet): CauseExplanation {
  const { figures } = set
  const [lead, ...others] = cause.violated
  const told = explain(lead, figures)
  const accused = figures[cause.accused] as Figure
  // What a rule of points does not tell, nothing else of it does.
  const isOpen = lead.reading?.equation.form === 'score' && told.expected === null
  const corrections = isOpen ? [] : cause.corrections
  const [only, second] = corrections
  const sure = second === undefined ? only : undefined
  const isDependent = lead.relation.accused === cause.accused
  return {
    computation: told.computation,
    steps: [...told.steps, ...others.flatMap((judged) => symptomStep(judged, figures)), ...afterwards(cause, figures, sure)],
    expected: isUnsaid(cause, corrections)
      ? null
      : sure === undefined || sure.reason === 'missing-part' || (isDependent && sure.reason === 'recomputed')
        ? isDependent
          ? inDirection(told.expected, accused, corrections)
          : null
        : sayChanged(sure),
    message: messageOf(cause, told, accused, sure, isDependent),
    repair: repairOf(corrections, figures),
    related: others.map((judged) => symptomOf(judged, set)),
  }
}

/** A fall is printed as a word, not as a minus: 下降3.93%. */
function inDirection(expected: string | null, accused: Figure, corrections: readonly Correction[]): string | null {
  const isTurned = corrections.some(({ figure, reason }) => figure === accused.index && reason === 'wrong-direction')
  return isTurned && expected?.startsWith('-') ? `${turnedWords(accused).to}${expected.slice(1)}` : expected
}

/** What should stand there is not said where it is open which figure is wrong, or where others are proposed to be. */
function isUnsaid({ isTangled, misplaced, accused }: Cause, corrections: readonly Correction[]): boolean {
  return (
    isTangled ||
    misplaced !== undefined ||
    (corrections.length > 0 && corrections.every(({ figure, reason }) => figure !== accused && reason !== 'missing-part'))
  )
}

function messageOf(cause: Cause, told: Explanation, accused: Figure, sure: Correction | undefined, isDependent: boolean): string {
  const number = cause.violated.length
  if (cause.misplaced !== undefined)
    return `${told.message.replace(/，请核对。$/, '')}；另一类正好少 ${cause.misplaced}，疑有分项归错了类，请核对。`
  if (cause.isTangled)
    return `${told.message.replace(/，请核对。$/, '')}；另有 ${number - 1} 处核对不符与此相连，不能判断哪一处有误，请核对。`
  if (sure?.reason === 'missing-part')
    return `${told.message.replace(/，请核对。$/, '')}；相差之数正是${nameOf(sure.changed)}，是否漏列，请核对。`
  if (sure === undefined || (isDependent && number === 1)) return told.message
  const broken = number === 1 ? '与所列其他数据不符' : `有 ${number} 处核对与之不符`
  return `${nameOf(accused)}写为 ${sayFigure(accused)}，${broken}；改为 ${sayChanged(sure)} 后${number === 1 ? '' : '均'}相符，请核对。`
}

/** "另：…" with what a reader redoes. */
function symptomStep(judged: Judged, figures: readonly Figure[]): Step[] {
  const { computation } = explain(judged, figures)
  return [{ say: `另：${computation}` }]
}

function afterwards(cause: Cause, figures: readonly Figure[], sure: Correction | undefined): Step[] {
  if (sure?.reason === 'missing-part') return [{ say: `另一处：${nameOf(sure.changed)} ${sayFigure(sure.changed)}，与相差之数相同` }]
  if (sure === undefined || (cause.violated.length === 1 && sure.reason === 'recomputed')) return []
  const number = cause.violated.length
  const printed = figures[sure.figure] as Figure
  const from = `${sure.reason === 'wrong-direction' ? turnedWords(printed).from : ''}${sayFigure(printed)}`
  return [
    {
      say: `只把 ${from} 改为 ${sayChanged(sure)}${sure.places === 1 ? '' : `（共 ${sure.places} 处）`}，${number === 1 ? '关系成立' : `以上 ${number} 处关系全部成立`}`,
    },
  ]
}

function symptomOf(judged: Judged, set: ClaimSet): Symptom {
  const { computation, message } = explain(judged, set.figures)
  return { kind: judged.relation.finding, message, computation, quote: quoteFigure(set, set.figures[judged.relation.accused] as Figure) }
}

/** The likeliest first. Corrections of different figures are told apart by their names. */
function repairOf(corrections: readonly Correction[], figures: readonly Figure[]): Repair | null {
  const several = new Set(corrections.map(({ figure }) => figure)).size > 1
  const [first, ...others] = corrections.map(({ figure, changed, reason }) => {
    const printed = figures[figure] as Figure
    if (reason === 'missing-part') return { from: '', to: `${nameOf(changed)} ${sayFigure(changed)}`, reason }
    const turned = reason === 'wrong-direction' ? turnedWords(printed) : null
    const from = turned === null ? sayFigure(printed) : `${turned.from}${sayFigure(printed)}`
    const to = turned === null ? sayFigure(changed) : `${turned.to}${sayFigure(printed)}`
    return { from: several ? `${nameOf(printed)} ${from}` : from, to, reason }
  })
  if (first === undefined) return null
  return others.length === 0 ? first : { ...first, alternatives: others }
}

function sayChanged({ changed, reason }: Correction): string {
  if (reason !== 'wrong-direction') return sayFigure(changed)
  const words = turnedWords(changed)
  return `${words.to}${sayFigure(changed).replace(/^-/, '')}`
}

const PAIRS: readonly (readonly [up: string, down: string])[] = [
  ['增加', '减少'],
  ['增长', '下降'],
  ['上升', '下降'],
  ['提高', '降低'],
  ['提升', '降低'],
]

/** The word of direction before a figure, and the opposite one. */
function turnedWords(figure: Figure): { readonly from: string; readonly to: string } {
  const up = figure.direction === 'up'
  const word = directionAtEnd(figure.lead)?.word.slice(0, 2) ?? ''
  const pair = PAIRS.find(([rise, fall]) => (up ? rise : fall) === word) ?? (figure.dimension === 'ratio' ? PAIRS[1] : PAIRS[0])
  const [rise, fall] = pair as readonly [string, string]
  return up ? { from: rise, to: fall } : { from: fall, to: rise }
}
