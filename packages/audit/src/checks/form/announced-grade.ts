/** A grade, score or result whose place was left blank: 评定等级为“  ”, 等级为， 等级为（优/良/中/差） beside a score. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import { matchesOf } from '../matches.ts'
import type { Tell } from '../text-check.ts'

const NAME = '(?:(?:等级|等次|档次|评级)(?:评定|认定|确定|核定)?|得分|总分|评分|(?:评价|自评|考核|评定)(?:结果|结论))'
const EMPTY = '(?:[“"‘「『]\\s{0,4}[”"’」』]|[（(]\\s{0,4}[）)])'
const OPEN: readonly RegExp[] = [
  new RegExp(`${NAME}(?:为|是|[:：])\\s?${EMPTY}\\s?(?:等次|等级|分|级|等)?`, 'g'),
  /(?:等级|等次|档次)(?:评定|认定|确定|核定)?为\s?(?=[，。；]|$)/g,
  /(?:等级|等次|档次)[:：]\s?(?=[，。；])|(?:得分|总分|评分)[:：]\s?(?:分(?=[，。；]|$)|(?=[，。；]))/g,
]
/** All grades of the scale in the place of one. */
const UNPICKED =
  /(?:等级|等次|档次)(?:为|是|[:：])\s?(?:[（(“"]?优秀?[/／]良好?[/／][中一合较差][^。；，（）()“”"]{0,10}[）)”"]?|[（(]优秀?、良好?、[中一合较差][^。；，（）()]{0,10}[）)])(?=[。；，]|$)/g
const SCORED = /得分[^。；]{0,8}\d/
/** Sentences about the scale itself. */
const SCALE = /分以上|分为|分成|划分|标准|分别|四个|四级|四档|五级|以下/
/** Filled in by somebody else: the finance office, the panel. */
const OTHERS = /复核|审核|复评|财政部门|抽查|评审组|主管部门/
const REACH = 12
const BLANK = /[“”"‘’「」『』（()）\s]/g
const MOST_CHOICES = 20

export function tellGrades(set: ClaimSet, tell: Tell): void {
  for (const [block, content] of set.report.blocks.entries()) {
    if (content.kind !== 'paragraph') continue
    const found = OPEN.flatMap((form) => matchesOf(content.text, form))
    for (const match of matchesOf(content.text, UNPICKED).slice(0, MOST_CHOICES)) if (isOfScore(set, block, match.index)) found.push(match)
    for (const match of found) {
      const start = startOfClause(content.text, match.index)
      const end = match.index + match[0].length
      const words = content.text.slice(start, end).replace(BLANK, '').trim()
      if (OTHERS.test(words)) continue
      tell.fail(() => ({
        message: `“${words}”没有填写结果，请补充。`,
        quotes: [quoteWords(set, block, start, end)],
        computation: `“${words}”：填写的结果0个`,
        steps: [`“${words}”预告了结果`, '其后应写结果的位置为空白，或只有备选项'],
      }))
    }
  }
}

function startOfClause(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < REACH && !/[，。；、：:（(\s]/.test(text.charAt(start - 1))) start--
  return start
}

function isOfScore(set: ClaimSet, block: number, at: number): boolean {
  const content = set.report.blocks[block]
  const sentence = set.sentencesOf.get(block)?.find(({ start, end }) => start <= at && at < end)
  if (sentence === undefined || content === undefined || !('text' in content)) return false
  const words = content.text.slice(sentence.start, sentence.end)
  return SCORED.test(words) && !SCALE.test(words)
}
