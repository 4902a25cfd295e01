/** Which way a target is meant. */
import type { Comparator } from '@jiheng/quantity'

const SIGNS: readonly Comparator[] = ['≥', '≤', '>', '<', '=']
const AT_LEAST = /≥|＞＝|>=|﹥|不低于|不少于|不小于|以上|至少|大于等于/
const AT_MOST = /≤|＜＝|<=|﹤|不超过|不高于|不大于|不多于|以内|以下|小于等于|控制在/

/** By its own sign, by its own words, then by the column 指标性质. */
export function signOf(target: string, printed: string | null, nature: string): Comparator | null {
  const own = SIGNS.find((sign) => sign === printed)
  if (own !== undefined) return own
  return inWords(target) ?? inWords(nature) ?? byNature(nature)
}

function inWords(text: string): Comparator | null {
  if (AT_MOST.test(text)) return '≤'
  if (AT_LEAST.test(text)) return '≥'
  if (/[>＞]|大于|超过|高于/.test(text)) return '>'
  if (/[<＜]|小于|低于/.test(text)) return '<'
  return /[=＝]|等于/.test(text) ? '=' : null
}

const byNature = (nature: string): Comparator | null => (/正向/.test(nature) ? '≥' : /反向|逆向|负向/.test(nature) ? '≤' : null)
