/** Whether a row says why: in its own cells, or in the text of the report; and whether the report asks for it at all. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorRow, type IndicatorTable, isBlank } from '../../claims/indicator-rows.ts'
import { bare } from '../../claims/table-cell.ts'

/** Words that fill a cell and give no reason. */
const NOTHING = /^(?:无|没有|暂无|无偏差|无偏离|无扣分|不扣分|不涉及|不适用|正常|否|0|0分)[。.]?$/
const GIVES_REASON =
  /(?:主要)?原因(?:是|为|在于|有|：|:|一)|由于|因为|因[\u4e00-\u9fff]{2}|影响|导致|致使|扣\d|未完成|未达|未能|没有完成|不足|滞后|偏低|偏高|较低|较慢|缓慢|不够|超过目标|超额|高于目标|高于预期|超出预期/
/** Sentences of the rules, and those that only promise reasons. */
const GIVES_NONE = /满分|分值区间|计分|得满|评分标准|指标值的|注[:：]|原因分析|分析.{0,6}原因|未完成原因|包括.{0,12}原因/
const NOTE = /^\s{0,8}[（(]?(?:注|说明|备注|填[报表写]|\d[.、．])|注[:：]/
/** A note below a table is looked for in this many blocks. */
const NOTE_BLOCKS = 3
const DEMANDS =
  /(?:未完成|偏离|偏差|扣分|失分)[^，。；\n]{0,10}原因[^，。；\n]{0,8}[:：]?(?:说明|分析|填写|填报|简述)|(?:说明|注明|填写|分析|简述)[^，。；\n]{0,16}原因/
/** A report longer than this is read so far. */
const MAX_REASONS = 60_000
const PIECE = 4
const MAX_NAME = 30

export const isExplained = (row: IndicatorRow): boolean =>
  [row.reason, row.measure, row.note].some((cell) => cell !== null && !NOTHING.test(cell.text)) || SAYS_WHY.test(row.actual?.text ?? '')

/** A statement of what was done that says as well what was not. */
const SAYS_WHY = /因|扣\d|影响|不到位|不及时|不足|滞后|[，。；（、][^，。；]{0,12}(?:未|尚|没有)/

/** The row below the table gives the reasons of all its rows. */
export const isExplainedBelow = ({ reasonRow }: IndicatorTable): boolean =>
  reasonRow !== null && !isBlank(reasonRow.text) && !NOTHING.test(reasonRow.text)

export interface Demand {
  /** Where the words stand; null where the table has a column or a row for reasons. */
  readonly note: { readonly block: number; readonly start: number; readonly end: number } | null
}

/** The table has a column for reasons, or the note below it asks for them. Null where nothing does. */
export function demandOf(set: ClaimSet, table: IndicatorTable): Demand | null {
  if (table.columns.reason >= 0 || table.reasonRow !== null) return { note: null }
  for (let block = table.block + 1; block <= table.block + NOTE_BLOCKS; block++) {
    const content = set.report.blocks[block]
    if (content === undefined || content.kind === 'table' || content.kind === 'attachment') return null
    const found = DEMANDS.exec(content.text)
    if (found !== null && NOTE.test(content.text)) return { note: { block, start: found.index, end: found.index + found[0].length } }
    // A note may run over paragraphs; anything else ends it.
    if (!NOTE.test(content.text)) return null
  }
  return null
}

const pieces = new WeakMap<ClaimSet, ReadonlySet<string>>()

/** The running text gives a reason in a sentence that names the indicator. Any four characters of its name count as naming it. */
export function isExplainedInText(set: ClaimSet, name: string): boolean {
  let known = pieces.get(set)
  if (known === undefined) {
    known = piecesOfReasons(set)
    pieces.set(set, known)
  }
  const plain = bare(name).replace(/[（(][^（()）]*[）)]|[“”"《》]/g, '')
  const core = plain.replace(CORE_END, '')
  if (core.length >= 2 && core.length < PIECE) return known.has(core)
  if (/执行率|支[付出]率/.test(plain) && !/采购/.test(plain)) return SPENDING.some((word) => word.length <= PIECE && known.has(word))
  for (let at = 0; at + PIECE <= plain.length && at < MAX_NAME; at++) {
    const piece = plain.slice(at, at + PIECE)
    if (known.has(piece) && !COMMON.test(piece)) return true
  }
  return false
}

/** How a report speaks of money that was not spent. */
const SPENDING = ['执行率', '支付率', '支出率', '执行进度', '支付进度', '支出进度', '未支付', '未执行', '未支出', '未结算', '结算滞后']
/** Pieces of names that stand everywhere. */
const COMMON =
  /^(?:预算(?:执行|编制|资金|管理)|绩效(?:目标|自评|评价|管理|指标|监控)|(?:专项|项目|财政)资金|资金使用|部门预算|工作(?:任务|目标)|服务对象|重点工作|(?:项目|目标|任务|工作)完成|完成情况|实际完成)$/
const CORE_END = /(?:完成)?(?:率|数量|人数|次数|场次|件数|面积|个数|数|情况|金额|长度|批次|篇数|户数|里程)$/

/** All runs of two to four characters in sentences that give a reason. */
function piecesOfReasons(set: ClaimSet): Set<string> {
  const found = new Set<string>()
  let length = 0
  for (const sentence of set.sentences) {
    const block = set.report.blocks[sentence.block]
    if (block === undefined || !('text' in block)) continue
    const words = bare(block.text.slice(sentence.start, sentence.end)).replace(/[“”"《》]/g, '')
    if (!GIVES_REASON.test(words) || GIVES_NONE.test(words)) continue
    length += words.length
    if (length > MAX_REASONS) break
    for (let at = 0; at + 2 <= words.length; at++) for (let size = 2; size <= PIECE; size++) found.add(words.slice(at, at + size))
  }
  return found
}
