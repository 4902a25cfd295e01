/** Sections that hold the form's instruction and nothing of their own: 包括未完成的原因和改进措施。 */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteNumber, quoteWords } from '../../findings/quote.ts'
import type { Tell } from '../text-check.ts'

const MOST_PARAGRAPHS = 3
const MOST_CHARACTERS = 240

/** Lines for names and dates at the end. */
const SIGNED = /日期|签[字名章]|盖章|年\s?月\s?日|联系|负责人/
const SHORT = 40

interface Part {
  readonly block: number
  readonly start: number
  readonly text: string
}

export function tellInstructedSections(set: ClaimSet, tell: Tell): void {
  for (const [block, content] of set.report.blocks.entries()) {
    if (content.kind !== 'heading' && content.kind !== 'paragraph') continue
    const isHead = content.kind === 'heading' ? content.number !== null : content.lead !== undefined && content.lead.title !== null
    if (!isHead) continue
    const parts = partsBelow(set, block)
    if (parts === null || parts.length === 0) continue
    const title = content.kind === 'heading' ? content.text : (content.lead?.title ?? '')
    if (!parts.every(({ text }) => isInstruction(text, title))) continue
    const [first] = parts as [Part]
    tell.fail({
      message: `“${title.replace(/[。．：:]$/, '')}”之下只有填写要求，没有自己的内容，请按实际情况补写。`,
      quotes: [quoteWords(set, first.block, first.start, first.start + first.text.length), quoteNumber(set, block)],
      computation: '填写要求以外的语句：0',
      steps: [`该标题下的文字：“${parts.map(({ text }) => text).join('')}”`, '其中写明本部门情况的语句：0'],
    })
  }
}

/** All text of a section; null when it has tables, deeper sections or more text than an instruction needs. */
function partsBelow(set: ClaimSet, head: number): Part[] | null {
  const own = set.report.blocks[head]
  const parts: Part[] = []
  let level = 0
  if (own?.kind === 'paragraph' && own.lead?.title) {
    level = own.lead.level
    const start =
      own.lead.number.length + own.text.slice(own.lead.number.length).indexOf(own.lead.title.slice(-1), own.lead.title.length - 1) + 2
    const text = own.text.slice(start)
    if (text.trim() !== '') parts.push({ block: head, start, text })
  } else if (own?.kind === 'heading') level = own.level
  for (let block = head + 1; ; block++) {
    const content = set.report.blocks[block]
    if (content === undefined || content.kind === 'heading' || content.kind === 'attachment') {
      return content?.kind === 'heading' && content.level > level ? null : parts
    }
    if (content.kind === 'table') return null
    if (content.lead !== undefined) return content.lead.level > level ? null : parts
    if (content.text.length <= SHORT && SIGNED.test(content.text)) continue
    parts.push({ block, start: 0, text: content.text })
    if (parts.length > MOST_PARAGRAPHS || content.text.length > MOST_CHARACTERS) return null
  }
}

/** Words by which a report speaks of itself. */
const OWN = /我|本(?:单位|部门|局|中心|院|校|办|馆|站|所|镇|乡|县|市|区|年度?|次)|全(?:县|市|区|镇|局|年)|[已均了]|\d|万元|如下|无/
const NOUN = '(?:情况|原因|措施|内容|建议|问题|经验|做法|目标|依据|过程|结论|方法|事项|说明|分析|计划|意见|打算|成效|不足)'
const ENDS = new RegExp(`${NOUN}等?(?:方面)?(?:的?内容|情况)?$`)
const MANNER = '(?:主要|重点|简要|扼要|详细|逐项|逐条|如实|具体|需要?|须|应当?|请)'
const TELLS = '(?:说明|概述|简述|阐述|描述|填写|填报|列示|列明|列出|介绍|写明|包括|包含)'
const IMPERATIVE = new RegExp(`^[（(]?(?:${MANNER}{1,2}(?:对[^，,。；]{1,20})?${TELLS}|简述|概述|阐述|本部分[^，,。；]{0,6}${TELLS})`)
const CONTAINS = /^[（(]?(?:主要)?(?:应当?|需)?(?:包括|包含)/
/** Sections that may well say what something contains. */
const DESCRIBES = /内容|范围|方法|过程|体系|对象|依据|工作|组织|职能|职责|机构|构成|支出|收入|经费/

function isInstruction(text: string, title: string): boolean {
  const sentences = text.split(/[。；;]/).map((sentence) => sentence.trim().replace(/[）)]$/, ''))
  const told = sentences.filter((sentence) => sentence !== '')
  return told.length > 0 && told.every((sentence) => isInstructing(sentence, title))
}

function isInstructing(sentence: string, title: string): boolean {
  if (sentence.length > MOST_CHARACTERS || OWN.test(sentence.replace(/\d{2,4}\s?字/g, '')) || !ENDS.test(sentence)) return false
  if (!CONTAINS.test(sentence)) return IMPERATIVE.test(sentence)
  if (DESCRIBES.test(title)) return false
  const items = sentence.replace(CONTAINS, '').split(/[，,、和及与]/)
  return items.length >= 2 && items.every((item) => ENDS.test(item.trim()))
}
