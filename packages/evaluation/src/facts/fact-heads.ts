/** The columns of 基础数据 in a sheet, by the words people head them with. */
import { unitOfHead, wordsOfHead } from './fact-cells.ts'
import type { FactTable } from './fact-table.ts'

export type FactColumn =
  | 'unit'
  | 'item'
  | 'label'
  | 'part'
  | 'period'
  | 'value'
  | 'measure'
  | 'date'
  | 'class'
  | 'basis'
  | 'source'
  | 'evidence'
  | 'note'

/** The first word of each is the one that the template prints. */
export const factHeads: Readonly<Record<FactColumn, readonly string[]>> = {
  unit: ['单位', '单位名称', '单位编码', '预算单位', '填报单位'],
  item: ['编号', '项目编号', '指标编号', '项目/指标编号', '数据编号'],
  label: ['名称', '项目名称', '指标名称', '数据名称'],
  part: ['要点', '评分要点', '分组'],
  period: ['期间', '年度', '所属年度'],
  value: ['数值', '实际完成值', '完成值', '金额', '数额'],
  measure: ['计量单位'],
  date: ['完成日期', '完成时间'],
  class: ['等次', '档次'],
  basis: ['口径'],
  source: ['来源', '数据来源'],
  evidence: ['佐证材料', '佐证'],
  note: ['说明', '备注', '原因'],
}

export interface FactHead {
  readonly row: number
  readonly columns: Readonly<Partial<Record<FactColumn, number>>>
  /** Of the column of values, as its head says: 数值（万元）. */
  readonly unit: string | null
}

const MOST_ROWS_ABOVE = 30

/** The first row that names what a fact is about and one column of what it says. null when there is none. */
export function findFactHead({ rows }: FactTable): FactHead | null {
  for (const [row, cells] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    const columns: Partial<Record<FactColumn, number>> = {}
    for (const [at, cell] of cells.entries()) {
      const words = wordsOfHead(cell)
      const column = (Object.keys(factHeads) as FactColumn[]).find((key) => factHeads[key].includes(words))
      if (column !== undefined && columns[column] === undefined) columns[column] = at
    }
    const isAbout = columns.item !== undefined || columns.label !== undefined
    const isSaid = columns.value !== undefined || columns.date !== undefined || columns.class !== undefined
    if (isAbout && isSaid) return { row, columns, unit: columns.value === undefined ? null : unitOfHead(cells[columns.value] ?? '') }
  }
  return null
}
