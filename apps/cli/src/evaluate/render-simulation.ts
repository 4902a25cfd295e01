/** What a change of rules does, on a terminal: the distribution before and after, then each unit that changes and why. */
import type { Simulation, Statistics, UnitChange } from '@jiheng/evaluation'
import type { Paint } from '../output/colour.ts'
import { display } from '../output/display.ts'
import { clip, pad, widthOf } from '../output/width.ts'
import { simulateWords as words } from '../wording/simulate-messages.ts'

const NAME = 28
const BAR = 30
const MOST_MOVES = 3

/** `nameOf` a unit as people know it. */
export function renderSimulation(simulation: Simulation, units: number, nameOf: (unit: string) => string, paint: Paint): string {
  const { before, after, changed, rescored } = simulation
  return `${[
    paint('strong', words.head(units, changed.length)),
    words.rescored(rescored.length),
    '',
    ...distribution(before, after, paint),
    '',
    ...(changed.length === 0
      ? [words.unchanged]
      : [heads(paint), ...changed.flatMap((one) => unitLines({ ...one, unit: nameOf(one.unit) }, paint))]),
  ].join('\n')}\n`
}

function distribution(before: Statistics, after: Statistics, paint: Paint): readonly string[] {
  const grades = [...new Set([...before.byGrade, ...after.byGrade].map(({ label }) => label))]
  const countOf = (statistics: Statistics, label: string): number => statistics.byGrade.find((one) => one.label === label)?.count ?? 0
  const most = Math.max(1, ...grades.flatMap((label) => [countOf(before, label), countOf(after, label)]))
  const bar = (count: number): string => '█'.repeat(count === 0 ? 0 : Math.max(1, Math.round((count / most) * BAR)))
  const lines = grades.flatMap((label) => [
    `  ${pad(display(label), 6)}${words.before}  ${paint('faint', bar(countOf(before, label)))} ${countOf(before, label)}`,
    `  ${pad('', 6)}${words.after}  ${bar(countOf(after, label))} ${countOf(after, label)}`,
  ])
  const mean = words.mean(before.mean, after.mean)
  return [words.distribution, ...lines, ...(mean === null ? [] : [`  ${mean}`])]
}

const heads = (paint: Paint): string =>
  paint('faint', `${pad(words.unit, NAME)}${pad(words.total, 20)}${pad(words.grade, 14)}${pad(words.rank, 14)}${words.because}`)

function unitLines({ unit, total, grade, rank, moved, because }: UnitChange, paint: Paint): readonly string[] {
  const moves = moved.slice(0, MOST_MOVES).map(({ label, before, after }) => words.moved(display(label), before, after))
  const more = moved.length > MOST_MOVES ? [words.more(moved.length - MOST_MOVES)] : []
  const why = because === 'indicators' ? [...moves, ...more].join('；') : words.why[because]
  const name = clip(display(unit), NAME - 1)
  const line = `${pad(name, NAME)}${cell(total, 20)}${cell(grade, 14)}${cell(rank, 14)}${why}`
  return [grade.before === grade.after ? line : paint('warning', line)]
}

function cell({ before, after }: UnitChange['total'] | UnitChange['rank'], columns: number): string {
  const show = (value: string | number | null): string => (value === null ? words.none : display(String(value)))
  const text = before === after ? show(after) : `${show(before)} → ${show(after)}`
  return text + ' '.repeat(Math.max(1, columns - widthOf(text)))
}
