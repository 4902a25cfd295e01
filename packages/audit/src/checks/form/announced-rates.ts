/** An item that is named for a rate, gives the amounts, and gives the rate neither here nor elsewhere. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import { matchesOf } from '../matches.ts'
import type { Tell } from '../text-check.ts'

/** A clause that is nothing but the name of a rate, at the beginning of a sentence or item. */
const NAMED =
  /(?<=^|[。；;])\s?(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)]?[.．、]?\s?)?([“”"A-Za-z\u4e00-\u9fff]{2,16}率)(?:分析|情况|完成情况)?\s?(?=[，,：:。])/g
/** Not rates of an evaluation: 效率, 税率. And deeds: 提高网办率. */
const NO_RATE = /(?:效|频|税|利|汇|费|功|速|概|心|出勤|人均)率$|了/
const DEED =
  /^(?:大力|有效|不断|进一步|切实|着力|稳步|持续|全面|努力|逐步)?(?:提高|提升|降低|确保|保证|保持|实现|控制(?!率)|压降|压减|增强|加快|改善|优化|完善|推动|促进|达到|超过|考核|监测|计算|关注|通过|按|以|对|将|使)/
const GIVEN = /[%％‰]|百分之|\d\s?倍|\d\s?成|比例为|持平/
const AMOUNT = /\d\s?(?:万元|亿元|元)/
/** Rates of money are printed; 出动率：计划1200人次，实际1200人次 and 成本节约率 may be told by the two figures alone. */
const OF_MONEY = /预算|经费|支出|资金|采购|执行|支付|结转|结余/
/** Items of a score print points, and the rate stands in the table. */
const POINTS = /\d\s?分(?![钟别析类公之])|得分|满分|扣分|分值/
const NONE =
  /(?:无|没有|未安排|未编制|未发生|不涉及|不适用|未纳入)(?:此项|该项|本项|相关|年初|政府采购|“?三公|采购)?(?:经费|”)*(?:预算|安排|支出|采购|情况|项目|$)|全部(?:完成|支付|执行|到位)|均(?:已)?(?:完成|支付|到位)|如数|全额/
const MOST_PARAGRAPHS = 4

export function tellRates(set: ClaimSet, tell: Tell): void {
  const given = givenRates(set)
  for (const [block, content] of set.report.blocks.entries()) {
    if (content.kind !== 'heading' && content.kind !== 'paragraph') continue
    const text = content.kind === 'heading' ? `${content.text}。` : content.text
    const found = matchesOf(text, NAMED)
    for (const [i, match] of found.entries()) {
      const end = found[i + 1]?.index ?? content.text.length
      const start = match.index + match[0].indexOf(match[1] ?? '')
      const name = match[1] ?? ''
      if (NO_RATE.test(name) || DEED.test(name) || !OF_MONEY.test(name)) continue
      const words = text.slice(start + name.length, end) + (i === found.length - 1 ? wordsBelow(set, block) : '')
      if (GIVEN.test(words)) tell.pass()
      else if (!AMOUNT.test(words) || POINTS.test(words) || NONE.test(words) || given.has(bare(name))) tell.notApplicable()
      else tellRate(set, tell, block, start, Math.min(end, content.text.length), name)
    }
  }
}

/** Paragraphs without a number that follow. */
function wordsBelow(set: ClaimSet, block: number): string {
  let words = ''
  for (let at = block + 1; at <= block + MOST_PARAGRAPHS; at++) {
    const content = set.report.blocks[at]
    if (content?.kind === 'table') return `${words}%`
    if (content?.kind !== 'paragraph' || content.lead !== undefined) break
    words += content.text
  }
  return words
}

const bare = (name: string): string => name.replace(/[“”"]/g, '')
const LONGEST_NAME = 20

/** All names, and ends of names, that stand at a rate in the report: 预算完成率 is given where 部门预算完成率 is. */
function givenRates(set: ClaimSet): ReadonlySet<string> {
  const given = new Set<string>()
  for (const { dimension, rateName, claim } of set.figures) {
    if (dimension !== 'ratio') continue
    for (const name of [bare(rateName ?? ''), bare(claim.label)])
      for (let length = 3; length <= Math.min(name.length, LONGEST_NAME); length++) given.add(name.slice(-length))
  }
  return given
}

function tellRate(set: ClaimSet, tell: Tell, block: number, start: number, end: number, name: string): void {
  const text = set.report.blocks[block]
  const words = text !== undefined && 'text' in text ? text.text.slice(start, end) : ''
  const first = words.search(/(?<=\d\s?(?:万元|亿元|元|人|件|个|项|次|场|户))[，,。；;]/)
  tell.fail({
    message: `写明“${name}”，列出了金额或数量，但没有给出比率，请补充。`,
    quotes: [quoteWords(set, block, start, start + (first > 0 ? first : Math.min(words.length, 60)))],
    computation: `“${name}”：全文比率数据0个`,
    steps: [`该项标明“${name}”并列出金额或数量`, `该项及全文其他位置均未给出“${name}”的数值`],
  })
}
