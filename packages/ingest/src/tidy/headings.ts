/** When a numbered line is a heading and when a paragraph with a run-in heading. */
import type { Line } from '../lines.ts'
import type { Lead } from '../source-document.ts'
import type { LineNumber } from './numbering.ts'

const LONGEST_HEADING = 50
const LONGEST_TITLE = 40

const SENTENCE_END = /[。！？!?；;]/
/** Clauses that end so name what follows. */
const NOMINAL_END =
  /(情况|任务|目标|指标|性|分析|措施|问题|建议|说明|概况|结论|原因|安排|方法|依据|标准|原则|阶段|过程|内容|职能|职责|机构|设置|支出|收入|计划|工作|打算|经验|做法|成效|体系|评价|事项|其他)$/
/** Clauses that start so are duties or deeds, not names of sections. */
const VERB_START =
  /^(负责|承担|承办|贯彻|组织|协助|协调|指导|监督|制定|拟订|拟定|起草|办理|参与|受理|统筹|研究|执行|完成|做好|配合|按照|根据|依据|为了|通过|对|因|由于|已|将|我|本|该|是|无|未|没有)/
/** A figure that states something; points of a score stand in headings, too. */
const STATED_FIGURE = /\d\s?(万元|亿元|元|%|％|个|人|名|件|次|辆|台|套|户|家|项|场|篇|期|平方米|公里)/

/** `参与财政改革，满分6分`: a section and its points. */
const SCORED = /[，,、（(](满分|分值|得分|扣分|得|扣|计)\d/

/** `rest` is the squeezed line behind its number. */
export function isHeading(line: Line, rest: string): boolean {
  if (!line.whole || rest.length > LONGEST_HEADING) return false
  if (rest === '') return true
  const body = rest.replace(/[。．.：:；;]$/, '')
  if (SENTENCE_END.test(body) || /[，,、；;]$/.test(rest)) return false
  const end = rest.slice(-1)
  if ('。！？!?.．'.includes(end)) return isNominal(body) && body.length <= 25 && !/[，,：:\d]/.test(body)
  if ('：:'.includes(end)) return !/[：:]/.test(body) && (body.length <= 25 || !/[，,]/.test(body))
  return !/[：:]/.test(body) && !isStatement(body)
}

function isNominal(body: string): boolean {
  return NOMINAL_END.test(body) && !VERB_START.test(body)
}

function isStatement(body: string): boolean {
  if (body.length > LONGEST_TITLE) return true
  if (STATED_FIGURE.test(body)) return true
  if (SCORED.test(body)) return false
  const [first = ''] = body.split(/[，,]/)
  return VERB_START.test(body) && !NOMINAL_END.test(first) && body.length > 6
}

/** The lead of a paragraph that starts with `number`; `rest` is its squeezed text behind the number, at least the first 60 characters. */
export function leadOf(number: LineNumber, rest: string): Lead {
  const end = rest.search(/[。：；;！？]|:(?!\d\d)/)
  const title = end > 0 && end <= LONGEST_TITLE && '。：:'.includes(rest.charAt(end)) ? rest.slice(0, end) : null
  return { number: number.number, level: number.level, title }
}
