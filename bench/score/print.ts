/** The scored figures as lines for a terminal. */
import type { Score } from './score.ts'
import { textsOf } from './scored-finding.ts'
import { percent, type Table, tableOf } from './tables.ts'

export function scoreLines(result: Score, strict: Score): readonly string[] {
  const table = tableOf(result)
  const core = tableOf(strict).overall
  return [
    ...tableLines(table),
    ...(table.other?.causes ? ['(kind "other" is shown apart and left out of overall recall)'] : []),
    `strict (quote holds the slip itself): recall ${percent(core?.recall ?? null)}  precision ${percent(core?.precision ?? null)}  F1 ${percent(core?.f1 ?? null)}`,
    ...(result.agree[1] ? [`kind agrees in ${result.agree[0]} of ${result.agree[1]} true positives`] : []),
    ...touchLines(result),
    ...(result.suggested[1]
      ? [`expected values agree in ${result.suggested[0]} of ${result.suggested[1]} true positives that give one`]
      : []),
    ...(result.missingFiles.length ? [`no engine file for: ${result.missingFiles.join(', ')}`] : []),
    ...(result.unknownKinds.length ? [`kinds outside the groups: ${result.unknownKinds.join(', ')}`] : []),
  ]
}

function tableLines(table: Table): readonly string[] {
  const row = (name: string, ...cells: readonly string[]) =>
    name.padEnd(14) + cells.map((cell, i) => cell.padStart([7, 7, 8, 6, 6, 9, 8, 8][i] ?? 8)).join('')
  const rows = Object.entries(table)
    .filter(([name, v]) => name !== 'other' || v.causes || v.tp || v.fp || v.neutral)
    .map(([name, v]) =>
      row(name, `${v.causes}`, `${v.found}`, percent(v.recall), `${v.tp}`, `${v.fp}`, `${v.neutral}`, percent(v.precision), percent(v.f1)),
    )
  return [row('group', 'causes', 'found', 'recall', 'TP', 'FP', 'neutral', 'prec.', 'F1'), ...rows]
}

function touchLines(result: Score): readonly string[] {
  const near = result.findings.filter((f) => f.mark === 'fp' && f.near).map((f) => f.near?.split(' ')[0])
  const counts = ['trap', 'rounding', 'consistent', 'wrong']
    .filter((kind) => near.includes(kind))
    .map((kind) => `${kind} ${near.filter((n) => n === kind).length}`)
  return counts.length ? [`false positives that touch: ${counts.join(', ')} (wrong = planted, other group)`] : []
}

/** Every miss and every false alarm. */
export function detailLines(result: Score): readonly string[] {
  const missed = result.causes
    .filter((cause) => !cause.found)
    .flatMap(({ entry, doc }) => [
      `  ${entry.id} [${entry.kind}] ${doc}:${entry.line} ${entry.explanation}`,
      `      ${entry.computation} | ${entry.quotes.join(' / ').slice(0, 160)}`,
    ])
  const wrong = result.findings
    .filter((marked) => marked.mark === 'fp')
    .flatMap(({ finding, doc, near }) => [
      `  ${doc} [${finding.kind}] ${finding.message ?? ''} (${near ?? 'touches no labelled entry'})`,
      `      ${finding.computation ?? ''} | ${textsOf(finding).join(' / ').slice(0, 160)}`,
    ])
  return ['', 'Missed', ...missed, '', 'False positives', ...wrong]
}
