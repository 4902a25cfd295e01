/** What evaluate, facts and simulate say, apart from their help and from problems. */
import type { PlanFault } from '@jiheng/evaluation'

export const evaluateWords = {
  indicator: '指标',
  weight: '分值',
  target: '目标值',
  actual: '实际完成值',
  score: '得分',
  total: '总分',
  grade: '等级',
  open: '待补',
  notApplicable: '不适用',
  bonus: '加分',
  deducted: '扣分',
  rule: '计分标准',
  measure: '怎样得来',
  source: '依据',
  facts: '数据',
  steps: '计算',
  asks: '请说明',
  unscored: '未计分',
}

export const departmentWords = {
  whole: '部门',
  noScore: '部门还没有总分',
  score: (total: string, full: string, grade: string) => `部门得分 ${total} / ${full}${grade === '' ? '' : `　等级 ${grade}`}`,
  units: '单位报送和得分',
  unit: '单位',
  state: '报送',
  money: '金额汇总',
  noMoney: '  各单位都没有填报金额。',
  none: '缺数，不汇总',
  difference: '  差额＝部门填报－汇总数；未说明差额＝差额－已说明。',
  transfer: '内部往来',
  written: (path: string, name: string) => `${name} 的部门自评结果已写入 ${path}`,
  strangers: (units: readonly string[]) => `数据里的 ${units.join('、')} 不在部门名单中，没有计入。\n`,
  offlineWithFacts: (unit: string) => `${unit}：名单写的是线下报送，数据里却有它的数，金额没有计入汇总。请核对。`,
  missingWithFacts: (unit: string) => `${unit}：名单写的是未报，数据里却有它的数，已计入汇总。请核对。`,
  faulty: '数据有误，为免汇总数不实，没有汇总。改正上面的问题后再试。\n',
}

export const sayEvaluate = {
  unitLine: (unit: string, year: number) => `${unit} · ${year}年度`,
  schemeLine: (label: string, document: string, from: string) => `评分细则：${label}（${document}，${from} 起适用）`,
  rebased: (applicable: string, full: string) => `适用指标满分 ${applicable} 分，按比例换算为 ${full} 分`,
  deduction: (reason: string, points: string) => `扣 ${points} 分：${reason}`,
  noTotal: (count: number, raw: string) => `还有 ${count} 项不能计分，没有总分（已得 ${raw} 分）`,
  openHead: (count: number) => `还不能计分 ${count} 项（空着不等于 0）`,
  askHead: (count: number) => `需要说明 ${count} 项`,
  unknownHead: '评分细则没有写明的',
  factLine: (item: string, says: string, source: string, evidence: readonly string[]) =>
    `${item}：${says}${source === '' ? '' : `；来源 ${source}`}${evidence.length === 0 ? '' : `；佐证 ${evidence.join('、')}`}`,
  summary: (units: number, total: number, open: number) =>
    `${units} 个单位，${total} 个有总分${open === 0 ? '' : `，${open} 个有指标待补`}\n`,
  hiddenSheet: (file: string, sheet: string) => `${file}：工作表“${sheet}”是隐藏的，没有读取。要用其中的数据，请取消隐藏后再试。`,
  noUnits: '数据里没有可以计分的单位。\n',
  leftOut: (unit: string) => `${unit}：数据有误，没有计分。改正上面的问题后再试。\n`,
  moreProblems: (count: number) => `…… 另有 ${count} 个问题，改正上面的以后再看\n`,
  unread: (count: number) => `文件里有 ${count} 个问题，为免得分不实，没有计分。改正后再试。\n`,
  written: (path: string, units: number) => `${units} 个单位的自评结果已写入 ${path}\n`,
  template: (path: string, rows: number) => `填报表已写入 ${path}（${rows} 行）。填好后用 jiheng evaluate 计分。\n`,
}

export function sayPlanFault(unit: string, { code, at, details }: PlanFault): string {
  const place = `${unit}：${at.join(' › ')}`
  switch (code) {
    case 'weight-missing':
      return `${place}：没有分值。评分细则没有规定的，由批复的绩效目标给出，请用 --goals 给出目标文件。`
    case 'weights-not-full':
      return `${place}：下级分值合计 ${details.sum ?? ''}，应为 ${details.weight ?? details.full ?? ''}。请检查评分细则或批复的绩效目标。`
    case 'no-such-block':
      return `${place}：细则里没有接收批复指标的分类“${details.block ?? ''}”。请检查目标文件里的 block。`
    case 'duplicate':
      return `${place}：编号“${details.id ?? at.at(-1) ?? ''}”重复。请检查目标文件。`
    case 'target-missing':
      return `${place}：没有目标值。请用 --goals 给出批复的绩效目标。`
    case 'block-empty':
      return `${place}：这一类的指标由批复的绩效目标给出，请用 --goals 给出目标文件。`
  }
}
