/** A grade that the total score does not give, by the bands that the report prints, or by any bands in use. */
import type { SourceDocument } from '@jiheng/ingest'
import { compare, type Decimal, decimal } from '@jiheng/quantity'
import type { AuditContext } from '../../audit-result.ts'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteFigure, quoteWords } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import type { Given } from '../../given.ts'
import type { ClaimGraph } from '../../graph/claim-graph.ts'
import { bandsOf, bandsOfScheme, CUTS_IN_USE, GRADE_OF_WORD, type Grade, gradeBy, gradesIn } from '../../rules/grade-bands.ts'
import { type Check, type CheckRun, type FindingDraft, noOutcomes } from '../check.ts'

const wording = {
  title: '评价等级与得分不符',
  remedy: '按等级划分标准核对得分和等级。',
  explain:
    '等级按报告所列划分标准确定；报告未列而给出评分细则的，按细则的标准；都没有的，常用各档（90/80/60、90/80/70、85/75/60）都不符才提出。',
  titleEnglish: 'A grade that the score does not give',
}

export const gradeMismatch: Check = {
  id: 'grade-mismatch',
  kind: 'grade-band',
  severity: 'error',
  needs: ['implies'],
  wording,
  source: 'framework §3 等级；D-01',
  run,
}

const STATED =
  /(?:等级|等次|结果|评价结论|评定|档次)(?:评定|评价)?(?:为|是|：|:)?[“"「]?(优秀?|良好?|中等?|合格|一般|较?差|不合格)(?=[”"」。，,；;、）)\s]|$|等?级)/
const HUNDRED = decimal('100')

function run(graph: ClaimGraph, _context: AuditContext, _document: SourceDocument, { scheme }: Given): CheckRun {
  const outcomes = noOutcomes()
  const findings: FindingDraft[] = []
  const { set } = graph
  const printed = bandsOf(set)
  const given = printed.length >= 3 || scheme === null ? null : bandsOfScheme(scheme.version.policies.grades)
  const bands = given ?? printed
  const whose = given === null ? '报告所列' : `${scheme?.label ?? ''}的`
  for (const { grade, quote, score, word } of statedGrades(set)) {
    if (compare(score.value, HUNDRED) > 0) {
      outcomes['cannot-tell']++
      continue
    }
    const fits =
      bands.length >= 3 ? gradesIn(bands, score.value).includes(grade) : CUTS_IN_USE.some((cuts) => gradeBy(cuts, score.value) === grade)
    if (fits || (bands.length >= 3 && gradesIn(bands, score.value).length === 0)) {
      outcomes[fits ? 'pass' : 'cannot-tell']++
      continue
    }
    outcomes.fail++
    const right =
      bands.length >= 3
        ? (gradesIn(bands, score.value)[0] ?? null)
        : (gradeBy(CUTS_IN_USE[0] as readonly [number, number, number], score.value) as Grade)
    findings.push({
      check: 'grade-mismatch',
      kind: 'grade-band',
      severity: bands.length >= 3 ? 'error' : 'warning',
      title: wording.title,
      message: `得分 ${sayFigure(score)}，等级写为“${word}”，按${bands.length >= 3 ? `${whose}标准` : '常用标准'}应为“${right}”，请核对。`,
      quotes: [quote, quoteFigure(set, score)],
      computation: `${sayFigure(score)} → ${right}；所写为 ${word}`,
      steps: [
        { say: `得分：${sayFigure(score)}` },
        {
          say:
            bands.length >= 3
              ? `${whose}标准：${bands.map((band) => `${text(band.low)}–${text(band.high)} ${band.grade}`).join('，')}`
              : '报告未列等级标准，按常用的 90、80、60 分档',
        },
        { say: `应为“${right}”，所写为“${word}”` },
      ],
      expected: right,
      repair: right === null ? null : { from: word, to: right, reason: 'recomputed' },
      related: [],
      confidence: bands.length >= 3 ? 0.95 : 0.8,
    })
  }
  return { findings, outcomes, untold: [] }
}

const text = (value: Decimal): string => (value.coefficient / 10n ** BigInt(value.scale)).toString()

interface Stated {
  readonly grade: Grade
  readonly word: string
  readonly quote: Quote
  readonly score: Figure
}

/** A grade in the sentence of the total score or the next one of the paragraph; or, of the whole, anywhere in a report of one total score. */
function statedGrades(set: ClaimSet): Stated[] {
  const totals = set.figures.filter(isTotalScore)
  const beside = totals.flatMap((score) => gradeBeside(set, score) ?? [])
  const [only] = totals
  if (only === undefined || totals.some((score) => compare(score.value, only.value) !== 0)) return beside
  const told = new Set(beside.map(({ quote }) => `${quote.block}:${quote.start}`))
  return [...beside, ...gradesAlone(set, only).filter(({ quote }) => !told.has(`${quote.block}:${quote.start}`))]
}

function isTotalScore({ claim, seat, compare: limit, lead }: Figure): boolean {
  if (claim.role !== 'score' || seat.kind !== 'text' || limit !== null || claim.quantity.hedge !== undefined) return false
  return /(?:自评|综合|总|最终|整体|评价).{0,6}(?:得分|总分|评分|分)/.test(lead.replace(/\s/g, ''))
}

function gradeBeside(set: ClaimSet, score: Figure): Stated | null {
  const { seat, claim } = score
  const block = set.report.blocks[claim.anchor.block]
  if (seat.kind !== 'text' || block === undefined || !('text' in block)) return null
  const hasOther = (sentence: Sentence): boolean =>
    sentence.index !== seat.sentence && sentence.figures.some((index) => set.figures[index]?.claim.role === 'score')
  for (const sentence of set.sentences.slice(seat.sentence, seat.sentence + 2)) {
    if (sentence.block !== claim.anchor.block || hasOther(sentence)) continue
    const stated = gradeIn(set, sentence, block.text, score)
    if (stated !== null) return stated
  }
  return null
}

/** "本项目绩效等级为“良”": the grade of the whole, in a sentence of its own. */
const OF_WHOLE = /(?:本项目|本单位|本部门|我[局委办院校馆站镇乡]|部门整体|整体|综合|自评|评价)[^，。；]{0,8}(?:等级|等次|档次|结论)/

function gradesAlone(set: ClaimSet, score: Figure): Stated[] {
  return set.sentences.flatMap((sentence) => {
    const block = set.report.blocks[sentence.block]
    if (block === undefined || !('text' in block)) return []
    const words = block.text.slice(sentence.start, sentence.end)
    return words.includes('等') && OF_WHOLE.test(words) ? (gradeIn(set, sentence, block.text, score) ?? []) : []
  })
}

function gradeIn(set: ClaimSet, sentence: Sentence, whole: string, score: Figure): Stated | null {
  const match = STATED.exec(whole.slice(sentence.start, sentence.end))
  const word = match?.[1]
  const grade = word === undefined ? undefined : GRADE_OF_WORD[word]
  if (match === null || word === undefined || grade === undefined) return null
  const at = sentence.start + match.index
  return { grade, word, score, quote: quoteWords(set, sentence.block, at, at + match[0].length) }
}
