/** Sections whose title names a topic of which their words say nothing at all: 应用, 公开; 对象, 范围. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import type { Tell } from '../text-check.ts'
import { type TitledPart, wordsOfPart } from './report-outline.ts'

interface Topic {
  readonly title: RegExp
  readonly name: string
  /** Any of these words speaks of the topic; the list is long on purpose. */
  readonly spoken: RegExp
}

const TOPICS: readonly Topic[] = [
  {
    title: /(?:结果|自评|评价)[^，。]{0,8}(?:应用|运用|公开)/,
    name: '应用和公开',
    spoken:
      /应用|运用|公开|公示|公布|披露|网站|挂钩|整改|反馈|通报|报送|上报|备案|存档|参考|依据|作为|用于|改进|完善|优化|编制|预算|安排|压减|调减|削减|核减|扣减|取消|奖励|约谈|处理|汇报|研究|提交|会议|党组|问题|下一?年|来年|次年|明年|后续|今后|将|拟|监督|奖惩|问责|考核|无|暂|未|附|详见/,
  },
  {
    title: /(?:评价|自评)[^，。]{0,6}(?:对象|范围)/,
    name: '对象和范围',
    spoken:
      /对象|范围|评价|自评|项目|支出|经费|年度|\d|纳入|涵盖|涉及|包括|包含|覆盖|下属|所属|下设|全部|所有|本级|单位|部门|机构|科室|附|详见|预算资金|万元/,
  },
]
/** A word or two is an answer of its own kind. */
const SHORT = 12

export function tellTopics(set: ClaimSet, tell: Tell, parts: readonly TitledPart[]): void {
  for (const part of parts) {
    const topic = TOPICS.find(({ title }) => title.test(part.title))
    if (topic === undefined) continue
    const words = wordsOfPart(set, part)
    if (words === null || words.length < SHORT) tell.notApplicable()
    else if (topic.spoken.test(words)) tell.pass()
    else tellTopic(set, tell, part, topic, words)
  }
}

function tellTopic(set: ClaimSet, tell: Tell, part: TitledPart, topic: Topic, words: string): void {
  const below = set.report.blocks[part.block + 1]
  const own = quoteWords(set, part.block, 0, part.bodyStart)
  const isBelow = part.block + 1 < part.end && below !== undefined && 'text' in below
  tell.fail({
    message: `“${part.title}”之下没有写到${topic.name}，请补充。`,
    quotes: isBelow ? [own, quoteWords(set, part.block + 1, 0, Math.min(below.text.length, 60))] : [own],
    computation: `该部分${words.length}字中，涉及${topic.name}的表述：0处`,
    steps: [`标题写明“${part.title}”`, `其下${words.length}字中没有涉及${topic.name}的词语`],
  })
}
