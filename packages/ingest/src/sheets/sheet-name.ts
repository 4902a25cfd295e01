/** When the name of a sheet says something that its cells do not. */
import { squeeze } from '../characters.ts'
import type { SheetPart } from './sheet-parts.ts'

/** Names that programs give, and bare numbers. */
const NO_NAME = /^(sheet|工作表|表格?|table|worksheet|chart|新建.*|未命名.*|副本.*)?[\d（）()_\-.\s]*$/i
const ATTACHMENT = /^(附件|附表|附图|附录|附)[\d０-９一二三四五六七八九十]{0,3}([-－—][\d０-９]{1,2})?([：:、.．\s]|$)/
const LOOK = 4

/**
 * The line to write above the sheet, or null. A name such as 附件2 begins an attachment; any other one is the caption of a table that
 * has none. Above lines it would only be mixed up with their title.
 */
export function sheetCaption(name: string, parts: readonly SheetPart[]): string | null {
  const words = squeeze(name)
  if (words.length < 2 || NO_NAME.test(name.trim())) return null
  const front = parts.slice(0, LOOK).flatMap((part) => (part.kind === 'line' ? [part.row] : part.rows.slice(0, 1)))
  const texts = front.flatMap(({ cells }) => cells.map(({ cell }) => squeeze(cell.text)))
  if (texts.some((text) => text.includes(words) || (text.length >= 4 && words.includes(text)))) return null
  if (ATTACHMENT.test(name.trim())) return texts.some((text) => /^附/.test(text)) ? null : name.trim()
  return parts[0]?.kind === 'table' ? name.trim() : null
}
