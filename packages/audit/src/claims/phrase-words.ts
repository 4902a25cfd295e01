/** Phrases without the words that name nothing: time, scope, the unit itself, connecting and neutral words. */
import { beginnings, endings, NEUTRAL_WORDS, OPENERS, SCOPE_WORDS, SELF_WORDS } from '@jiheng/vocabulary'

export const PERIOD_WORDS =
  /(?:(?:19|20)\d{2}|[〇零一二三四五六七八九]{4})年(?:度|末|底|初|\d{1,2}月(?:\d{1,2}日|末|底|份)?)?|本年度?|上一?年度?|去年度?|今年|当年|年初|年末|年底|期初|期末|截[至止]|\d{1,2}月(?:\d{1,2}日|底|末|份)?/g

const PLAIN = [...SELF_WORDS, ...NEUTRAL_WORDS]
const plainAtEnd = endings(PLAIN.map((word) => [word, true] as const))
const plainAtStart = beginnings(PLAIN)
const openerAtStart = beginnings(OPENERS)
const HAS_PERIOD = /[年月]|期[初末]|截[至止]/
const HAS_SCOPE = /预算|财政|基金|资金/
const SCOPE = new RegExp(SCOPE_WORDS.map(([word]) => word).join('|'), 'g')

/** The phrase without the unit's own name in front. */
export function reduceSelf(phrase: string, isSelf: (words: string) => boolean): string {
  const plain = phrase.replace(PERIOD_WORDS, '')
  const self = SELF_WORDS.find((word) => plain.startsWith(word) && plain.length > word.length)
  if (self !== undefined) return plain.slice(self.length)
  return isSelf(plain.replace(/(?:全年|实际)?支出.*$/, '')) ? plain.replace(/^.*?(?=(?:全年|实际)?支出)/, '') : plain
}

/** Words that only begin like a connecting word: 在校生, 经营收入, 对个人和家庭的补助, 及格人数. */
const KEEPS_OPENER =
  /^(?:在[校职编岗册建库线用途读校园逃]|经(?:营|费|济|办|销|贸)|对(?:个人|企业|口|象|外)|从业|从教|共(?:青|建|享|产|同)|含[税量氧]|及[时格]|和[谐解]|并[网购]|与会|由[来头]|安排[的房]|将[军来]|已[婚故])/

/** Drops connecting words at the start. */
export function trimPhrase(phrase: string): string {
  let text = phrase.replace(/^[\s，,、；;：:。.．）)\-—]+/, '')
  for (let guard = 0; guard < 4; guard++) {
    const opener = openerAtStart(text)
    if (KEEPS_OPENER.test(text)) break
    if (opener === '' || opener.length >= text.length || (opener === '其' && /^其[他它余]/.test(text))) break
    text = text.slice(opener.length)
  }
  return text
}

/** What remains of a phrase that is neither time, scope, the unit itself nor a neutral word. */
export function reduce(phrase: string, isSelf: (words: string) => boolean): string {
  if (phrase === '') return ''
  let text = HAS_PERIOD.test(phrase) ? phrase.replace(PERIOD_WORDS, '') : phrase
  if (HAS_SCOPE.test(text)) text = text.replace(SCOPE, '')
  text = trimPhrase(text)
  for (let guard = 0; guard < 6; guard++) {
    const first = plainAtStart(text)
    const last = plainAtEnd(text)?.word ?? ''
    if (first === '' && last === '') break
    text = trimPhrase(first.length >= last.length ? text.slice(first.length) : text.slice(0, text.length - last.length))
  }
  return text === '' || isSelf(text) ? '' : text
}
