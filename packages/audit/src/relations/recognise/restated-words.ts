/** The words that say what a figure is about, as pairs of neighbouring characters, so that word order and filling words do not matter. */

import { rateAtEnd } from '@jiheng/vocabulary'

/** Words that say which year, which stage or that something was done, but not what. */
const FILLING =
  /(?:(?:19|20)\d{2}|[〇零一二三四五六七八九]{4})年(?:度|末|底|初|上半年|下半年)?|本年度?|上一?年度?|去年度?|今年|当年|全年|年度|年初|年末|年底|年中|期初|期末|截[至止]|月末|目前|合计|总计|共计|累计|小计|总额|分别|其中|实际|计划|目标值?|任务|指标值?|完成|达到|已经?|安排|(?<!^(?:项目|基本))支出(?!率|进度)|支付(?!率|进度)|执行(?!率|进度)|到位(?!率)|预算数?(?!执行率|完成率|调整率|控制率|编制|管理)|决算数?|调整后|调整(?!率)|金额|资金|经费|数量|总数|情况|部门|单位|整体|(?<=.)项目(?=支出|合计|$)|得分|总分|评分|自评|综合|最终|我局|我单位|全部|全县|全市|全区|评价/g
/** Word ends that one writer adds and the next leaves out. */
const ENDINGS = /(?:数量|件数|人数|个数|户数|次数|场次|面积|长度|总数|规模|比例|工作|数)$/
const NUMBERING =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}(?:[、．]|\.(?!\d))|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|其中[:：])+/
/** Brackets that hold a weight, a unit or a rule, no part of the name. */
const BRACKETED_RULE = /[（(][^（()）]*(?:[≥≤÷×=＝%％/]|^\d+分?$|单位|[A-Z]|\d分)[^（()）]*[）)]/g

/** The name inside a label, without numbering, quotes, rules in brackets and filling words. */
export function plainName(label: string): string {
  const bare = label
    .replace(/[\s“”"'‘’「」《》]/g, '')
    .replace(NUMBERING, '')
    .replace(BRACKETED_RULE, '')
  // A comma where words are left out: the characters on both sides are no neighbours.
  const name = bare.replace(FILLING, '，').replace(/，+$/, '')
  const short = name.replace(ENDINGS, '')
  const kept = hanLength(short) >= 2 ? short : name
  // 群众满意度 and "面向群众…满意度" are one name: the rate and whose rate it is are two words.
  const rate = rateAtEnd(kept)
  return rate === null || rate.name.length >= kept.length ? kept : `${kept.slice(0, kept.length - rate.name.length)}，${rate.name}`
}

/** Pairs of neighbouring Chinese characters; runs of digits or letters count as one word. */
export function gramsOf(text: string): Set<string> {
  const grams = new Set<string>()
  addGrams(text, (gram) => grams.add(gram))
  return grams
}

export function addGrams(text: string, add: (gram: string) => void): void {
  const clean = text.replace(/[\s“”"'‘’「」《》]/g, '')
  for (const [run] of clean.matchAll(/[\u3400-\u9fff]+|[A-Za-z]{2,}/g)) {
    if (run.charCodeAt(0) < 0x3400) add(run)
    else for (let i = 0; i + 1 < run.length; i++) add(run.slice(i, i + 2))
  }
}

export const hanLength = (text: string): number => text.replace(/[^\u3400-\u9fff]/g, '').length
