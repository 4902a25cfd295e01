/** What is said of a department, in the words of officers. */
import type { DepartmentUnit } from '@jiheng/evaluation'
import { type DepartmentReport, nameOfUnit, totalOf } from './department-report.ts'
import { unitWord } from './evaluation-words.ts'

export const stateNames: Readonly<Record<DepartmentUnit['state'], string>> = {
  reported: '已报',
  late: '逾期报送',
  offline: '线下报送',
  missing: '未报',
}

export const moneyHeads = ['项目', '计量单位', '单位合计', '抵销', '汇总数', '部门填报', '差额', '已说明', '未说明差额'] as const

/** How the score came about, in a sentence. */
export function sayDepartmentScore(report: DepartmentReport): string {
  const { score, units } = report
  if (score === null) return '部门没有得分：评分细则或批复的绩效目标还不完整'
  const { total } = totalOf(report)
  if (score.kind === 'once')
    return total === null
      ? `还有 ${score.evaluated.evaluation.open.length} 项不能计分，没有总分`
      : '按汇总后的金额和部门填报的完成情况计一次分'
  const how = score.isWeighted ? '所属单位得分按资金加权' : '所属单位得分平均'
  if (total !== null) return `${how}：${score.result.steps.join('；')}`
  const names = new Map(units.map((one) => [one.unit, nameOfUnit(one)]))
  const missing = score.result.missing.map((unit) => names.get(unit) ?? unit)
  return `${how}：${missing.join('、')} 还没有得分${score.isWeighted ? '或资金' : ''}，没有总分`
}

/** 应报 8 个，已报 6 个（其中逾期 1 个）… */
export function sayCoverage({ coverage }: DepartmentReport): string {
  const { expected, submitted, offline, late, overdue, pending, percent } = coverage
  const absent = overdue.length + pending.length
  return [
    `应报 ${expected} 个`,
    `已报 ${submitted} 个${late.length === 0 ? '' : `（其中逾期 ${late.length} 个）`}`,
    `线下报送 ${offline} 个`,
    `未报 ${absent} 个${overdue.length === 0 ? '' : `（已过期限 ${overdue.length} 个）`}`,
    ...(percent === null ? [] : [`报送率 ${percent}%`]),
  ].join('，')
}

/** 优 3 个、良 1 个；平均 91.2 分 */
export function sayStatistics({ statistics }: DepartmentReport): string {
  const { scored, units, byGrade, mean, highest, lowest } = statistics
  const grades = byGrade.map(({ label, count }) => `${label} ${count} 个`).join('、')
  return [
    `${units} 个单位中 ${scored} 个有总分`,
    ...(scored === 0 || grades === '' ? [] : [grades]),
    ...(mean === null ? [] : [`平均 ${mean} 分，最高 ${highest} 分，最低 ${lowest} 分`]),
  ].join('；')
}

/** How a unit stands with handing in, with its days. */
export function sayState(report: DepartmentReport, { unit, state, submitted }: DepartmentUnit): string {
  const days = [...report.coverage.late, ...report.coverage.overdue].find((one) => one.unit === unit)?.days ?? null
  const late = days === null ? '' : state === 'late' ? `，迟 ${days} 天` : `，已过期限 ${days} 天`
  return `${stateNames[state]}${submitted === null ? '' : ` ${submitted}`}${late}`
}

export function sayOffline({ coverage: { offline } }: DepartmentReport): string {
  return offline === 0 ? '' : `线下报送的 ${offline} 个单位没有金额，不在合计之内。`
}

export function sayTransfers(report: DepartmentReport): readonly string[] {
  const names = new Map(report.units.map((one) => [one.unit, nameOfUnit(one)]))
  const labels = new Map(report.consolidation.items.map(({ item, label }) => [item, label]))
  return report.transfers.map(({ from, to, amount, unit, items, reason }) => {
    const held = items.map((item) => labels.get(item) ?? item).join('、')
    return `${names.get(from) ?? from} → ${names.get(to) ?? to}：${amount} ${unitWord(unit)}，从“${held}”中抵销（${reason}）`
  })
}
