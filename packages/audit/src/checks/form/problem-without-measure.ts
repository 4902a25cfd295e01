/** A problem that no suggestion answers, where the suggestions answer all the others one by one. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteNumber } from '../../findings/quote.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { type NumberedLine, numberedLines } from './numbered-lines.ts'
import { type TitledPart, titledParts } from './report-outline.ts'

const wording = {
  title: '所列问题没有对应措施',
  remedy: '补写该问题的改进措施；已在别处说明的，注明出处。',
  explain:
    '问题和建议（措施）各成一部分、逐条编号，其余问题都有用词相应的建议，唯有一条问题的用词在建议部分一处也没有，且建议比问题少。问题部分自带措施的不判断。',
  titleEnglish: 'A problem that no suggestion answers',
}

const PROBLEMS =
  /^(?:绩效管理|项目|预算执行|目前|主要|当前)?(?:中|自评|绩效)?(?:存在的?|发现的?)?(?:主要)?(?:问题|不足)(?:和不足|与不足|及不足|及原因|及原因分析|和原因分析)?$/
const MEASURES =
  /^(?:有关|相关|对策|下一步|意见|工作|改进|整改|对策)*(?:的)?(?:建议|措施|改进措施|改进建议|整改措施|对策|意见|打算)(?:[和与及](?:建议|措施|对策))?$/
/** Problems told together with what is done about them. */
const ANSWERED = /措施|整改|下一步|今后|拟|将(?!军)|已(?:于|经|在)|建议|加强|完善|纳入/
/** What was aimed at and not reached calls for an answer. */
const UNMET = /未(?:能)?(?:达到|达成|完成|实现|达标|达)|不达标|没有(?:达到|完成)/
const FEWEST = 3
const MOST = 12
const MOST_PARTS = 5
/** Pairs of characters that every such section prints. */
const COMMON =
  /项目|工作|绩效|目标|管理|资金|预算|指标|问题|措施|建议|部分|主要|进行|进一|一步|不够|不足|不高|有待|加强|提高|完成|情况|原因|个别|存在|需要|未达|达到|有关|相关|单位|部门|方面|机制|制度|建立|完善|年度|年初|年底|及时|较[低高慢]|偏[低高慢]/
const EXCERPT = 4000

export const problemWithoutMeasure = textCheck(
  {
    id: 'problem-without-measure',
    kind: 'missing-section',
    severity: 'warning',
    wording,
    source: '财预〔2020〕10号 评价报告提纲：存在的问题、有关建议',
  },
  (set, tell) => {
    const parts = titledParts(set)
    let seen = 0
    for (const [at, part] of parts.entries()) {
      if (!PROBLEMS.test(bare(part.title)) || ++seen > MOST_PARTS) continue
      const next = parts.slice(at + 1).find(({ level, block }) => level <= part.level && block >= part.end)
      if (next !== undefined && next.level === part.level && MEASURES.test(bare(next.title))) look(set, part, next, tell)
    }
  },
)

const bare = (title: string): string => title.replace(/[\s“”"]/g, '')

interface Item {
  readonly line: NumberedLine
  readonly text: string
}

function look(set: ClaimSet, problemPart: TitledPart, measurePart: TitledPart, tell: Tell): void {
  const [problems, measures] = [itemsOf(set, problemPart), itemsOf(set, measurePart)]
  if (problems === null || measures === null || problems.length < FEWEST || measures.length !== problems.length - 1) {
    tell.notApplicable()
    return
  }
  if (problems.some(({ text }) => ANSWERED.test(text))) {
    tell.cannotTell(null, '问题部分自带措施')
    return
  }
  const answers = measures.map(({ text }) => pairsOf(text))
  const shared = problems.map(({ text }) => {
    const own = [...pairsOf(text)]
    return answers.map((answer) => own.filter((pair) => answer.has(pair)).length)
  })
  const left = shared.findIndex((counts) => counts.every((count) => count === 0))
  const others = shared.filter((_, i) => i !== left)
  // The other problems are answered one each, in their order.
  if (left < 0 || !others.every((counts, i) => (counts[i] ?? 0) >= ENOUGH_SHARED)) {
    tell.pass()
    return
  }
  const problem = problems[left] as Item
  const first = measures[0] as Item
  const number = problem.line.number.trim()
  const title = problem.text.split(/[。；，：:]/)[0] ?? ''
  tell.fail({
    severity: UNMET.test(problem.text) ? 'warning' : 'info',
    message: `问题${problems.length}条、建议或措施${measures.length}条，“${number}${title}”没有对应的措施，请补充。`,
    quotes: [quoteNumber(set, problem.line.block), quoteNumber(set, (measures.at(-1) ?? first).line.block)],
    computation: `问题${problems.length}条 > 措施${measures.length}条；“${number}”的用词在措施部分出现0处`,
    steps: [`其余${others.length}条问题各有用词相应的措施`, `“${number}${title}”的用词在措施部分出现0处`],
    confidence: 0.75,
  })
}

const ENOUGH_SHARED = 2

/** The numbered items right below a heading, each with its words; null where the part is no plain list of them. */
function itemsOf(set: ClaimSet, part: TitledPart): Item[] | null {
  const lines = numberedLines(set).filter(({ block }) => block > part.block && block < part.end)
  const [first] = lines
  if (first === undefined || first.block !== part.block + 1) return null
  const tops = lines.filter(({ style }) => style === first.style)
  if (tops.length > MOST || tops.some(({ value }, i) => value !== i + 1)) return null
  const items: Item[] = []
  for (const [i, line] of tops.entries()) {
    const end = tops[i + 1]?.block ?? part.end
    let text = ''
    for (let block = line.block; block < end && text.length < EXCERPT; block++) {
      const content = set.report.blocks[block]
      if (content === undefined || !('text' in content)) return null
      if (content.kind === 'paragraph' && block > line.block && /^.{0,40}(?:\d日|局|公司|中心|办)$/.test(content.text)) continue
      text += block === line.block && content.kind === 'paragraph' ? content.text.slice(line.number.length) : content.text
    }
    items.push({ line, text })
  }
  return items
}

/** Pairs of neighbouring characters that say what it is about. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of text.slice(0, EXCERPT).match(/[\u4e00-\u9fff]{2,}/g) ?? [])
    for (let at = 0; at + 2 <= run.length; at++) {
      const pair = run.slice(at, at + 2)
      if (!COMMON.test(pair)) pairs.add(pair)
    }
  return pairs
}
