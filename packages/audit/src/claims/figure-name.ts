/** The name of a figure where the words before it give none: behind it, or in the run-in heading. */
import { type ConceptId, conceptAtEnd } from '@jiheng/vocabulary'

/** "年末有192.22万元结转", "4702.47万元为项目支出": the name stands behind, and nothing before it. */
export function conceptBehind(lead: string, tail: string, dimension: string): ConceptId | null {
  if (dimension !== 'money' || !/^(?:其中|年末|年底|尚|仍|还|有|共|计|[一二三四五六七八九]是)*$/.test(lead.trim())) return null
  const name = `${/年末|年底/.test(lead) ? '年末' : ''}${tail.trim().replace(/^(?:为|是|的)/, '')}`
  const found = name.length <= 8 ? conceptAtEnd(name) : null
  return found !== null && found.length === name.length ? found.concept : null
}

/** "目标98%以上，实际98.9%" under a run-in heading: these words name nothing, the heading does. */
const NAMES_NOTHING =
  /^(?:实际|目标|年度|全年|实际完成|完成|达到|目标值|完成值|指标值|高于|低于|以上|以下|以内|左右|的(?:目标|控制|预期)[值线]?|达到)*$/

export function labelOf(own: string, tail: string, dimension: string, topic: string): string {
  const isIndicator = dimension === 'ratio' && /[率度比]$/.test(topic)
  if (own !== '' && !(isIndicator && NAMES_NOTHING.test(own))) return own
  const behind = tail.trim().slice(0, 20)
  return isIndicator && NAMES_NOTHING.test(behind) ? topic : own !== '' ? own : behind || topic
}
