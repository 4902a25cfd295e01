/** The form of 三公经费, one column a part: 合计 = 出国 + 公车小计 + 接待, 公车小计 = 购置 + 运行. The heads say it, so one row is enough. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Column, TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'
import { cite } from './identity-relation.ts'
import { cellOf, isAddable, stretchesOf } from './table-view.ts'

const ABROAD = /出国/
const VEHICLES = /公务用车|公车/
const BOUGHT = /购置(?:费|经费|支出)?$/
const RUN = /(?:运行|运行维护|维护)(?:费|经费|支出)?$/
const RECEPTION = /接待/

interface Parts {
  total: number
  abroad: number
  vehicles: number
  bought: number
  run: number
  reception: number
}

export function recogniseTableThreePublic(set: ClaimSet): NewRelation[] {
  return stretchesOf(set).flatMap((stretch) => {
    const blocks = blocksOf(stretch.columns)
    return blocks.flatMap((block) => stretch.rows.flatMap((row) => relationsOf(set, row, block)))
  })
}

/** A 合计 column and the parts to its right, up to the next 合计: 预算数 and 决算数 each have a block. */
function blocksOf(columns: readonly Column[]): Parts[] {
  const blocks: Parts[] = []
  for (const [at, { text, isTotal }] of columns.entries()) {
    const isPart = ABROAD.test(text) || VEHICLES.test(text) || RECEPTION.test(text)
    if (!isPart && (isTotal || /[“"]?三公[”"]?经费/.test(text))) {
      blocks.push({ total: at, abroad: -1, vehicles: -1, bought: -1, run: -1, reception: -1 })
      continue
    }
    const block = blocks.at(-1)
    if (block === undefined || !isPart) continue
    if (ABROAD.test(text)) block.abroad = at
    else if (RECEPTION.test(text)) block.reception = at
    else if (/小计$/.test(text) || (BOUGHT.test(text) === RUN.test(text) && block.vehicles < 0)) block.vehicles = at
    else if (/购置.*运行/.test(text) && block.vehicles < 0 && !/购置.*运行.*(?:购置|运行)/.test(text)) block.vehicles = at
    else if (BOUGHT.test(text)) block.bought = at
    else if (RUN.test(text)) block.run = at
  }
  return blocks.filter((block) => block.abroad >= 0 && block.reception >= 0 && block.vehicles >= 0)
}

function relationsOf(set: ClaimSet, row: TableRow, block: Parts): NewRelation[] {
  return [
    ...sumOf(set, row, block.total, [block.abroad, block.vehicles, block.reception], '三公经费 = 出国 + 公车 + 接待', 'ID-26'),
    ...(block.bought >= 0 && block.run >= 0
      ? sumOf(set, row, block.vehicles, [block.bought, block.run], '公车 = 购置 + 运行', 'ID-27')
      : []),
  ]
}

function sumOf(set: ClaimSet, row: TableRow, at: number, members: readonly number[], ref: string, id: string): NewRelation[] {
  const total = cellOf(set, row, at)
  const parts = members.flatMap((column) => cellOf(set, row, column) ?? [])
  if (total === null || parts.length !== members.length) return []
  if (![total, ...parts].every((figure) => figure.dimension === total.dimension && isAddable(figure, undefined))) return []
  const equation = { form: 'linear', left: side([total.index]), right: side(parts.map((part) => part.index)) } as const
  return [
    {
      kind: 'sum',
      finding: 'sum',
      accused: total.index,
      certainty: 'error',
      source: { by: 'table', ref, citation: cite(id, '部门决算公开表') },
      readings: [{ say: '各项相加', equation }],
    },
  ]
}
