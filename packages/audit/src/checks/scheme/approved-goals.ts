/** The self-evaluation against the approved goals, row by row: what was lowered, changed, left out or added. */
import type { GoalIndicator, TargetText } from '@jiheng/evaluation'
import { compare, compareRational, decimal, dimensionOf, divideRational, factorOf, type Rational, toRational } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { type IndicatorRow, indicatorRows } from '../../claims/indicator-rows.ts'
import { quoteCell, quoteFigure } from '../../findings/quote.ts'
import { sayCell } from '../form/rows-folded.ts'
import { type Fault, type Tell, textCheck } from '../text-check.ts'
import { indicatorsOf, matchRows, plainLabel } from './scheme-rows.ts'

const wording = {
  title: '与批复的绩效目标不一致',
  remedy: '按批复的目标填报；目标确需调整的，附调整批复。',
  explain: '给出批复的绩效目标时，逐项核对自评表：指标有无增删、改名，目标值、符号、计量单位、分值有无改动。目标值变低的特别指出。',
  titleEnglish: 'Not the approved goals',
}

const MOST_NAMED = 12

export const approvedGoals = textCheck(
  { id: 'approved-goals', kind: 'restated-fact', severity: 'warning', wording, source: '财预〔2015〕88号 28、29；批复的绩效目标' },
  (set, tell, _context, { goals, scheme }) => {
    const rows = indicatorRows(set)
    if (goals === null || rows.length === 0) return
    const source = `批复：${goals.document}（${goals.approved}）`
    const matched = matchRows(set, goals.indicators)
    for (const { row, of } of matched) {
      const faults = [targetFault(set, row, of), weightFault(set, row, of)].filter((fault) => fault !== null)
      if (faults.length === 0) tell.pass()
      for (const fault of faults) tell.fail({ ...fault, steps: [source, ...fault.steps] })
    }
    const known = [...goals.indicators, ...(scheme === null ? [] : indicatorsOf(scheme.version))].map(({ label }) => plainLabel(label))
    const named = new Set(rows.map(({ name }) => plainLabel(name)))
    const missing = goals.indicators.filter(({ label }) => !named.has(plainLabel(label)))
    const added = rows.filter(({ name }) => !known.includes(plainLabel(name)))
    tellMissing(set, tell, missing, rows, source)
    // Without the scheme it is not known which rows are the place's own.
    if (scheme !== null && matched.length > 0) tellAdded(set, tell, added, source)
  },
)

function targetFault(set: ClaimSet, row: IndicatorRow, goal: GoalIndicator): Fault | null {
  const printed = row.target?.figure ?? null
  const unit = goal.measure.kind === 'formula' || goal.measure.kind === 'figure' ? goal.measure.unit : null
  if (goal.target === null || goal.target.sign === 'range' || printed === null || unit === null) return null
  const approved = `${SIGNS[goal.target.sign]}${goal.target.value}`
  const value = inUnit(printed.value, printed.dimension, unit)
  if (value === null) {
    return {
      message: `“${goal.label}”的目标值写为 ${sayCell(row, 'target')}，与批复的计量单位不同（批复为 ${approved}），请核对。`,
      quotes: [quoteFigure(set, printed)],
      computation: `${sayCell(row, 'target')} ≠ ${approved}`,
      steps: [`批复的目标值：${approved}`, `所写：${sayCell(row, 'target')}`],
    }
  }
  const order = compareRational(value, toRational(decimal(goal.target.value)))
  const isSign = row.sign === null || SIGNS[goal.target.sign] === row.sign
  if (order === 0 && isSign) return null
  const isLowered = (goal.target.sign === '>=' && order < 0) || (goal.target.sign === '<=' && order > 0)
  const how = isLowered ? '低于批复的要求' : order === 0 ? '的符号与批复不同' : '与批复不同'
  return {
    message: `“${goal.label}”的目标值写为 ${sayCell(row, 'target')}，${how}（批复为 ${approved}），请核对是否有调整批复。`,
    quotes: [quoteFigure(set, printed)],
    computation: `${sayCell(row, 'target')} ≠ ${approved}`,
    steps: [`批复的目标值：${approved}`, `所写：${sayCell(row, 'target')}`],
    expected: approved,
  }
}

function weightFault(set: ClaimSet, row: IndicatorRow, { label, weight }: GoalIndicator): Fault | null {
  const printed = row.weight?.figure ?? null
  if (printed === null || compare(printed.value, decimal(weight)) === 0) return null
  return {
    message: `“${label}”的分值写为 ${row.weight?.text ?? ''}，批复为 ${weight} 分，请核对。`,
    quotes: [quoteFigure(set, printed)],
    computation: `${row.weight?.text ?? ''} ≠ ${weight}`,
    steps: [`批复的分值：${weight} 分`, `所写：${row.weight?.text ?? ''}`],
    expected: `${weight}分`,
  }
}

/** A row that has its target and its points under another name may be the same indicator. */
function tellMissing(set: ClaimSet, tell: Tell, missing: readonly GoalIndicator[], rows: readonly IndicatorRow[], source: string): void {
  const [first] = rows
  if (missing.length === 0 || first === undefined) return
  const names = missing.slice(0, MOST_NAMED).map((goal) => {
    const other = rows.find((row) => isSameButName(row, goal))
    return other === undefined ? `“${goal.label}”` : `“${goal.label}”（疑改名为“${other.name}”）`
  })
  tell.fail({
    message: `批复的指标${names.join('')}${missing.length > names.length ? `等${missing.length}项` : ''}在自评表中没有，请补列或附调整批复。`,
    quotes: [quoteCell(set, first.block, first.row, first.target?.column ?? 0)],
    computation: `批复有而自评表没有：${missing.length} 项`,
    steps: [
      source,
      ...missing.slice(0, MOST_NAMED).map(({ label, target }) => `批复：${label}${target === null ? '' : ` ${sayTarget(target)}`}`),
    ],
  })
}

function tellAdded(set: ClaimSet, tell: Tell, added: readonly IndicatorRow[], source: string): void {
  const [first] = added
  if (first === undefined) return
  const names = added.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`)
  tell.fail({
    severity: 'info',
    message: `自评表的${names.join('')}${added.length > names.length ? `等${added.length}项` : ''}不在批复的目标之内，请核对是否自行增加。`,
    quotes: [quoteCell(set, first.block, first.row, first.target?.column ?? first.score?.column ?? 0)],
    computation: `自评表有而批复没有：${added.length} 项`,
    steps: [source, ...added.slice(0, MOST_NAMED).map(({ name }) => `自评表：${name}`)],
  })
}

function isSameButName(row: IndicatorRow, { target, weight, measure }: GoalIndicator): boolean {
  const [printed, points] = [row.target?.figure ?? null, row.weight?.figure ?? null]
  if (target === null || target.sign === 'range' || printed === null || points === null || measure.kind !== 'figure') return false
  const value = inUnit(printed.value, printed.dimension, measure.unit)
  return value !== null && compareRational(value, toRational(decimal(target.value))) === 0 && compare(points.value, decimal(weight)) === 0
}

function inUnit(value: Parameters<typeof toRational>[0], dimension: string, unit: string): Rational | null {
  if (dimension === 'none') return toRational(value)
  const factor = factorOf(unit)
  return factor === null || dimension !== dimensionOf(unit) ? null : divideRational(toRational(value), toRational(factor))
}

const SIGNS: Readonly<Record<'>=' | '<=' | '=', string>> = { '>=': '≥', '<=': '≤', '=': '=' }

const sayTarget = (target: TargetText): string =>
  target.sign === 'range' ? `${target.low}–${target.high}` : `${SIGNS[target.sign]}${target.value}`
