/** A column 完成情况 that is filled in for no row, though the rest of the rows is. */
import type { Block } from '@jiheng/ingest'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { isBlank } from '../../claims/indicator-rows.ts'
import { bare } from '../../claims/table-cell.ts'
import type { TableReading } from '../../claims/table-reading.ts'
import { quoteCell } from '../../findings/quote.ts'
import { type Tell, textCheck } from '../text-check.ts'

const wording = {
  title: '完成情况整列未填',
  remedy: '逐项填写完成情况或完成值。',
  explain: '表中“完成情况”“实际完成值”一栏在各行全部空白，而同一行的名称、数字已填写。3行以上才报，一栏一条。',
  titleEnglish: 'A column of completion that is blank throughout',
}

const COMPLETION = /^(?:任务|目标|指标|工作|项目|年度|实际|全年|绩效|自评)*(?:完成情况|完成值|实际值|达成情况|实现情况)(?:说明)?$/
const ENOUGH_ROWS = 3
const MAX_QUOTES = 6

export const completionLeftBlank = textCheck(
  { id: 'completion-left-blank', kind: 'missing-section', severity: 'warning', wording, source: '财预〔2020〕10号 自评表各栏' },
  (set, tell) => {
    for (const table of set.tables) {
      const block = set.report.blocks[table.block]
      if (block?.kind === 'table' && table.sides.length < 2) look(set, table, block, tell)
    }
  },
)

function look(set: ClaimSet, table: TableReading, block: Extract<Block, { kind: 'table' }>, tell: Tell): void {
  for (const [head, columns] of table.heads.entries()) {
    const column = columns.findIndex(({ text }) => COMPLETION.test(text))
    if (column < 0) continue
    // A row counts that prints a name and a figure, so that a broken or merged row does not.
    const rows = table.rows.filter(
      (row) => row.head === head && row.kind === 'item' && row.name !== '' && row.figures.some((at) => at >= 0),
    )
    if (rows.length < ENOUGH_ROWS) continue
    const blank = rows.filter(({ index }) => isBlank(bare(block.rows[index]?.[column]?.text ?? '')))
    if (blank.length < rows.length) {
      tell.pass()
      continue
    }
    const title = columns[column]?.text ?? ''
    const headRow = table.rows.find((row) => row.head === head && row.kind === 'head')
    tell.fail({
      message: `“${title}”一栏${rows.length}行全部空白，请逐项填写。`,
      quotes: [
        quoteCell(set, table.block, headRow?.index ?? 0, column),
        ...rows.slice(0, MAX_QUOTES).map(({ index }) => quoteCell(set, table.block, index, column)),
      ],
      computation: `“${title}”：${rows.length}行中填写0行`,
      steps: [
        `表中有“${title}”一栏，下列${rows.length}行均未填写：${rows
          .slice(0, MAX_QUOTES)
          .map(({ name }) => name.slice(0, 20))
          .join('、')}`,
      ],
    })
  }
}
