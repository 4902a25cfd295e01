/** The words that say what a figure is about, as pairs of neighbouring characters, so that word order and filling words do not matter. */

import { rateAtEnd } from '@jiheng/vocabulary'

/** Words that say which year, which stage or that something was done, but not what. */
const FILLING =
  /(?:(?:19|20)\d{2}|[〇零一二三四五六七八九]{4})年(?:度|末|底|初|上半年|下半年)?|本年度?|上一?年度?|去年度?|今年|当年|全年|年度|年初|年末|年底|年中|期初|期末|截[至止]|月末|目前|合计|总计|共计|累计|小计|总额|分别|其中|实际|计划|目标值?|任务|指标值?|完成|达到|已经?|安排|(?<!^(?:项目|基本))支出(?!进度)|支付(?!进度)|执行(?!进度)|到位|预算数?(?!执行|编制|管理)|决算数?|调整后|调整|金额|(?<!单位|财政|其他|自有)资金|经费|数量|总数|情况|部门|单位(?!资金)|整体|总体|概况|总况|收支|增加|减少|(?<=.)项目(?=支出|合计|$)|得分|总分|评分|自评|综合|最终|我局|我单位|全部|全县|全市|全区|评价|办理(?!时)|开展|提供|组织|举办|承办|实施|建成|通过|验收|服务$/g
/** Word ends that one writer adds and the next leaves out. */
const ENDINGS = /(?:数量|[件人个户次篇套台批期家条项处辆宗份座名]数|场次|批次|面积|长度|总数|规模|比例|工作|数)$/
const NUMBERING =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}(?:[、．]|\.(?!\d))|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|其中[:：])+/
/** Brackets that hold a weight, a unit or a rule, no part of the name. */
const BRACKETED_RULE = /[（(](?:[^（()）]*(?:[≥≤÷×=＝%％/]|单位|[A-Z]|\d分)[^（()）]*|\d+分?)[）)]/g
/** 执行率, 满意度: the last word of a rate. */
const RATE_CORE = 3
const NO_WORDS = /[\s“”"'‘’「」《》]/g

/** The name inside a label, without numbering, quotes, rules in brackets and filling words; commas stand where words are left out. */
export function plainName(label: string): string {
  const bare = label.replace(NO_WORDS, '').replace(NUMBERING, '').replace(BRACKETED_RULE, '')
  // 群众满意度 and "面向群众…满意度" are one name: the rate and whose rate it is are two words.
  if (rateAtEnd(bare) !== null) {
    const owner = bare.slice(0, -RATE_CORE).replace(FILLING, (word) => (word === '预算' ? '，预算，' : '，'))
    return `${owner}，${bare.slice(-RATE_CORE)}`
  }
  const name = withoutFilling(bare)
  const short = name.replace(ENDINGS, '')
  return hanLength(short) >= 2 ? short : name
}

const withoutFilling = (name: string): string => name.replace(FILLING, '，').replace(/，+$/, '')

/** Words of a name: every pair of neighbouring characters, and the pairs that a name of even length falls into. */
export interface Name {
  readonly grams: ReadonlySet<string>
  readonly pairs: readonly string[]
}

export const NO_NAME: Name = { grams: new Set(), pairs: [] }

export function nameOf(...labels: readonly string[]): Name {
  const grams = new Set<string>()
  const pairs: string[] = []
  for (const run of labels.flatMap((label) => runsOf(label))) {
    eachGram(run, (gram) => grams.add(gram))
    if (run.length % 2 === 1 || run.charCodeAt(0) < 0x3400) eachGram(run, (gram) => pairs.push(gram))
    else for (let at = 0; at < run.length; at += 2) pairs.push(run.slice(at, at + 2))
  }
  return grams.size === 0 ? NO_NAME : { grams, pairs }
}

/** Runs of Chinese characters, and words in Latin letters. */
function runsOf(text: string): string[] {
  return text.replace(NO_WORDS, '').match(/[\u3400-\u9fff]{2,}|[A-Za-z]{2,}/g) ?? []
}

/** All pairs of neighbouring characters of a text, one by one. */
export function eachGramIn(text: string, add: (gram: string) => void): void {
  for (const run of runsOf(text)) eachGram(run, add)
}

function eachGram(run: string, add: (gram: string) => void): void {
  if (run.charCodeAt(0) < 0x3400) add(run)
  else for (let at = 0; at + 1 < run.length; at++) add(run.slice(at, at + 2))
}

/** The words round a figure, the closest first, each stretch with how close it stands, 0 to 1. */
export class Surroundings {
  private readonly stretches: { text: string; weight: number; isClean: boolean }[] = []

  /** Stretches are put in order of closeness. */
  put(text: string, weight: number): void {
    if (text.length > 1) this.stretches.push({ text, weight, isClean: false })
  }

  weightOf(gram: string): number {
    for (const stretch of this.stretches) {
      if (!stretch.isClean) {
        stretch.text = stretch.text.replace(NO_WORDS, '')
        stretch.isClean = true
      }
      if (stretch.text.includes(gram)) return stretch.weight
    }
    return 0
  }
}

/** How much of a name is said here, 0 to 1. A name that only its context gives is neither for nor against. */
export function saidIn(name: Name, surroundings: Surroundings): number {
  if (name.grams.size === 0) return 0.9
  const mean = (grams: Iterable<string>, size: number): number => {
    let sum = 0
    for (const gram of grams) sum += surroundings.weightOf(gram)
    return sum / size
  }
  return Math.max(mean(name.grams, name.grams.size), mean(name.pairs, name.pairs.length))
}

export const hanLength = (text: string): number => text.replace(/[^\u3400-\u9fff]/g, '').length
