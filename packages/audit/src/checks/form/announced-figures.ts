/** 执行率为。 共计万元。 A place for a figure, and no figure; 原因如下：, and nothing below. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import { matchesOf } from '../matches.ts'
import type { Tell } from '../text-check.ts'
import { type NumberedLine, numberedLines } from './numbered-lines.ts'

/** The one place where something must stand, and how it ends, which is looked for first: most paragraphs leave nothing open. */
const OPEN_FIGURES: readonly { readonly sign: RegExp; readonly form: RegExp }[] = [
  {
    sign: /[为达到]\s{0,2}[%％，。；]/,
    form: /(?:率|满意度|占比|比重)(?:为|达到|达|约为)\s{0,2}(?:[%％](?=[，。；、）)]|$)|(?=[。，；]))/g,
  },
  {
    sign: /[出入算金费额转余数为计共达]\s{0,2}[万亿]?元[，。；]/,
    form: /(?:支出|收入|预算|决算|资金|经费|余额|总额|结转|结余)(?:数|额)?(?:为|共计|合计|共|达)?\s{0,2}(?:万元|亿元|元)(?=[，。；])/g,
  },
  {
    sign: /[长降少高加升低减约回缴了]\s?(?:[%％]|[万亿]元)[，。；]/,
    form: /(?:增长|下降|减少|提高|增加|上升|降低|压减)了?\s?[%％](?=[，。；])|(?:增加|减少|压减|节约|追加|收回|上缴)了?\s?(?:万元|亿元)(?=[，。；])/g,
  },
  {
    sign: /[（(]\s{0,4}[）)]/,
    form: /(?<=[\u4e00-\u9fff])[（(]\s{0,4}[）)]\s?(?:万元|亿元|元|[%％]|人次|[个项次人份户件场期](?![\u4e00-\u9fff]))/g,
  },
  {
    sign: /份[，。；、]|\s(?:人次|[个项次人份户件场期])[，。；、]/,
    form: /问卷\s?份(?=[，。；、])|(?:共|共计|累计|合计|收回|培训|检查|举办|开展|发放|建成|新增|受益)\s(?:人次|[个项次人份户件场期])(?=[，。；、])/g,
  },
  {
    sign: /[分值][为是]?\s{0,2}分?[，。；]/,
    form: /(?:得分|总分|评分)\s{0,2}分(?=[，。；])|(?:得分|总分|评分|分值)(?:为|是)\s{0,2}(?:分(?=[，。；])|(?=[，。；]))/g,
  },
]
const ANNOUNCES =
  /(?:如下|以下(?:几个?)?(?:方面|问题|措施|原因|情况|几点))[^，。；：:]{0,6}[:：。]?$|(?:包括|主要有|主要为|主要是|分别[为是]|表现[为在]|(?:原因|问题|措施|建议|做法)(?:有|是|为|在于)?|^答)[:：]$/
const SIGNED = /单位|部门|联系|日期|填报|附[件表]/

export function tellFigures(set: ClaimSet, tell: Tell): void {
  for (const [block, content] of set.report.blocks.entries()) {
    if (content.kind !== 'paragraph') continue
    for (const { sign, form } of OPEN_FIGURES) {
      if (!sign.test(content.text)) continue
      for (const match of matchesOf(content.text, form)) {
        const end = match.index + match[0].length
        const start = startOfName(content.text, match.index)
        const words = content.text.slice(start, end).trim()
        tell.fail(() => ({
          message: `“${words}”之后没有数字，请补充。`,
          quotes: [quoteWords(set, block, start, end)],
          computation: `“${words}”：数字0个`,
          steps: [`“${words}”之后直接是标点`],
        }))
      }
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
    if (SIGNED.test(match[0])) continue
    if (!isFollowedByNothing(set, block, section, lines.get(block + 1))) {
      tell.pass()
      continue
    }
    const words = content.text.slice(startOfName(content.text, match.index), content.text.length)
    tell.fail({
      message: `“${words}”之后没有内容，请补充。`,
      quotes: [quoteWords(set, block, match.index, match.index + match[0].length)],
      computation: `“${words}”之后的内容：0`,
      steps: [`“${words}”之后直接是下一标题，或报告结束`],
    })
  }
}

function isFollowedByNothing(set: ClaimSet, block: number, section: NumberedLine, next: NumberedLine | undefined): boolean {
  const content = set.report.blocks[block + 1]
  if (content === undefined) return true
  return next !== undefined && !next.opensPart && next.value !== 1 && next.level <= section.level
}
