/** "用于5个方面：", "由四部分组成", "分三类": a number of parts that words promise. */
import { readChineseNumber } from '@jiheng/quantity'

const PROMISE = /(\d{1,2}|[二两三四五六七八九十])(?:个|大|项|类)?(?:方面|部分|项目|类别|类型|大类|类|板块|内容|环节|来源|渠道)/

/** The number promised in these words; 0 when there is none. */
export function announcedParts(words: string): number {
  const found = PROMISE.exec(words.replace(/\s/g, ''))?.[1]
  if (found === undefined) return 0
  if (/^\d/.test(found)) return Number(found)
  const number = readChineseNumber(found === '两' ? '二' : found)
  return number === null || number.scale !== 0 ? 0 : Number(number.coefficient)
}
