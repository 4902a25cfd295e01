/** All accuracy figures of one run, as a plain value. */
import type { Finding } from '@jiheng/audit'
import { auditDocument, readText } from '../engine.ts'
import { type LabelledReport, type PlainReport, type SetName, type StrangerSet, setNames, strangerSets } from '../labels/read-labels.ts'
import { type Mutant, mutantsOf, sampleOf } from '../mutants/mutant.ts'
import { type MutantTally, tally, tallyBy } from '../mutants/tally.ts'
import { baselineOf, type Trial, tryMutant } from '../mutants/trial.ts'
import { type Score, type ScoreOptions, score } from '../score/score.ts'
import { type AuditedReport, auditReport } from './audited-report.ts'
import { type CheckTally, tallyChecks } from './check-tally.ts'
import { corpusDigest } from './corpus-digest.ts'
import { addExtractions, type Extraction, extractionOf } from './extraction.ts'

export interface Alarms {
  readonly doc: string
  readonly set: SetName | 'unlabelled'
  readonly error: readonly Finding[]
  readonly warning: readonly Finding[]
  readonly info: readonly Finding[]
}

export interface Numbers {
  readonly numbers: number
  readonly inClaims: number
  readonly inRelations: number
}

export interface SetFigures {
  readonly set: SetName
  readonly reports: number
  readonly extraction: Extraction
  readonly numbers: Numbers
  readonly relations: Readonly<Record<string, number>>
}

export interface MutantFigures {
  /** Made, and tried. */
  readonly made: number
  readonly tried: number
  readonly sets: readonly MutantTally[]
  readonly slips: readonly MutantTally[]
  readonly kinds: readonly MutantTally[]
  readonly all: MutantTally
  readonly trials: readonly Trial[]
}

export interface Accuracy {
  readonly engine: string
  readonly catalogue: string
  readonly corpus: string
  readonly score: Score
  /** Only quotes that hold the slip itself. */
  readonly strict: Score
  /** Those by authors who knew no rule, most of them without faults; only what is measured. */
  readonly byStrangers: Readonly<Partial<Record<StrangerSet, Score>>>
  /** 提示 counted as well: faults of form are mostly told so. */
  readonly hinted: { readonly labelled: Score; readonly blind: Score }
  readonly checks: readonly CheckTally[]
  readonly sets: readonly SetFigures[]
  /** Findings on reports without faults. */
  readonly alarms: readonly Alarms[]
  /** Findings on real reports that nobody has labelled: to be read, not counted. */
  readonly unlabelled: readonly Alarms[]
  readonly extraction: Extraction
  readonly mutants: MutantFigures
}

export interface MeasureOptions {
  /** Mutants to try at most. */
  readonly mutants: number
  /** Called after every so many mutants. */
  readonly progress?: (tried: number, of: number) => void
}

export function measure(reports: readonly LabelledReport[], options: MeasureOptions, unlabelled: readonly PlainReport[] = []): Accuracy {
  const audited = reports.map(auditReport)
  const inSet = (set: SetName): readonly AuditedReport[] => audited.filter(({ report }) => report.set === set)
  const [labelled, blind] = [inSet('labelled'), inSet('blind')]
  const measured = setNames.filter((set) => inSet(set).length > 0)
  const sets = measured.map((set) => figuresOf(set, inSet(set)))
  return {
    engine: audited[0]?.result.engine ?? '',
    catalogue: audited[0]?.result.catalogue ?? '',
    corpus: corpusDigest(),
    score: scoreOf(labelled),
    strict: scoreOf(labelled, { core: true }),
    byStrangers: Object.fromEntries(strangerSets.filter((set) => measured.includes(set)).map((set) => [set, scoreOf(inSet(set))])),
    hinted: { labelled: scoreOf(labelled, { withInfo: true }), blind: scoreOf(blind, { withInfo: true }) },
    checks: tallyChecks(
      audited.filter(hasFaults),
      audited.filter((a) => !hasFaults(a)),
    ),
    sets,
    alarms: audited.filter((a) => !hasFaults(a)).map((a) => alarmsOf(a.report.doc, a.report.set, a.result.findings)),
    unlabelled: unlabelled.map(({ name, text }) => alarmsOf(name, 'unlabelled', auditDocument(readText(name, text)).findings)),
    extraction: addExtractions(sets.map((set) => set.extraction)),
    mutants: measureMutants(audited, options),
  }
}

/** Labelled reports, and those of the others that faults were planted in. */
const hasFaults = ({ report }: AuditedReport): boolean =>
  report.set === 'labelled' || report.entries.some((entry) => entry.verdict === 'inconsistent')

function scoreOf(audited: readonly AuditedReport[], options: ScoreOptions = {}): Score {
  const docs = new Map(audited.map((a) => [a.report.doc, a.report.entries]))
  const findings = (doc: string): readonly Finding[] => audited.find((a) => a.report.doc === doc)?.result.findings ?? []
  return score(docs, findings, options)
}

function figuresOf(set: SetName, audited: readonly AuditedReport[]): SetFigures {
  const results = audited.flatMap((a) => a.result.reports)
  const sum = (pick: (numbers: Numbers) => number): number => results.reduce((total, report) => total + pick(report.coverage), 0)
  const relations: Record<string, number> = {}
  for (const { coverage } of results)
    for (const [outcome, count] of Object.entries(coverage.relations)) relations[outcome] = (relations[outcome] ?? 0) + count
  return {
    set,
    reports: audited.length,
    extraction: addExtractions(audited.map(extractionOf)),
    numbers: { numbers: sum((n) => n.numbers), inClaims: sum((n) => n.inClaims), inRelations: sum((n) => n.inRelations) },
    relations,
  }
}

function alarmsOf(doc: string, set: Alarms['set'], findings: readonly Finding[]): Alarms {
  const of = (severity: string): readonly Finding[] => findings.filter((finding) => finding.severity === severity)
  return { doc, set, error: of('error'), warning: of('warning'), info: of('info') }
}

export function measureMutants(audited: readonly AuditedReport[], options: MeasureOptions): MutantFigures {
  const made = options.mutants > 0 ? audited.flatMap((a) => mutantsOf(a.report)) : []
  const sample = sampleOf(made, options.mutants)
  const baselines = new Map(audited.map((a) => [a.report, baselineOf(a.document, a.result.findings)]))
  const trials = sample.flatMap((mutant: Mutant, i) => {
    if (i % 50 === 0) options.progress?.(i, sample.length)
    const baseline = baselines.get(mutant.report)
    return baseline ? [tryMutant(mutant, baseline)] : []
  })
  return {
    made: made.length,
    tried: trials.length,
    sets: tallyBy(trials, (trial) => trial.mutant.report.set),
    slips: tallyBy(trials, (trial) => trial.mutant.slip),
    kinds: tallyBy(trials, (trial) => trial.mutant.entry.kind),
    all: tally('all', trials),
    trials,
  }
}
