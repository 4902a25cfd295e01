/**
 * Measures the accuracy of the engine over the corpus, prints it and writes it into docs/accuracy.md.
 *
 *   npm run bench:accuracy -- [--set labelled|clean|held|fresh|blind|blind2|blind3] [--only NAME] [--mutants N | --all] [--verbose] [--json FILE]
 *
 * --set, --only   a part of the corpus; the page is then left alone
 * --mutants N     try at most N mutants, spread evenly (1500); 0 tries none; --all tries every one
 * --verbose       list the figures not extracted, the mutants not found and what cried out elsewhere
 * --json FILE     write all figures as JSON
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { detailLines } from './accuracy/details.ts'
import { gatesOf } from './accuracy/gates.ts'
import { measure } from './accuracy/measure.ts'
import { accuracyReport } from './accuracy/report.ts'
import { readLabels, readUnlabelled, type SetName, setNames } from './labels/read-labels.ts'
import { writeBlock } from './markers.ts'
import { inProject } from './project.ts'
import { tableOf } from './score/tables.ts'

const { values } = parseArgs({
  options: {
    set: { type: 'string' },
    only: { type: 'string' },
    mutants: { type: 'string' },
    all: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const limit = values.all ? Number.POSITIVE_INFINITY : Number(values.mutants ?? 1500)
if ((values.set !== undefined && !isSet(values.set)) || Number.isNaN(limit)) {
  console.error(`--set is one of ${setNames.join(', ')}; --mutants is a number`)
  process.exit(2)
}
const sets = values.set === undefined ? setNames : setNames.filter((set) => set === values.set)
const reports = readLabels(sets).filter((report) => !values.only || report.doc.includes(values.only))
if (reports.length === 0) {
  console.error('no report of the corpus fits')
  process.exit(2)
}

const showsProgress = process.stderr.isTTY
const progress = (tried: number, of: number): void => {
  process.stderr.write(`\rmutants ${tried} of ${of} `)
}
const accuracy = measure(
  reports,
  { mutants: limit, ...(showsProgress ? { progress } : {}) },
  values.only || values.set ? [] : readUnlabelled(),
)
if (showsProgress) process.stderr.write('\r                            \r')
const text = accuracyReport(accuracy)

console.log(text)
if (values.verbose) for (const line of detailLines(accuracy)) console.log(line)
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures(), null, 1)}\n`)
if (!values.set && !values.only && limit >= 1500) writeBlock(inProject('docs/accuracy.md'), 'Accuracy', 'accuracy', text)

/** Everything but the reports themselves. */
function figures() {
  const { score, strict, mutants, ...rest } = accuracy
  const { trials, ...tallies } = mutants
  return {
    ...rest,
    groups: tableOf(score),
    strict: tableOf(strict).overall,
    causes: score.causes,
    findings: score.findings,
    agree: score.agree,
    suggested: score.suggested,
    gates: gatesOf(accuracy),
    mutants: {
      ...tallies,
      trials: trials.map(({ mutant, elsewhere, ...trial }) => ({
        id: mutant.id,
        from: mutant.original.text,
        to: mutant.change.to,
        ...trial,
        elsewhere: elsewhere.length,
      })),
    },
  }
}

function isSet(name: string): name is SetName {
  return setNames.some((set) => set === name)
}
