/** A department on a terminal: its score, who has handed in, its units, its money, and its tree where it is scored once. */
import {
  type DepartmentReport,
  moneyHeads,
  moneyRows,
  nameOfUnit,
  sayCoverage,
  sayDepartmentScore,
  sayOffline,
  sayState,
  sayStatistics,
  sayTransfers,
  totalOf,
} from '@jiheng/report'
import type { Paint } from '../output/colour.ts'
import { display } from '../output/display.ts'
import { clip, pad, widthOf } from '../output/width.ts'
import { evaluateWords, sayEvaluate, departmentWords as words } from '../wording/evaluate-messages.ts'
import { renderEvaluation } from './render-evaluation.ts'

const [NAME, STATE] = [34, 32]
const LABEL = 24
const FIGURE = 14

export function renderDepartment(report: DepartmentReport, paint: Paint): string {
  const { scheme, score } = report
  const { total, grade } = totalOf(report)
  const head = total === null ? paint('error', words.noScore) : paint('strong', words.score(total, report.full, display(grade ?? '')))
  const lines = [
    paint('strong', `== ${display(sayEvaluate.unitLine(report.name, report.year))} · ${words.whole}`),
    paint('faint', display(sayEvaluate.schemeLine(scheme.label, scheme.document, scheme.from))),
    '',
    head,
    display(sayDepartmentScore(report)),
    '',
    paint('strong', words.units),
    display(`${sayCoverage(report)}。`),
    display(`${sayStatistics(report)}。`),
    paint('faint', `  ${pad(words.unit, NAME)}${pad(words.state, STATE)}${right(evaluateWords.total, 8)}  ${evaluateWords.grade}`),
    ...report.units.map((one) => unitLine(report, one, paint)),
    '',
    paint('strong', words.money),
    ...moneyLines(report, paint),
  ]
  const own = score?.kind === 'once' ? `\n${renderEvaluation(score.evaluated, scheme.label, paint)}` : ''
  return `${lines.join('\n')}\n${own}`
}

function unitLine(report: DepartmentReport, one: DepartmentReport['units'][number], paint: Paint): string {
  const state = pad(clip(display(sayState(report, one)), STATE - 1), STATE)
  const shown = one.state === 'missing' ? paint('error', state) : one.state === 'late' ? paint('warning', state) : state
  return `  ${pad(clip(display(nameOfUnit(one)), NAME - 1), NAME)}${shown}${right(one.total ?? '—', 8)}  ${display(one.grade ?? '')}`
}

/** What is explained stands below its line: it has words. */
function moneyLines(report: DepartmentReport, paint: Paint): readonly string[] {
  const rows = moneyRows(report)
  if (rows.length === 0) return [words.noMoney]
  const [label, , ...others] = moneyHeads
  const heads = others.filter((head) => head !== EXPLAINED)
  const figures = rows.flatMap((row) => {
    const name = pad(clip(display(`${row.label}（${row.measure}）`), LABEL - 1), LABEL)
    const sums =
      row.lacks === '' ? [row.sum, row.offset, row.consolidated].map((text) => right(text, FIGURE)).join('') : right(words.none, FIGURE * 3)
    const rest = [row.stated, row.difference].map((text) => right(text, FIGURE)).join('')
    const left = right(row.unexplained, FIGURE)
    return [
      `  ${name}${sums}${rest}${row.isOff ? paint('error', left) : left}`,
      ...(row.lacks === '' ? [] : [paint('error', `    ${display(row.lacks)}`)]),
      ...(row.mixed === '' ? [] : [paint('warning', `    ${display(row.mixed)}`)]),
      ...(row.explained === '' ? [] : [`    ${EXPLAINED}：${display(row.explained)}`]),
    ]
  })
  const offline = sayOffline(report)
  return [
    paint('faint', `  ${pad(label, LABEL)}${heads.map((head) => right(head, FIGURE)).join('')}`),
    ...figures,
    paint('faint', `${words.difference}${offline}`),
    ...sayTransfers(report).map((text) => `  · ${words.transfer}：${display(text)}`),
  ]
}

const EXPLAINED: (typeof moneyHeads)[number] = '已说明'

const right = (text: string, columns: number): string => `${' '.repeat(Math.max(0, columns - widthOf(text)))}${text}`
