/** An evaluation on a terminal: the tree with its points, the total, what is open and what has to be explained. */
import { type Evaluated, type EvaluationRow, evaluationRows, sayWarning } from '@jiheng/report'
import type { Paint } from '../output/colour.ts'
import { display } from '../output/display.ts'
import { clip, pad, widthOf } from '../output/width.ts'
import { sayEvaluate, evaluateWords as words } from '../wording/evaluate-messages.ts'

const NAME = 40
const [WEIGHT, TARGET, ACTUAL, SCORE] = [8, 14, 16, 8]

export function renderEvaluation(one: Evaluated, schemeLabel: string, paint: Paint): string {
  const { evaluation, plan } = one
  const rows = evaluationRows(one)
  const { document, from } = evaluation.scheme
  const lines = [
    paint('strong', `== ${display(sayEvaluate.unitLine(one.unitName, evaluation.year))}`),
    paint('faint', display(sayEvaluate.schemeLine(schemeLabel, document, from))),
    '',
    paint(
      'faint',
      `${pad(words.indicator, NAME)}${right(words.weight, WEIGHT)}  ${pad(words.target, TARGET)}${pad(words.actual, ACTUAL)}${right(words.score, SCORE)}`,
    ),
    ...rows.map((row) => lineOf(row, paint)),
    '',
    ...totalLines(one, paint),
    ...evaluation.warnings.map((warning) => paint(LIGHT_STYLES[warning.light], display(sayWarning(warning)))),
    ...section(
      sayEvaluate.openHead,
      rows.filter(({ kind, open }) => kind === 'indicator' && open !== ''),
      ({ open }) => open,
      (text) => paint('error', text),
    ),
    ...section(
      sayEvaluate.askHead,
      rows.filter(({ asks }) => asks.length > 0),
      ({ asks }) => asks.join('；'),
      (text) => paint('warning', text),
    ),
  ]
  const { unknown } = plan.version
  if (unknown.length > 0) lines.push('', sayEvaluate.unknownHead, ...unknown.map((text) => `  · ${display(text)}`))
  return `${lines.join('\n')}\n`
}

const LIGHT_STYLES = { red: 'error', yellow: 'warning', green: 'faint' } as const

function lineOf(row: EvaluationRow, paint: Paint): string {
  const name = clip(`${'  '.repeat(row.depth)}${display(row.label)}`, NAME - 1)
  const left = `${pad(name, NAME)}${right(row.weight, WEIGHT)}  ${pad(clip(display(row.target), TARGET - 1), TARGET)}${pad(clip(display(row.actual), ACTUAL - 1), ACTUAL)}`
  if (row.kind === 'block') return paint('strong', `${left}${right(row.score === '' ? words.open : row.score, SCORE)}`)
  if (row.state === 'open') return `${left}${paint('error', right(words.open, SCORE))}`
  if (row.score === '') return `${left}${paint('faint', right(words.notApplicable, SCORE))}`
  const isLost = row.score !== row.weight && !row.isBonus
  return `${left}${isLost ? paint('warning', right(row.score, SCORE)) : right(row.score, SCORE)}`
}

function totalLines({ evaluation, plan }: Evaluated, paint: Paint): readonly string[] {
  const { raw, applicable, bonus, deducted, deductions, total, grade, open } = evaluation
  const { full } = plan.version
  if (total === null) return [paint('error', sayEvaluate.noTotal(open.length, raw))]
  const parts = [`${words.total} ${total} / ${full}`, ...(grade === null ? [] : [`${words.grade} ${display(grade)}`])]
  if (bonus !== '0') parts.push(`${words.bonus} ${bonus}`)
  if (deducted !== '0') parts.push(`${words.deducted} ${deducted}`)
  return [
    paint('strong', parts.join('　')),
    ...(applicable === full ? [] : [`${raw} / ${applicable}，${sayEvaluate.rebased(applicable, full)}`]),
    ...deductions.map(({ label, points }) => paint('warning', `  · ${display(sayEvaluate.deduction(label, points))}`)),
  ]
}

function section(
  head: (count: number) => string,
  rows: readonly EvaluationRow[],
  say: (row: EvaluationRow) => string,
  paint: (text: string) => string,
): readonly string[] {
  return rows.length === 0 ? [] : ['', paint(head(rows.length)), ...rows.map((row) => `  · ${display(row.label)}：${display(say(row))}`)]
}

const right = (text: string, columns: number): string => `${' '.repeat(Math.max(0, columns - widthOf(text)))}${text}`

/** One indicator, or those of one name, with rule, source, figures, evidence and steps. null when there is none. */
export function renderExplanation(one: Evaluated, id: string, paint: Paint): string | null {
  const rows = evaluationRows(one).filter((each) => each.kind === 'indicator' && (each.id === id || each.label === id))
  return rows.length === 0 ? null : rows.map((row) => explanationOf(row, one, paint)).join('\n')
}

function explanationOf(row: EvaluationRow, one: Evaluated, paint: Paint): string {
  const { trace } = row
  const field = (label: string, values: readonly string[]): readonly string[] =>
    values.filter((value) => value !== '').map((value, at) => `  ${pad(at === 0 ? label : '', 12)}${display(value)}`)
  const shown = row.state === 'open' ? words.open : row.score === '' ? words.notApplicable : row.score
  return `${[
    paint('strong', `== ${display(sayEvaluate.unitLine(one.unitName, one.evaluation.year))} · ${display(row.label)}（${row.id}）`),
    ...field(words.score, [`${shown} / ${row.weight}`]),
    ...field(words.unscored, [row.open]),
    ...field(words.target, [row.target]),
    ...field(words.actual, [row.actual]),
    ...field(words.measure, [row.measure]),
    ...field(words.rule, [row.rule]),
    ...field(words.source, [row.source]),
    ...field(
      words.facts,
      (trace?.facts ?? []).map(({ item, says, source, evidence }) => sayEvaluate.factLine(item, says, source, evidence)),
    ),
    ...field(words.steps, trace?.steps ?? []),
    ...field(words.asks, row.asks),
  ].join('\n')}\n`
}
