/** 自评表.xlsx: one sheet a unit, each score with how it came about; with several units a sheet of all of them before. */
import { printable, printableLine } from '../list/printable.ts'
import { type WriteSheet, writeBook } from '../list/sheet-library.ts'
import { AUTHOR } from '../wording/words.ts'
import { type Evaluated, type EvaluationRow, evaluationRows } from './evaluation-rows.ts'
import { lightNames, sayWarning } from './evaluation-words.ts'
import { type FormColumn, type FormRow, formSheet } from './form-sheet.ts'

export interface EvaluationBookOptions {
  /** Of the scheme. */
  readonly label: string
  /** YYYY-MM-DD */
  readonly asOf: string | null
}

const columns: readonly FormColumn[] = [
  { head: '指标', width: 30 },
  { head: '分值', width: 8, isCentred: true },
  { head: '目标值', width: 12, isCentred: true },
  { head: '实际完成值', width: 13, isCentred: true },
  { head: '得分', width: 8, isCentred: true },
  { head: '计算', width: 46 },
  { head: '计分标准', width: 32 },
  { head: '数据来源和佐证材料', width: 30 },
  { head: '偏差原因及改进措施', width: 28, isToFill: true },
]

const MOST_UNITS = 250

export async function evaluationBook(list: readonly Evaluated[], { label, asOf }: EvaluationBookOptions): Promise<Uint8Array> {
  const [first] = list
  const title = printableLine(`${first === undefined ? '' : `${first.evaluation.year}年度`}绩效自评表（${label}）`, 120)
  const names = sheetNames(list.map(({ unitName }) => unitName))
  const sheets = list.slice(0, MOST_UNITS).map((one, at) => unitSheet(one, names[at] as string, title))
  const all = list.length > 1 || list.length === 0 ? [overview(list, title)] : []
  return writeBook({ title, author: AUTHOR, date: asOf, sheets: [...all, ...sheets], isLarge: list.length > 100 })
}

/** One evaluation, whole. */
export function unitSheet(one: Evaluated, name: string, title: string): WriteSheet {
  const { evaluation } = one
  const rows = evaluationRows(one)
  const note = `${printableLine(one.unitName, 80)}。依据：${evaluation.scheme.document}（${evaluation.scheme.from} 起适用）。空着的得分是还不能计分的，不是零分；要填的在最后一列。`
  return formSheet({ name, title, note, columns, rows: [...rows.map(lineOf), ...totalLines(one)], frozen: 1 })
}

function lineOf(row: EvaluationRow): FormRow {
  const label = `${'　'.repeat(row.depth)}${row.label}${row.isBonus ? '（加分）' : ''}`
  if (row.kind === 'block') return { cells: [label, row.weight, '', '', row.score], isStrong: true }
  const steps = row.open === '' ? (row.trace?.steps ?? []).join('\n') : `未计分：${row.open}`
  const state = row.state === 'not-applicable' && row.score === '' ? '不适用' : row.score
  return {
    cells: [
      label,
      row.weight,
      row.target,
      row.actual,
      state,
      printable(steps, 2000),
      row.rule,
      proofOf(row),
      row.asks.map((ask) => `（${ask}）`).join('\n'),
    ],
  }
}

function proofOf({ trace }: EvaluationRow): string {
  const lines = (trace?.facts ?? []).map(({ source, evidence }) => [source, ...evidence].filter((part) => part !== '').join('：'))
  return [...new Set(lines)].slice(0, 8).join('\n')
}

function totalLines({ evaluation, plan }: Evaluated): readonly FormRow[] {
  const { raw, applicable, bonus, deducted, deductions, total, grade, open } = evaluation
  const line = (label: string, weight: string, score: string, said: string): FormRow => ({
    cells: [label, weight, '', '', score, said],
    isStrong: true,
  })
  const isRebased = applicable !== plan.version.full
  return [
    line('指标得分合计', applicable, raw, isRebased ? `适用指标满分 ${applicable} 分，按比例换算为 ${plan.version.full} 分` : ''),
    ...(bonus === '0' ? [] : [line('加分', '', bonus, '')]),
    ...(deducted === '0'
      ? []
      : [line('扣分', '', `-${deducted}`, deductions.map(({ label, points }) => `扣 ${points} 分：${label}`).join('\n'))]),
    line('总分', plan.version.full, total ?? '', total === null ? `还有 ${open.length} 项不能计分，没有总分` : ''),
    ...(plan.version.policies.grades === null ? [] : [line('等级', '', grade ?? '', '')]),
    ...evaluation.warnings.map((warning) => line('提示灯', '', lightNames[warning.light], sayWarning(warning))),
  ]
}

function overview(list: readonly Evaluated[], title: string): WriteSheet {
  const heads: readonly FormColumn[] = [
    { head: '序号', width: 6, isCentred: true },
    { head: '单位', width: 34 },
    { head: '总分', width: 10, isCentred: true },
    { head: '等级', width: 8, isCentred: true },
    { head: '未计分', width: 9, isCentred: true },
    { head: '需说明', width: 9, isCentred: true },
    { head: '备注', width: 40 },
  ]
  const rows = list.map(
    ({ evaluation: { unit, total, grade, open, asks } }, index): FormRow => ({
      cells: [
        String(index + 1),
        unit,
        total ?? '',
        grade ?? '',
        open.length === 0 ? '' : String(open.length),
        asks.length === 0 ? '' : String(asks.length),
        total === null ? '有指标不能计分，没有总分' : '',
      ],
    }),
  )
  return formSheet({ name: '汇总', title: `${title}汇总`, note: '按数据中的先后排列，不作排名。', columns: heads, rows, frozen: 2 })
}

/** Names that a workbook takes: 31 characters, none of : \ / ? * [ ], no two alike. */
function sheetNames(units: readonly string[]): readonly string[] {
  const used = new Set<string>(['汇总'])
  return units.map((unit, at) => {
    const plain =
      printableLine(unit, 24)
        .replace(/[:\\/?*[\]']/g, ' ')
        .trim() || `单位${at + 1}`
    const name = used.has(plain.toLowerCase()) ? `${plain} ${at + 1}` : plain
    used.add(name.toLowerCase())
    return name
  })
}
