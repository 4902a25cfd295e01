/** The measured figures as Markdown; the terminal shows the same text. */

import { type StrangerSet, strangerSets } from '../labels/read-labels.ts'
import { type Row, table } from '../markdown.ts'
import type { MutantTally } from '../mutants/tally.ts'
import { percent, tableOf } from '../score/tables.ts'
import { type Aspect, aspects } from './extraction.ts'
import { countAlarms, gatesOf, inWords } from './gates.ts'
import type { Accuracy, Alarms } from './measure.ts'

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${percent(part / whole)} %`)
const ofWhole = (part: number, whole: number): string => `${share(part, whole)} (${part} of ${whole})`

export function accuracyReport(accuracy: Accuracy): string {
  return [
    `Engine ${accuracy.engine || '–'}, catalogue ${accuracy.catalogue || '–'}, corpus ${accuracy.corpus}.`,
    '## Gates',
    gatesOf(accuracy)
      .map((gate) => `- ${gate.holds ? 'holds' : '**fails**'}: ${inWords(gate)}`)
      .join('\n'),
    ...heldLine(accuracy),
    ...strangerSets.flatMap((set) => strangerLine(accuracy, set)),
    '## Labelled reports',
    groupTable(accuracy),
    scoreNotes(accuracy),
    '## Checks: how often each speaks, and how often rightly',
    'On the labelled, fresh and blind reports with faults: right (quotes a labelled fault), neutral (a doubtful one), wrong (nothing that is labelled wrong). On reports without faults every finding is wrong.',
    checkTable(accuracy),
    '## Causes missed',
    listOf(missedLines(accuracy)),
    '## False alarms',
    listOf(falseAlarmLines(accuracy)),
    '## Extraction',
    extractionTable(accuracy),
    'Labels and roles of the made reports are short tags of their author, so that “+ role” and “+ label” mean something for the labelled reports only.',
    '## Clean reports',
    alarmTable(accuracy.alarms),
    '## Real reports without labels',
    alarmTable(accuracy.unlabelled),
    '## Mutants',
    mutantText(accuracy),
  ].join('\n\n')
}

/** The held reports are there to see how the engine does on what it was not tuned on. */
function heldLine({ alarms, mutants, sets }: Accuracy): readonly string[] {
  const held = sets.find((set) => set.set === 'held')
  const tried = mutants.sets.find((set) => set.name === 'held')
  if (!held) return []
  const extraction = ofWhole(held.extraction.complete.value, held.extraction.relations)
  const found = tried ? `, mutants found ${ofWhole(tried.found, tried.mutants)}` : ''
  return [
    `Held reports (${held.reports}), no mutant of them was ever looked at: errors and warnings ${countAlarms(alarms, 'held')}, relations extracted ${extraction}${found}.`,
  ]
}

/** Reports made by an author who knew no rule; their first figures stand in the text above. */
function strangerLine({ alarms, mutants, sets, byStrangers }: Accuracy, name: StrangerSet): readonly string[] {
  const own = sets.find((set) => set.set === name)
  const result = byStrangers[name]
  if (!own || result === undefined) return []
  const overall = tableOf(result).overall
  const tried = mutants.sets.find((set) => set.name === name)
  const found = tried ? `, mutants found ${ofWhole(tried.found, tried.mutants)}` : ''
  const title = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  return [
    `${title} reports (${own.reports}): planted faults found ${overall?.found ?? 0} of ${overall?.causes ?? 0}, false alarms ${overall?.fp ?? 0}, errors and warnings on those without faults ${countAlarms(alarms, name)}, relations extracted ${ofWhole(own.extraction.complete.value, own.extraction.relations)}${found}.`,
  ]
}

function checkTable({ checks, sets, alarms }: Accuracy): string {
  const clean = alarms.length
  const faulty = sets.reduce((sum, set) => sum + set.reports, 0) - clean
  const head = [
    'Check',
    `差错, 疑点 on ${faulty} reports: right`,
    'neutral',
    'wrong',
    '提示: right',
    'neutral',
    'other',
    `on ${clean} clean ones: 差错, 疑点`,
    '提示',
  ]
  const rows = checks.map(({ check, alarms: a, hints: h, cleanAlarms, cleanHints }) => [
    `\`${check}\``,
    a.right,
    a.neutral,
    a.wrong,
    h.right,
    h.neutral,
    h.wrong,
    cleanAlarms,
    cleanHints,
  ])
  return table(head, rows)
}

const listOf = (lines: readonly string[]): string => (lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : 'None.')

function groupTable({ score, hinted, byStrangers: { blind } }: Accuracy): string {
  const withHints = tableOf(hinted.labelled)
  const blindTable = blind === undefined ? null : { plain: tableOf(blind), hinted: tableOf(hinted.blind) }
  const rows = Object.entries(tableOf(score)).map(([name, v]) => [
    name,
    v.causes,
    v.found,
    withHints[name]?.found ?? 0,
    percent(withHints[name]?.recall ?? null),
    v.tp,
    v.fp,
    v.neutral,
    percent(v.precision),
    ...(blindTable === null
      ? []
      : [blindTable.plain[name]?.causes ?? 0, blindTable.plain[name]?.found ?? 0, blindTable.hinted[name]?.found ?? 0]),
  ])
  const blindHead = blindTable === null ? [] : ['blind: causes', 'found', 'with 提示']
  return table(
    ['Group', 'causes', 'found', 'with 提示', 'recall % with 提示', 'right', 'wrong', 'neutral', 'precision %', ...blindHead],
    rows,
  )
}

function scoreNotes({ score, strict }: Accuracy): string {
  const core = tableOf(strict).overall
  return [
    `- Kind agrees in ${score.agree[0]} of ${score.agree[1]} right findings.`,
    `- The expected value is the label's in ${score.suggested[0]} of ${score.suggested[1]} right findings where both give one.`,
    `- Strict (the quote holds the slip itself): recall ${percent(core?.recall ?? null)} %, precision ${percent(core?.precision ?? null)} %.`,
  ].join('\n')
}

const missedLines = ({ score }: Accuracy): readonly string[] =>
  score.causes
    .filter((cause) => !cause.found && cause.group !== 'other')
    .map(({ entry, group }) => `${entry.id} (${group}, ${entry.kind}, line ${entry.line}): ${entry.explanation} \`${entry.computation}\``)

const falseAlarmLines = ({ score }: Accuracy): readonly string[] =>
  score.findings
    .filter((marked) => marked.mark === 'fp')
    .map(
      ({ doc, finding, near }) =>
        `${doc} (${finding.kind}): ${finding.message ?? ''} \`${finding.computation ?? ''}\`; ${near ?? 'touches no labelled entry'}`,
    )

const aspectNames: Readonly<Record<Aspect, string>> = {
  value: 'value, unit',
  role: '+ role',
  label: '+ label',
  period: '+ period',
  scope: '+ scope',
  all: 'all of these',
}

function extractionTable({ sets }: Accuracy): string {
  const head = ['Relations with all figures right', ...sets.map((set) => `${set.set} (${set.reports})`)]
  const relations = aspects.map((aspect) => [
    aspectNames[aspect],
    ...sets.map((set) => ofWhole(set.extraction.complete[aspect], set.extraction.relations)),
  ])
  const figures = aspects.map((aspect) => [
    `figures: ${aspectNames[aspect]}`,
    ...sets.map((set) => ofWhole(set.extraction.right[aspect], set.extraction.operands)),
  ])
  return table(head, [
    ...relations,
    ...figures,
    ['numbers in claims', ...sets.map((set) => ofWhole(set.numbers.inClaims, set.numbers.numbers))],
    ['numbers in a relation', ...sets.map((set) => ofWhole(set.numbers.inRelations, set.numbers.numbers))],
    ['relations judged: pass', ...sets.map((set) => set.relations.pass ?? 0)],
    ['fail', ...sets.map((set) => set.relations.fail ?? 0)],
    ['cannot tell', ...sets.map((set) => set.relations['cannot-tell'] ?? 0)],
  ])
}

const alarmTable = (alarms: readonly Alarms[]): string =>
  [
    table(
      ['Report', '差错', '疑点', '提示'],
      alarms.map((a) => [a.doc, a.error.length, a.warning.length, a.info.length]),
    ),
    // What is said of a held report is not shown: whoever reads it would tune on it.
    ...alarms.flatMap((a) =>
      (a.set === 'held' ? [] : [...a.error, ...a.warning]).map(
        (finding) => `- ${a.doc} \`${finding.check}\`: ${finding.message} \`${finding.computation}\``,
      ),
    ),
  ].join('\n')

function mutantText({ mutants }: Accuracy): string {
  if (mutants.tried === 0) return 'Not tried in this run.'
  const row = (t: MutantTally): Row => [
    t.name,
    t.mutants,
    share(t.found, t.mutants),
    share(t.accused, t.mutants),
    share(t.suggestsRight, t.suggests),
    share(t.determinedRight, t.determined),
    t.mutants ? ((1000 * t.elsewhere) / t.mutants).toFixed(1) : '–',
  ]
  const head = (first: string): Row => [
    first,
    'mutants',
    'found',
    'figure itself accused',
    'correction right, of those given',
    'of those found and determined',
    'elsewhere per 1,000',
  ]
  return [
    `${mutants.made} mutants leave the interval of their relation; ${mutants.tried} of them were tried. Determined: of the figures in all labelled relations that the slip breaks, the wrong one alone is in none that still holds, and one of the broken ones gives its number.`,
    table(head('Set'), [...mutants.sets, mutants.all].map(row)),
    table(head('Slip'), mutants.slips.map(row)),
    table(head('Relation'), mutants.kinds.map(row)),
  ].join('\n\n')
}
