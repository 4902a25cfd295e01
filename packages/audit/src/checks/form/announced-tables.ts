/** Tables that the text points at. 见下表 with no table below is a fault; 详见附件 without an attachment is a hint, since attachments travel apart. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import type { Tell } from '../text-check.ts'

const BELOW = /(?:如|见|详见)(?:下|以下)表(?!明|示出|达|述)(?:所示)?|下表所示/
const ATTACHED =
  /(?:详见|见|参见)(?:本报告)?(?:后附的?|所附)?[“"《]?(?:附件|附表)\s?[\d一二三四五六七八九十]{0,2}|(?:详见|见|参见)《[^《》]{2,40}表》/
/** A table that lost its lines is a run of short lines. */
const SHORT = 24
const SHORT_LINES = 3

export function tellTables(set: ClaimSet, tell: Tell, told: ReadonlySet<number>): void {
  const { blocks } = set.report
  const lastTable = blocks.findLastIndex((block) => block.kind === 'table')
  const lastAnnex = blocks.findLastIndex((block) => block.kind === 'attachment')
  let attached = false
  for (const [block, content] of blocks.entries()) {
    if (content.kind !== 'paragraph' && content.kind !== 'heading') continue
    const below = BELOW.exec(content.text)
    if (below !== null) {
      if (lastTable > block || blocks[block - 1]?.kind === 'table' || isFollowedByLines(set, block)) tell.pass()
      else tellBelow(set, tell, block, below)
    }
    const match = attached || told.has(block) || lastTable >= 0 || lastAnnex > block ? null : ATTACHED.exec(content.text)
    if (match === null) continue
    attached = true
    tell.fail({
      severity: 'info',
      message: `文中写明“${match[0]}”，本文件内没有附表或附件，请核对附表是否随文报送。`,
      quotes: [quoteWords(set, block, match.index, match.index + match[0].length)],
      computation: '本文件内的表格：0个，附件：0个',
      steps: [`“${match[0]}”指向附表或附件`, '本文件内的表格和附件：0个'],
      confidence: 0.6,
    })
  }
}

function tellBelow(set: ClaimSet, tell: Tell, block: number, match: RegExpExecArray): void {
  tell.fail({
    message: `“${match[0]}”之后没有表格，请补充。`,
    quotes: [quoteWords(set, block, match.index, match.index + match[0].length)],
    computation: `“${match[0]}”之后的表格：0个`,
    steps: [`“${match[0]}”指向其后的表格`, '其后的表格：0个'],
  })
}

function isFollowedByLines(set: ClaimSet, block: number): boolean {
  let short = 0
  for (let at = block + 1; at <= block + SHORT_LINES + 2; at++) {
    const content = set.report.blocks[at]
    const text = content !== undefined && 'text' in content ? content.text : null
    if (text !== null && (text.length <= SHORT || /^表\s?[\d一二三四五]/.test(text))) short++
  }
  return short >= SHORT_LINES
}
