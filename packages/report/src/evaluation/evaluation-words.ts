/** What an evaluation says, in the words of officers. */
import type { Ask, Curve, Indicator, ItemCatalogue, OpenCause, TargetText, Warning } from '@jiheng/evaluation'
import { inWords } from '@jiheng/evaluation'
import { decimal, formatDecimal, round, unitById } from '@jiheng/quantity'

export const curveNames: Readonly<Record<Curve['curve'], string>> = {
  ratio: '按完成比例计分',
  threshold: '达到目标得满分，未达到不得分',
  linear: '分段按比例计分',
  bands: '分档计分',
  deduct: '满分起扣',
  'check-points': '按要点计分',
  classes: '按等次计分',
  manual: '评定得分',
  groups: '分组计分',
}

/** The rule in one line, as a scoring standard prints it. `unit` of the indicator, as printed. */
export function sayCurve(curve: Curve, unit = ''): string {
  switch (curve.curve) {
    case 'ratio':
      return curve.floor === undefined ? curveNames.ratio : `${curveNames.ratio}，低于目标的 ${curve.floor} 倍不得分`
    case 'linear':
      return `${curveNames.linear}：${curve.knots.map(({ at, of, share }) => `${of === 'target' ? `目标的 ${at} 倍` : at} 得分值的 ${share}`).join('，')}，其间按直线计`
    case 'bands':
      return `${curveNames.bands}：${curve.bands.map(({ within, points }) => `${within} 得 ${points} 分`).join('；')}`
    case 'deduct':
      return `${curveNames.deduct}：每超出 ${curve.step}${stepUnit(unit)} 扣 ${curve.points} 分${{ exact: '，不足的按比例', begun: '，不足一步按一步', whole: '，满一步才扣' }[curve.steps]}`
    case 'check-points':
      return `${curveNames['check-points']}：${curve.checks.map(({ label, points }) => `${label}${points === null ? '' : `（${points} 分）`}`).join('；')}`
    case 'classes':
      return `${curveNames.classes}：${curve.classes.map(({ label, from, to }) => `${label}（分值的 ${from}–${to}）`).join('；')}`
    case 'groups':
      return `${curveNames.groups}：${curve.groups.map(({ label, weight, target }) => `${label} ${weight} 分、目标 ${target}`).join('；')}`
    default:
      return curveNames[curve.curve]
  }
}

/** Two decimals of what has no end, as reports print it; the working has the rest. */
export function shortFigure(text: string): string {
  const endless = /^≈(-?\d+\.\d+)$/.exec(text)?.[1]
  return endless === undefined ? text : formatDecimal(round(decimal(endless), 'half-up', 2))
}

/** A difference of percentages is told in points. */
const stepUnit = (unit: string): string => (unit === '' ? '' : ` ${unit === '%' ? '个百分点' : unit}`)

/** Where the actual comes from: the formula by names of the catalogue, or who states it. */
export function sayMeasure({ measure }: Pick<Indicator, 'measure'>, items: ItemCatalogue): string {
  switch (measure.kind) {
    case 'formula':
      return inWords(measure.formula, items)
    case 'figure':
      return '单位填报的完成值'
    case 'days-late':
      return `${measure.year === 'next' ? '次年' : '当年'} ${Number(measure.due.slice(0, 2))} 月 ${Number(measure.due.slice(3))} 日前完成`
    case 'judged':
      return '按佐证材料评定'
  }
}

export const unitWord = (unit: string): string => (unit === 'none' ? '' : (unitById(unit)?.symbols[0] ?? unit))

export function unitOf({ measure }: Pick<Indicator, 'measure'>): string {
  return measure.kind === 'formula' || measure.kind === 'figure' ? unitWord(measure.unit) : measure.kind === 'days-late' ? '天' : ''
}

const SIGNS = { '>=': '≥ ', '<=': '≤ ', '=': '' } as const

export function sayTarget(target: TargetText | null, unit: string): string {
  if (target === null) return ''
  return target.sign === 'range' ? `${target.low}–${target.high}${unit}` : `${SIGNS[target.sign]}${target.value}${unit}`
}

/** Why there is no score, and what to do. `detail` may name an item of the catalogue. */
export function sayOpen(reason: OpenCause, detail: string, items: ItemCatalogue): string {
  const named = inWords(detail, items)
  switch (reason) {
    case 'missing':
      return items.has(detail.replace(/^last\((.*)\)$/, '$1')) ? `缺少基础数据“${named}”` : '没有填报完成情况'
    case 'division-by-nought':
      return '分母为零，无法计算'
    case 'no-target':
      return '没有目标值'
    case 'wrong-kind':
      return '填报的内容与计分方法不符'
    case 'wrong-unit':
      return `计量单位不符（${unitWord(detail)}）`
    case 'outside-bands':
      return `完成值 ${detail} 不在任何一档之内`
    case 'outside-class':
      return `得分率不在所选等次的范围内（${detail}）`
    case 'unknown-check':
      return `没有要点“${detail}”`
    case 'above-weight':
      return `评定的分数 ${detail} 超出分值`
    case 'no-value':
      return `没有“${detail}”的数值`
  }
}

export function sayAsk({ why, detail }: Ask): string {
  switch (why) {
    case 'over-fulfilled':
      return `完成目标的 ${shortFigure(detail)} 倍，请说明原因和目标值是否合理`
    case 'marks-lost':
      return detail === '未完成' ? '未完成，请说明原因和改进措施' : `扣 ${detail} 分，请说明原因和改进措施`
    case 'not-applicable':
      return `不适用（${detail}），请核对是否属实`
  }
}

export const lightNames: Readonly<Record<Warning['light'], string>> = { red: '红灯', yellow: '黄灯', green: '绿灯' }

/** 自评预警　红灯：… The light is said in words: a print has no colours. */
export function sayWarning({ kind, light, percent, why, months }: Warning): string {
  const name = `${kind === 'progress' ? `执行进度（截至 ${months} 月）` : '自评预警'} ${lightNames[light]}`
  switch (why) {
    case 'progress':
      return `${name}：执行率与时间进度之比 ${percent}%${light === 'green' ? '' : '，请说明执行慢的原因'}`
    case 'ahead-of-execution':
      return `${name}：其他指标的得分率比预算执行的得分率高出 ${percent}%，请核对自评得分与资金执行是否相称`
    case 'unspent':
      return `${name}：预算有 ${percent}% 没有执行，请说明原因`
    case 'no-budget':
      return `${name}：没有预算数，请核对`
    case 'nothing':
      return `${name}：自评得分与资金执行相称`
  }
}
