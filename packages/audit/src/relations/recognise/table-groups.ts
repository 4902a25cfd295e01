/** Groups of an indicator table: the rows below "产出指标（40分）", or below a group name that stands once for all of them. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableRow } from '../../claims/from-table.ts'
import { plainName } from '../../claims/table-cell.ts'
import type { Stretch } from './table-view.ts'

export interface Group {
  readonly key: string
  readonly column: number
  readonly rows: readonly TableRow[]
  /** The points that the label carries, or null. */
  readonly weight: Figure | null
}

/** 产出 from "产出指标（40分）", 过程管理 from "2.过程管理指标得分": what two places must share to mean the same group. */
export function groupKey(label: string): string {
  const name = plainName(label.replace(/[（(][^（()）]*[）)]/g, '').replace(/\s/g, ''))
  return name.replace(/(?:类)?(?:一级)?指标(?:自评)?(?:得分|分值|权重|得)?$/, '').replace(/(?:得分|分值|权重)$/, '')
}

/** Columns of group names: text cells left of the row's own name, in the columns that hold them for some rows. */
export function groupsOf(set: ClaimSet, stretch: Stretch): Group[] {
  const rows = stretch.rows.filter((row) => row.kind === 'item')
  const columns = [...new Set(rows.flatMap((row) => row.labels.slice(0, -1).map((label) => label.column)))].sort((a, b) => a - b)
  const pointed = rows.flatMap((row) => row.points.map((points) => points.column))
  return [...new Set([...columns.slice(0, 3), ...pointed])].flatMap((column) => groupsIn(set, stretch, column))
}

function groupsIn(set: ClaimSet, stretch: Stretch, column: number): Group[] {
  const groups: { key: string; column: number; rows: TableRow[]; weight: Figure | null }[] = []
  let text = ''
  let open = false
  for (const row of stretch.rows) {
    if (row.kind === 'total') open = false
    if (row.kind !== 'item') continue
    const label = row.labels.find((candidate) => candidate.column === column)
    const outer = row.labels.some((candidate) => candidate.column < column) && label === undefined
    if (outer) open = false
    if (label !== undefined && (label.text !== text || !open)) {
      const points = row.points.find((candidate) => candidate.column === column)
      const weight = points === undefined ? null : (set.figures[points.figure] as Figure)
      groups.push({ key: groupKey(label.text), column, rows: [], weight })
      text = label.text
      open = true
    }
    if (open && row.figures.some((figure) => figure >= 0)) groups.at(-1)?.rows.push(row)
  }
  return groups.filter((group) => group.rows.length > 0)
}
