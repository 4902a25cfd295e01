/** Numbers that claim nothing: dates, document numbers, ordinals, codes, names with figures in them. */
import type { PrintedNumber } from '@jiheng/quantity'

export type IdleReason = 'date' | 'document-number' | 'ordinal' | 'numbering' | 'code' | 'name' | 'idiom'

const HAN = /\p{Script=Han}/u
const LATIN = /[A-Za-zＡ-Ｚａ-ｚ]/
/** What may stand between a bare figure and the end of its claim. */
const AFTER_BARE = new Set([
  '',
  '，',
  ',',
  '。',
  '；',
  ';',
  '、',
  '）',
  ')',
  '：',
  ' ',
  '\t',
  '\n',
  '？',
  '！',
  '(',
  '（',
  '-',
  '—',
  '~',
  '至',
])
const TAKES_BARE = /(?:得分|分值|总分|评分|自评分|为|是|达|达到|共计|合计|总计|等于|=|：|:|得|金额|数|率|额|经费|支出|收入|资金|预算)$/

/** Why a number in running text claims nothing, or null when it does. `taken` tells whether a period covers it. */
export function idleReason(text: string, number: PrintedNumber, taken: boolean): IdleReason | null {
  if (taken) return 'date'
  const before = text.charAt(number.start - 1)
  const after = text.charAt(number.end)
  const unit = number.quantity.unit
  if (before === '第') return 'ordinal'
  if (isDocumentNumber(text, number)) return 'document-number'
  if (LATIN.test(before) || (unit === 'none' && LATIN.test(after))) return 'code'
  if (number.form === 'chinese') return idleChinese(text, number)
  if (unit !== 'none') return text.startsWith('号', number.figureEnd) ? 'code' : null
  if (isNumbering(text, number)) return 'numbering'
  if (after === '号' || after === '#') return 'code'
  const lead = text.slice(Math.max(0, number.start - 8), number.start)
  if (
    /(?:目标|任务|项目|重点工作|工作目标|附件|附表|表|图|指标|之|注)$/.test(lead.trimEnd()) &&
    !number.quantity.value.includes('.') &&
    number.quantity.value.length <= 2
  )
    return 'name'
  const digits = number.figureEnd - number.figureStart
  if (digits >= 5 && !text.slice(number.figureStart, number.figureEnd).match(/[.,．，]/)) return 'code'
  if (HAN.test(after)) return number.quantity.value.includes('.') && TAKES_BARE.test(lead) ? null : 'name'
  if (!AFTER_BARE.has(after)) return 'code'
  return TAKES_BARE.test(lead) || /[=＝]\s*$/.test(lead) ? null : 'name'
}

function isDocumentNumber(text: string, number: PrintedNumber): boolean {
  const before = text.charAt(number.figureStart - 1)
  const after = text.charAt(number.figureEnd)
  if ((before === '〔' || before === '[' || before === '［') && (after === '〕' || after === ']' || after === '］')) return true
  if (after === '号' && /[〕\]］)）]/.test(before)) return true
  return (before === '（' || before === '(') && /[)）]/.test(after) && /^\d+号/.test(text.slice(number.figureEnd + 1, number.figureEnd + 8))
}

/** A list number at the start of a line or after a sentence end: "1.", "2、", "（3）", "① ". */
function isNumbering(text: string, number: PrintedNumber): boolean {
  if (number.figureEnd - number.figureStart > 2) return false
  const after = text.charAt(number.figureEnd)
  const before = text.charAt(number.start - 1)
  if ((before === '（' || before === '(') && (after === '）' || after === ')')) return true
  if (!'.．、)）:：'.includes(after) || after === '') return false
  return number.start === 0 || '。；;：: \t\n（(，、'.includes(before)
}

/** Chinese numerals are mostly words; a lone 一 with a counting word claims nothing that anybody adds up. */
function idleChinese(text: string, number: PrintedNumber): IdleReason | null {
  if (number.quantity.unit === 'none') return 'idiom'
  if (number.amount.coefficient === 1n && number.amount.scale === 0) return 'idiom'
  const quoted = text.charAt(number.start - 1)
  return quoted === '“' || quoted === '《' || quoted === '"' ? 'name' : null
}
