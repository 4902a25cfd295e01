/** 执行率为。 共计万元。 A place for a figure, and no figure; 原因如下：, and nothing below. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import type { Tell } from '../text-check.ts'
import { type NumberedLine, numberedLines } from './numbered-lines.ts'

/** The one place where something must stand. */
const OPEN_FIGURES: readonly RegExp[] = [
  /(?:率|满意度|占比|比重)(?:为|达到|达|约为)\s{0,2}(?:[%％](?=[，。；、）)]|$)|(?=[。，；]))/g,
  /(?:支出|收入|预算|决算|资金|经费|余额|总额|结转|结余)(?:数|额)?(?:为|共计|合计|共|达)?\s{0,2}(?:万元|亿元|元)(?=[，。；])/g,
  /(?:得分|总分|评分)\s{0,2}分(?=[，。；])|(?:得分|总分|评分|分值)(?:为|是)\s{0,2}(?:分(?=[，。；])|(?=[，。；]))/g,
]
const ANNOUNCES = /(?:如下|以下(?:几个?)?(?:方面|问题|措施|原因|情况|几点))[^，。；：:]{0,6}[:：。]?$/

export function tellFigures(set: ClaimSet, tell: Tell): void {
  for (const [block, content] of set.report.blocks.entries()) {
    if (content.kind !== 'paragraph') continue
    for (const form of OPEN_FIGURES)
      for (const match of content.text.matchAll(form)) {
        const end = match.index + match[0].length
        const start = startOfName(content.text, match.index)
        const words = content.text.slice(start, end).trim()
        tell.fail({
          message: `“${words}”之后没有数字，请补充。`,
          quotes: [quoteWords(set, block, start, end)],
          computation: `“${words}”：数字0个`,
          steps: [`“${words}”之后直接是标点`],
        })
      }
  }
  tellLists(set, tell)
}

const LONGEST_NAME = 10

function startOfName(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_NAME && /[\u4e00-\u9fff“”]/.test(text.charAt(start - 1))) start--
  return start
}

function tellLists(set: ClaimSet, tell: Tell): void {
  const lines = new Map(numberedLines(set).map((line) => [line.block, line]))
  let section: NumberedLine | null = null
  for (const [block, content] of set.report.blocks.entries()) {
    section = lines.get(block) ?? section
    if (section === null || content.kind !== 'paragraph') continue
    const match = ANNOUNCES.exec(content.text)
    if (match === null) continue
    if (!isFollowedByNothing(set, block, section, lines.get(block + 1))) {
      tell.pass()
      continue
    }
    tell.fail({
      message: `“${match[0]}”之后没有内容，请补充。`,
      quotes: [quoteWords(set, block, match.index, match.index + match[0].length)],
      computation: `“${match[0]}”之后的内容：0`,
      steps: [`“${match[0]}”之后直接是下一标题，或报告结束`],
    })
  }
}

function isFollowedByNothing(set: ClaimSet, block: number, section: NumberedLine, next: NumberedLine | undefined): boolean {
  const content = set.report.blocks[block + 1]
  if (content === undefined) return true
  return next !== undefined && !next.opensPart && next.value !== 1 && next.level <= section.level
}
