/** 部门汇总.xlsx: how units stand, the money added up, and the department's own form where it is scored by one. */
import { printableLine } from '../list/printable.ts'
import { writeBook } from '../list/sheet-library.ts'
import { AUTHOR } from '../wording/words.ts'
import { type DepartmentReport, moneyRows, nameOfUnit, totalOf } from './department-report.ts'
import { moneyHeads, sayCoverage, sayDepartmentScore, sayOffline, sayState, sayStatistics, sayTransfers } from './department-words.ts'
import { unitSheet } from './evaluation-book.ts'
import { type FormColumn, type FormRow, formSheet } from './form-sheet.ts'

const unitColumns: readonly FormColumn[] = [
  { head: '序号', width: 6, isCentred: true },
  { head: '单位', width: 36 },
  { head: '报送', width: 30 },
  { head: '总分', width: 10, isCentred: true },
  { head: '等级', width: 8, isCentred: true },
]

const WIDTHS = [24, 9, 14, 12, 14, 14, 12, 30, 13]
const moneyColumns: readonly FormColumn[] = [
  ...moneyHeads.map((head, at): FormColumn => ({ head, width: WIDTHS[at] ?? 12, isCentred: at > 0 && head !== '已说明' })),
  { head: '备注', width: 30 },
]

export async function departmentWorkbook(report: DepartmentReport, { asOf }: { readonly asOf: string | null }): Promise<Uint8Array> {
  const title = printableLine(`${report.year}年度部门整体绩效自评（${report.name}）`, 120)
  const once = report.score?.kind === 'once' ? [unitSheet(report.score.evaluated, '部门自评表', title)] : []
  return writeBook({
    title,
    author: AUTHOR,
    date: asOf,
    sheets: [unitsSheet(report, title), moneySheet(report, title), ...once],
    isLarge: false,
  })
}

function unitsSheet(report: DepartmentReport, title: string) {
  const { total, grade } = totalOf(report)
  const rows = report.units.map(
    (one, at): FormRow => ({ cells: [String(at + 1), nameOfUnit(one), sayState(report, one), one.total ?? '', one.grade ?? ''] }),
  )
  const whole: FormRow = { cells: ['', report.name, sayDepartmentScore(report), total ?? '', grade ?? ''], isStrong: true }
  const note = `评分细则：${report.scheme.label}。${sayCoverage(report)}。${sayStatistics(report)}。`
  return formSheet({ name: '单位', title, note, columns: unitColumns, rows: [...rows, whole], frozen: 2 })
}

function moneySheet(report: DepartmentReport, title: string) {
  const rows = moneyRows(report).map(
    (row): FormRow => ({
      cells: [
        row.label,
        row.measure,
        row.sum,
        row.offset,
        row.consolidated,
        row.stated,
        row.difference,
        row.explained,
        row.unexplained,
        [row.lacks, row.isOff ? '有未说明的差额，请核对' : '', row.mixed].filter((text) => text !== '').join('\n'),
      ],
    }),
  )
  const transfers = sayTransfers(report).map((text): FormRow => ({ cells: ['内部往来', '', '', '', '', '', '', '', '', text] }))
  const note = `差额＝部门填报－汇总数；未说明差额＝差额－已说明。${sayOffline(report)}`
  return formSheet({ name: '金额汇总', title: `${title}金额汇总`, note, columns: moneyColumns, rows: [...rows, ...transfers], frozen: 1 })
}
