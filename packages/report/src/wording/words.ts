/** The words that every output uses for severities, kinds and repairs: one word, one meaning. */
import type { FindingKind, RepairReason, Severity } from '@jiheng/audit'
import type { ReportKind } from '@jiheng/ingest'

/** Who signs what we write into documents of others. */
export const AUTHOR = '绩衡校核'

export const severities: readonly Severity[] = ['error', 'warning', 'info']

export const severityWords: Readonly<Record<Severity, string>> = { error: '差错', warning: '疑点', info: '提示' }

/** What a severity asks of the reader. */
export const severityMeanings: Readonly<Record<Severity, string>> = {
  error: '数字不可能同时为真',
  warning: '很可能有误，需要人看',
  info: '格式和文字',
}

export const kindWords: Readonly<Record<FindingKind, string>> = {
  sum: '合计与分项',
  difference: '差额',
  ratio: '比率',
  growth: '增减幅度',
  'product-score': '得分计算',
  'score-total': '得分合计',
  'weight-total': '分值合计',
  'grade-band': '等级',
  'scoring-rule': '计分规则',
  conversion: '折算',
  'restated-fact': '前后不一',
  'text-vs-table': '文字与表格',
  'claim-vs-count': '说法与计数',
  unit: '金额单位',
  'impossible-value': '不可能的数值',
  date: '日期和年度',
  contradiction: '前后矛盾',
  'foreign-entity': '他单位名称',
  'template-residue': '模板残留',
  numbering: '序号',
  'missing-section': '缺少内容',
  other: '其他',
}

export const reportKindWords: Readonly<Record<ReportKind, string>> = {
  department: '部门整体绩效自评',
  unit: '单位整体绩效自评',
  project: '项目支出绩效自评',
  'management-appraisal': '部门绩效管理考核',
  unknown: '类型未识别',
}

export const repairWords: Readonly<Record<RepairReason, string>> = {
  'transposed-digits': '相邻数字颠倒',
  'wrong-digit': '一位数字有误',
  'dropped-digit': '漏写一位数字',
  'doubled-digit': '多写一位数字',
  'shifted-point': '小数点错位',
  'wrong-unit': '单位有误',
  'wrong-direction': '增减方向写反',
  'stale-figure': '沿用了另一处的数字',
  'missing-part': '缺少一项',
  recomputed: '按其他数字重新计算',
}

export const unnamedUnit = '（未识别单位）'
export const standardInput = '标准输入'
