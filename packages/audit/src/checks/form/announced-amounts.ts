/** A self-evaluation of a department's whole spending in which no amount of money stands. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import type { Tell } from '../text-check.ts'

/** Shorter texts are covers, extracts and letters. */
const FEWEST_CHARACTERS = 1200
const FRONT = 3
const WHOLE = /整体支出|部门整体|单位整体/
const CLAIMS = /(?:资金|预算|支出|经费|收支)[^。；，]{0,12}(?:使用|执行|审批|规范|合规|控制|到位|核算|达到|完成)/
const COST = /成本[^。；，]{0,8}(?:可控|控制|节约|降低|合理)/

export function tellAmounts(set: ClaimSet, tell: Tell): void {
  const { blocks } = set.report
  // 附件4 above the title is the report itself.
  if (blocks.some((block, at) => block.kind === 'table' || (block.kind === 'attachment' && at > FRONT))) return
  let characters = 0
  let isWhole = WHOLE.test(set.report.title ?? '')
  const claims: { block: number; start: number; end: number }[] = []
  let cost: { block: number; start: number; end: number } | null = null
  for (const [block, content] of blocks.entries()) {
    if (!('text' in content)) continue
    characters += content.text.length
    isWhole ||= WHOLE.test(content.text)
    if (/(?:万元|亿元|\d元)|(?:详见|见)附/.test(content.text)) return
    for (const { start, end } of set.sentencesOf.get(block) ?? []) {
      const sentence = content.text.slice(start, end)
      if (content.kind === 'paragraph' && CLAIMS.test(sentence)) claims.push({ block, start, end })
      if (cost === null && COST.test(sentence)) cost = { block, start, end }
    }
  }
  const last = claims.at(-1)
  if (!isWhole || characters < FEWEST_CHARACTERS || last === undefined) return
  const quotes = [quoteWords(set, last.block, last.start, last.end)] as const
  tell.fail({
    message: '整体支出绩效自评全文没有预算、支出的任何金额，资金使用的结论无从核对，请补充。',
    quotes: cost === null ? quotes : [...quotes, quoteWords(set, cost.block, cost.start, cost.end)],
    computation: '全文金额：0个',
    steps: [`全文约${characters}字，自评对象为整体支出`, '全文（含表格）金额：0个'],
  })
}
