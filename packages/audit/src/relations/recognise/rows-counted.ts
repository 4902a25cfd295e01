/** "共6个项目，明细如下：" over a table whose rows are numbered: as many rows as announced. */
import type { Block } from '@jiheng/ingest'
import { fromInteger } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'

type Table = Extract<Block, { kind: 'table' }>

/** What the rows of such a table are. */
const OF_ROWS = /^(?:预算|支出|二级|子|专项|重点|自评)*(?:项目|项|子项|任务|专项|单位)(?!资金|支出)/
const POINTS_BELOW = /(?:如下|见(?:下表|附表|表\s*[\d一二三四五六七八九十]{1,2}|附件)|详见)[^。；]{0,20}$/
const REACH = 3

export function recogniseCountedRows(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    const figures = sentence.figures.map((index) => set.figures[index] as Figure).filter(isCount)
    // Two numbers of things, and it is open which the table lists.
    if (figures.length !== 1) continue
    const rows = rowsBelow(set, sentence)
    if (rows === null) continue
    const figure = figures[0] as Figure
    relations.push({
      kind: 'sum',
      finding: 'claim-vs-count',
      accused: figure.index,
      certainty: 'warning',
      source: { by: 'count', ref: '所列各行的个数' },
      readings: [
        {
          say: `表中共 ${rows} 行`,
          equation: { form: 'linear', left: side([figure.index]), right: { plus: [], minus: [], constant: fromInteger(rows) } },
        },
      ],
    })
  }
  return relations
}

const isCount = (figure: Figure): boolean =>
  figure.dimension === 'each:个' &&
  figure.compare === null &&
  figure.claim.quantity.hedge === undefined &&
  OF_ROWS.test(figure.tail.replace(/\s/g, '')) &&
  !/其中|除|另/.test(figure.lead)

/** Rows of the table that the sentence points at, where they are numbered one by one; null where they are not. */
function rowsBelow(set: ClaimSet, sentence: Sentence): number | null {
  const { blocks } = set.report
  const block = blocks[sentence.block]
  if (block === undefined || !('text' in block) || sentence.end < block.text.trimEnd().length - 1) return null
  if (!POINTS_BELOW.test(block.text.slice(sentence.start, sentence.end).replace(/[：:\s]+$/, ''))) return null
  for (let at = sentence.block + 1; at <= Math.min(blocks.length - 1, sentence.block + REACH); at++) {
    const below = blocks[at]
    if (below?.kind === 'table') return numberedRows(below)
    if (below?.kind === 'heading') return null
  }
  return null
}

/** The last of the numbers 1, 2, 3 … in the first column, none left out and nothing else among them but head and total. */
function numberedRows(table: Table): number | null {
  let last = 0
  for (const cells of table.rows) {
    const text = (cells[0]?.text ?? '').replace(/[\s.、]/g, '')
    if (/^\d{1,3}$/.test(text)) {
      if (Number(text) !== last + 1) return null
      last++
    } else if (last > 0 && !/^(?:合计|总计|小计|共计|)$/.test(text)) return null
  }
  return last >= 2 ? last : null
}
