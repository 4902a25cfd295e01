/** Conclusions without score or grade in a report that says it was scored, and surveys of satisfaction without a result. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import type { Tell } from '../text-check.ts'
import { type TitledPart, wordsOfPart } from './report-outline.ts'

const CONCLUSION = /(?:评价|自评|考核)(?:的?)(?:综合)?(?:结论|结果|得分|等级)|得分情况/
const OTHER_TOPIC = /应用|运用|公开|反馈|整改|问题/
const SCORED = /打分|评分|逐项计分|量化评价|赋分|得分/
const GRADE =
  /(?:等级|等次|档次|级别)[^。；]{0,16}(?:优|良|中|差|合格|[ABCD])|(?:评定|评价|考核|自评|结论|结果|结论性评价)(?:结果|结论|等级)?(?:为|是)[：:“"‘「\s]{0,2}(?:优|良|中|差|好|较好|合格|达标)|[“"「](?:优秀?|良好?|中|差|合格)[”"」]|(?:优秀|良好|合格)(?:等次|等级|档)/
const POINTS = /\d\s?分(?![钟别析类公之])/

export function tellScores(set: ClaimSet, tell: Tell, parts: readonly TitledPart[]): void {
  tellConclusion(set, tell, parts)
  tellSatisfaction(set, tell, parts)
}

function tellConclusion(set: ClaimSet, tell: Tell, parts: readonly TitledPart[]): void {
  const part = parts.find(({ title }) => CONCLUSION.test(title) && !OTHER_TOPIC.test(title))
  if (part === undefined) return
  const isGiven = set.figures.some(({ dimension }) => dimension === 'point') || isPrinted(set, POINTS) || isPrinted(set, GRADE)
  if (isGiven) {
    tell.pass()
    return
  }
  const said = firstOf(set, SCORED, (block) => block !== part.block)
  const words = wordsOfPart(set, part)
  if (said === null || words === null || words.length === 0 || /附件|附表|另行|另附|见表/.test(words)) {
    tell.notApplicable()
    return
  }
  tell.fail({
    message: `“${part.title}”没有写明得分和等级，文中却说明已逐项评分，请补充。`,
    quotes: [quotePart(set, part), said.quote],
    computation: '全文得分0个，等级0个',
    steps: [`“${said.words}”说明已经评分`, '全文（含表格）写明的得分：0个', '全文写明的评价等级：0个'],
  })
}

const SURVEY = /满意度[^。；，]{0,6}调查|(?:问卷|测评|走访|回访)[^。；]{0,30}满意|满意[^。；]{0,30}(?:问卷|测评)/
const SATISFACTION = /满意[^。；\n]{0,60}?\d|\d[^。；\n]{0,40}满意|(?:零|无|未收到|没有)[^。；，]{0,6}(?:投诉|不满意)|百分之/

function tellSatisfaction(set: ClaimSet, tell: Tell, parts: readonly TitledPart[]): void {
  const survey = firstOf(set, SURVEY)
  if (survey === null) return
  const isGiven = isPrinted(set, SATISFACTION) || set.figures.some(({ claim }) => claim.label.includes('满意'))
  if (isGiven) {
    tell.pass()
    return
  }
  const part = parts.find(({ title }) => title.includes('满意'))
  tell.fail({
    severity: part === undefined ? 'info' : 'warning',
    message: '写明开展了满意度调查，但全文没有满意度数值，请补充。',
    quotes: part === undefined ? [survey.quote] : [quotePart(set, part), survey.quote],
    computation: '全文满意度数值：0个',
    steps: [`“${survey.words}”说明开展了调查`, '全文（含表格）满意度数值：0个'],
  })
}

const quotePart = (set: ClaimSet, { block, bodyStart }: TitledPart): ReturnType<typeof quoteWords> => quoteWords(set, block, 0, bodyStart)

interface Words {
  readonly words: string
  readonly quote: ReturnType<typeof quoteWords>
}

/** The first clause of the report that says so; tables are not read. */
function firstOf(set: ClaimSet, form: RegExp, where: (block: number) => boolean = () => true): Words | null {
  for (const [block, content] of set.report.blocks.entries()) {
    if (!('text' in content) || !where(block)) continue
    const match = form.exec(content.text)
    if (match === null) continue
    const end = match.index + match[0].length
    const clauses = (set.sentencesOf.get(block) ?? []).flatMap((sentence) => sentence.clauses)
    const first = clauses.find((clause) => clause.end > match.index)
    const last = clauses.find((clause) => clause.end >= end)
    const quote = quoteWords(set, block, Math.min(first?.start ?? match.index, match.index), Math.max(last?.end ?? end, end))
    return { words: match[0], quote }
  }
  return null
}

const isPrinted = (set: ClaimSet, form: RegExp): boolean =>
  set.report.blocks.some((content) => 'text' in content && form.test(content.text))
