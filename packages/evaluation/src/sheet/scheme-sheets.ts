/** A scheme as the sheets of a workbook: what officers edit. Nothing is lost on the way; the way back is read-scheme-sheets.ts. */
import { unitById } from '@jiheng/quantity'
import { unitOfCell } from '../facts/fact-cells.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import { writeRounding } from '../read/read-policies.ts'
import { writeTarget } from '../read/read-target.ts'
import type { Alternative, Indicator, Scheme, SchemeNode, SchemeVersion, Source } from '../scheme/scheme.ts'
import type { Curve } from '../scoring/curve.ts'
import { formulaWords } from './formula-words.ts'
import {
  confidenceWords,
  curveWords,
  deductAtWords,
  departmentWords,
  kindWords,
  measureWords,
  notApplicableWords,
  noWord,
  roundingWord,
  rowWords,
  stepWords,
  yearWords,
  zeroWords,
} from './scheme-words.ts'

export interface SheetColumn {
  readonly head: string
  /** What may be chosen; empty: anything. */
  readonly choices: readonly string[]
}

export interface SheetTable {
  readonly name: string
  readonly note: string
  readonly columns: readonly SheetColumn[]
  /** By head; what is not there is empty. */
  readonly rows: readonly Readonly<Record<string, string>>[]
}

const column = (head: string, choices: readonly string[] = []): SheetColumn => ({ head, choices })

export const SHEETS = {
  scheme: '细则',
  versions: '版本',
  grades: '等级',
  vetoes: '一票否决',
  unknown: '待明确',
  tree: '指标',
  curves: '计分标准',
} as const

const YES_NO = ['是', '否']
const sourceColumns = [column('依据文件'), column('条款'), column('把握', confidenceWords.all)]
const overColumns = [column('超额说明起点'), column('超额扣分起点')]

export const COLUMNS = {
  scheme: [column('编号'), column('名称'), column('地区'), column('类型', kindWords.all)],
  versions: [
    column('起'),
    column('止'),
    ...sourceColumns,
    column('满分'),
    column('不适用时', notApplicableWords.all),
    column('分值取舍'),
    column('总分取舍'),
    ...overColumns,
    column('扣分', deductAtWords.all),
    column('加分后上限'),
    column('部门计分', departmentWords.all),
    column('分等级', YES_NO),
    column('进度指标'),
    column('红灯低于'),
    column('绿灯起点'),
    column('预警执行指标'),
    column('预警红高于'),
    column('预警黄结余高于'),
  ],
  grades: [column('版本'), column('等级'), column('起分')],
  vetoes: [column('版本'), column('编号'), column('名称'), column('等级最高')],
  unknown: [column('版本'), column('没有写明的内容')],
  tree: [
    column('版本'),
    column('层级'),
    column('类别', rowWords.all),
    column('编号'),
    column('名称'),
    column('分值'),
    column('目标值'),
    column('计分方法', curveWords.all),
    column('完成值来自', measureWords.all),
    column('公式'),
    column('计量单位'),
    column('说明'),
    column('分母为零', zeroWords.all),
    column('期限'),
    column('期限年份', yearWords.all),
    column('加分项', YES_NO),
    column('接收批复指标', YES_NO),
    column('不适用时', notApplicableWords.all),
    column('分值取舍'),
    ...overColumns,
    ...sourceColumns,
  ],
  curves: [
    column('版本'),
    column('指标编号'),
    column('指标名称'),
    column('算法'),
    column('组'),
    column('计分方法', curveWords.all),
    column('编号'),
    column('名称'),
    column('条件'),
    column('止'),
    column('分值或比例'),
    column('目标值'),
    column('扣法', stepWords.all),
  ],
} as const satisfies Record<keyof typeof SHEETS, readonly SheetColumn[]>

const NOTES: Readonly<Record<keyof typeof SHEETS, string>> = {
  scheme: '一份细则一行。编号用小写字母、数字和连字符。',
  versions: '一个版本一行：从哪一天起适用、依据什么文件、总分怎样算。止日空着表示仍在执行。超额起点写倍数，例如 1.3；不要求写“无”。',
  grades: '从高到低；起分含本数。',
  vetoes: '发生时等级最高只能到哪一级。',
  unknown: '文件没有写明、不能替它填的内容，照实写在这里。',
  tree: '按层级从上到下：1 是一级。分类只写编号、名称、分值；“另一算法”写在指标下面，取得分高的。目标值写法：≥ 90、≤ 5、= 0、90–100。',
  curves: '每个指标的计分标准，一行一档、一个要点、一个等次或一组。条件写区间，例如 [90,100]、(0,10]；分段直线写点，例如 60、1 × target。',
}

type Row = Record<string, string>

export function schemeSheets(scheme: Scheme, items: ItemCatalogue): readonly SheetTable[] {
  const formulas = formulaWords(items)
  const rows: Record<keyof typeof SHEETS, Row[]> = {
    scheme: [{ 编号: scheme.id, 名称: scheme.label, 地区: scheme.place ?? '', 类型: kindWords.word(scheme.kind) }],
    versions: scheme.versions.map(versionRow),
    grades: scheme.versions.flatMap(({ from, policies }) =>
      (policies.grades ?? []).map((grade) => ({ 版本: from, 等级: grade.label, 起分: grade.from })),
    ),
    vetoes: scheme.versions.flatMap(({ from, policies }) =>
      policies.vetoes.map(({ id, label, gradeAtMost }) => ({ 版本: from, 编号: id, 名称: label, 等级最高: gradeAtMost })),
    ),
    unknown: scheme.versions.flatMap(({ from, unknown }) => unknown.map((text) => ({ 版本: from, 没有写明的内容: text }))),
    tree: scheme.versions.flatMap(({ from, tree }) => tree.flatMap((node) => nodeRows(node, 1, from, formulas.write))),
    curves: scheme.versions.flatMap(({ from, tree }) => indicatorsIn(tree).flatMap((indicator) => curveRowsOf(indicator, from))),
  }
  return (Object.keys(SHEETS) as (keyof typeof SHEETS)[]).map((key) => ({
    name: SHEETS[key],
    note: NOTES[key],
    columns: COLUMNS[key],
    rows: rows[key],
  }))
}

function versionRow({ from, to, source, full, policies }: SchemeVersion): Row {
  const { lights, selfWarning, overFulfilment } = policies
  return {
    起: from,
    止: to ?? '',
    ...sourceRow(source),
    满分: full,
    不适用时: notApplicableWords.word(policies.notApplicable),
    分值取舍: roundingWord(writeRounding(policies.rounding)),
    总分取舍: roundingWord(writeRounding(policies.totalRounding)),
    超额说明起点: overFulfilment.reasonFrom ?? noWord,
    超额扣分起点: overFulfilment.deductFrom ?? noWord,
    扣分: deductAtWords.word(policies.deductAt),
    加分后上限: policies.bonusUpTo ?? '',
    部门计分: departmentWords.word(policies.department),
    分等级: policies.grades === null ? '否' : '是',
    进度指标: lights?.execution ?? '',
    红灯低于: lights?.redBelow ?? '',
    绿灯起点: lights?.greenFrom ?? '',
    预警执行指标: selfWarning?.execution ?? '',
    预警红高于: selfWarning?.redAbove ?? '',
    预警黄结余高于: selfWarning?.yellowUnspentAbove ?? '',
  }
}

const sourceRow = ({ document, article, confidence }: Source): Row => ({
  依据文件: document,
  条款: article ?? '',
  把握: confidenceWords.word(confidence),
})

function nodeRows(node: SchemeNode, level: number, version: string, writeFormula: (text: string) => string): Row[] {
  const base = { 版本: version, 层级: String(level), 编号: node.id, 名称: node.label, 分值: node.weight ?? '' }
  if (node.kind === 'block') {
    const row = { ...base, 类别: rowWords.word('block'), 接收批复指标: node.takesGoals ? '是' : '' }
    return [row, ...node.children.flatMap((child) => nodeRows(child, level + 1, version, writeFormula))]
  }
  const { policies, source } = node
  const own: Row = {
    ...base,
    类别: rowWords.word('indicator'),
    ...wayRow(node, writeFormula),
    加分项: node.isBonus ? '是' : '',
    不适用时: policies.notApplicable === undefined ? '' : notApplicableWords.word(policies.notApplicable),
    分值取舍: policies.rounding === undefined ? '' : roundingWord(writeRounding(policies.rounding)),
    超额说明起点: policies.overFulfilment === undefined ? '' : (policies.overFulfilment.reasonFrom ?? noWord),
    超额扣分起点: policies.overFulfilment === undefined ? '' : (policies.overFulfilment.deductFrom ?? noWord),
    说明: node.note ?? '',
    ...(source === null ? {} : sourceRow(source)),
  }
  const others = node.alternatives.map(
    (way): Row => ({ 版本: version, 层级: String(level), 类别: rowWords.word('or'), 编号: node.id, ...wayRow(way, writeFormula) }),
  )
  return [own, ...others]
}

function wayRow({ measure, target, curve }: Alternative, writeFormula: (text: string) => string): Row {
  return {
    完成值来自: measureWords.word(measure.kind),
    公式: measure.kind === 'formula' ? writeFormula(measure.formula) : '',
    计量单位: measure.kind === 'formula' || measure.kind === 'figure' ? unitWordOf(measure.unit) : '',
    分母为零: measure.kind === 'formula' && measure.zero !== null ? zeroWords.word(measure.zero) : '',
    期限: measure.kind === 'days-late' ? measure.due : '',
    期限年份: measure.kind === 'days-late' ? yearWords.word(measure.year) : '',
    目标值: target === null ? '' : writeTarget(target),
    计分方法: curveWords.word(curve.curve),
  }
}

/** The symbol, where it leads back to the same unit. */
function unitWordOf(unit: string): string {
  const symbol = unitById(unit)?.symbols[0] ?? unit
  return unitOfCell(symbol) === unit ? symbol : unit
}

const indicatorsIn = (nodes: readonly SchemeNode[]): readonly Indicator[] =>
  nodes.flatMap((node) => (node.kind === 'indicator' ? [node] : indicatorsIn(node.children)))

function curveRowsOf({ id, label, curve, alternatives }: Indicator, version: string): Row[] {
  return [curve, ...alternatives.map((way) => way.curve)].flatMap((one, at) =>
    curveRows(one).map((row): Row => ({ 版本: version, 指标编号: id, 指标名称: label, 算法: String(at + 1), ...row })),
  )
}

/** A curve that is wholly said by its name has no row. */
function curveRows(curve: Curve): Row[] {
  const row = (rest: Row): Row => ({ 计分方法: curveWords.word(curve.curve), ...rest })
  switch (curve.curve) {
    case 'threshold':
    case 'manual':
      return []
    case 'ratio':
      return curve.floor === undefined ? [] : [row({ 条件: curve.floor })]
    case 'linear':
      return curve.knots.map(({ at, of, share }) => row({ 条件: of === 'target' ? `${at} × target` : at, 分值或比例: share }))
    case 'bands':
      return curve.bands.map(({ within, points }) => row({ 条件: within, 分值或比例: points }))
    case 'deduct':
      return [row({ 条件: curve.step, 分值或比例: curve.points, 扣法: stepWords.word(curve.steps) })]
    case 'check-points':
      return curve.checks.map(({ id, label, points }) => row({ 编号: id, 名称: label, 分值或比例: points ?? '' }))
    case 'classes':
      return curve.classes.map(({ id, label, from, to }) => row({ 编号: id, 名称: label, 条件: from, 止: to }))
    case 'groups':
      return curve.groups.flatMap(({ id, label, weight, target, curve: own }) => [
        row({ 编号: id, 名称: label, 分值或比例: weight, 目标值: target }),
        ...groupCurveRows(own).map((one): Row => ({ ...one, 组: id })),
      ])
  }
}

/** By ratio, where nothing is said. */
function groupCurveRows(curve: Curve): Row[] {
  const rows = curveRows(curve)
  return rows.length > 0 || curve.curve === 'ratio' ? rows : [{ 计分方法: curveWords.word(curve.curve) }]
}
