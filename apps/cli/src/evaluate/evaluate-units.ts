/** From the words of the command to an evaluation for each unit that the facts speak of. A unit with a faulty fact is left out and told. */
import {
  type ApprovedGoals,
  checkFacts,
  type Deduction,
  deductionsOf,
  evaluate,
  type Fact,
  type FactsChecked,
  type FactTerms,
  type GoalsVersion,
  goalsAt,
  type ImportPreset,
  indicatorsOf,
  type PlacedFact,
  type PlanFault,
  type Planned,
  planOf,
  readGoals,
  type Scheme,
  type SchemeVersion,
  schemeAt,
} from '@jiheng/evaluation'
import type { Evaluated } from '@jiheng/report'
import type { LoadedSchemes } from '@jiheng/runner/data'
import { readDataFile } from '@jiheng/runner/data'
import type { Problem } from '@jiheng/vocabulary'
import type { FactsAsked } from '../arguments/parse-evaluate.ts'
import { badOption } from '../arguments/words.ts'
import { factsOf, readFactFiles } from '../facts/gather-facts.ts'
import { presetFor } from '../facts/presets.ts'
import type { Host } from '../host.ts'
import { display } from '../output/display.ts'
import { findScheme, loadAll } from '../schemes/find-scheme.ts'
import { sayEvaluate } from '../wording/evaluate-messages.ts'

export interface Prepared {
  readonly loaded: LoadedSchemes
  readonly scheme: Scheme
  readonly version: SchemeVersion
  readonly year: number
  readonly asOf: string
  readonly goals: readonly ApprovedGoals[]
  readonly facts: readonly PlacedFact[]
  readonly unitNames: ReadonlyMap<string, string>
  /** In the order in which the facts name them. */
  readonly units: readonly string[]
  readonly problems: readonly Problem[]
}

export type Refused = { readonly refused: readonly Problem[] }

export interface UnitOutcome {
  readonly unit: string
  readonly evaluated: Evaluated | null
  readonly faults: readonly PlanFault[]
}

export async function prepare(asked: FactsAsked, host: Host, command: string): Promise<Prepared | Refused> {
  const loaded = loadAll(host, asked.folders)
  const found = await findScheme(asked.scheme, loaded, command)
  if ('problems' in found) return { refused: found.problems }
  const preset = asked.preset === null ? null : await presetFor(asked.preset, loaded.items, host, command)
  if (preset !== null && 'problems' in preset) return { refused: preset.problems }
  const { goals, problems: goalProblems } = await readGoalFiles(asked.goals, loaded)
  if (goalProblems.length > 0) return { refused: goalProblems }
  const files = await readFactFiles(asked.files, host)
  for (const [file, data] of files)
    if (data.kind === 'tables')
      for (const sheet of data.hidden) await host.stderr.write(`${display(sayEvaluate.hiddenSheet(file, sheet))}\n`)
  const termsAt = (year: number | null): FactTerms => ({
    items: loaded.items,
    indicators: indicatorsFor(found.scheme, year, goals),
    year,
    unit: asked.unit,
  })
  const imported: ImportPreset | null = preset === null ? null : preset.preset
  const first = factsOf(files, termsAt(asked.year), imported)
  const year = asked.year ?? latestYear(first.facts)
  if (year === null) return { refused: first.problems.length > 0 ? first.problems : [badOption(command, 'year', '', 'year')] }
  // The day of the year decides which indicators there are.
  const { facts, problems, unitNames } = asked.year === null ? factsOf(files, termsAt(year), imported) : first
  const at = schemeAt(found.scheme, `${year}-12-31`)
  if ('problem' in at) return { refused: [at.problem] }
  const asOf = asked.asOf ?? host.today()
  const units = [...new Set(facts.map(({ fact }) => fact.unit))]
  const chosen = asked.unit === null ? units : units.filter((unit) => unit === asked.unit || unitNames.get(unit) === asked.unit)
  if (asked.unit !== null && chosen.length === 0 && problems.length === 0)
    return { refused: [badOption(command, 'unit', asked.unit, 'unit')] }
  return { loaded, scheme: found.scheme, version: at.version, year, asOf, goals, facts, unitNames, units: chosen, problems }
}

/** Facts as they are scored from, with what is wrong with them. */
export interface Checked extends FactsChecked {
  readonly vetoes: ReadonlyMap<string, readonly string[]>
  readonly deductions: ReadonlyMap<string, readonly Deduction[]>
}

function check({ loaded, scheme, version, year, asOf, goals, facts }: Prepared): Checked {
  const vetoes = version.policies.vetoes.map(({ id }) => id)
  const indicators = indicatorsFor(scheme, year, goals)
  const plain = facts.map(({ fact }) => fact)
  return {
    ...checkFacts(facts, { items: loaded.items, indicators, others: vetoes, asOf }),
    vetoes: heldVetoes(plain, vetoes, year),
    deductions: deductionsOf(plain, year),
  }
}

/** Problems of facts are told once for all units; a unit that has one is not scored. */
export function evaluateUnits(
  prepared: Prepared,
  isTraced: boolean,
): { readonly outcomes: readonly UnitOutcome[]; readonly problems: readonly Problem[]; readonly checked: Checked } {
  const { loaded, year, units } = prepared
  const checked = check(prepared)
  const { book, problems, faulty, vetoes, deductions } = checked
  const outcomes = units
    .filter((unit) => !faulty.has(unit))
    .map((unit): UnitOutcome => {
      const planned = planFor(prepared, unit)
      if ('faults' in planned) return { unit, evaluated: null, faults: planned.faults }
      const own = { vetoes: vetoes.get(unit) ?? [], deductions: deductions.get(unit) ?? [] }
      const input = { plan: planned.plan, unit, year, book, items: loaded.items, ...own }
      return {
        unit,
        evaluated: { evaluation: evaluate(input, { isTraced }), plan: planned.plan, items: loaded.items, unitName: nameOf(unit, prepared) },
        faults: [],
      }
    })
  return { outcomes, problems, checked }
}

/** The scheme with the goals that were approved for this unit. */
export const planFor = ({ version, goals, year, asOf }: Prepared, unit: string): Planned =>
  planOf(version, goalsFor(goals, unit, year, asOf))

export const nameOf = (unit: string, { unitNames }: Pick<Prepared, 'unitNames'>): string => {
  const name = unitNames.get(unit)
  return name === undefined ? unit : `${unit} ${name}`
}

/** The version in force for this unit on the last day of the question. */
export function goalsFor(goals: readonly ApprovedGoals[], unit: string, year: number, asOf: string): GoalsVersion | null {
  const own = goals.find((one) => one.unit === unit && one.year === year)
  return own === undefined ? null : goalsAt(own, asOf)
}

/** Of the scheme's version and of all goals: what a row of facts can be about. */
function indicatorsFor(scheme: Scheme, year: number | null, goals: readonly ApprovedGoals[]): FactTerms['indicators'] {
  const at = year === null ? null : schemeAt(scheme, `${year}-12-31`)
  const version = at !== null && 'version' in at ? at.version : scheme.versions.at(-1)
  if (version === undefined) return []
  const all = [null, ...goals.flatMap((one) => one.versions)].flatMap((given) => indicatorsOf(version, given))
  return [...new Map(all.reverse().map((indicator) => [indicator.id, indicator])).values()].reverse()
}

export async function readGoalFiles(files: readonly string[], { items }: LoadedSchemes) {
  const goals: ApprovedGoals[] = []
  const problems: Problem[] = []
  for (const file of files) {
    const read = await readDataFile(file)
    if (read.kind === 'problems') problems.push(...read.problems)
    else if (read.kind === 'tables') problems.push({ code: 'facts.bad-shape', at: [file], details: { expected: 'goals' } })
    else
      for (const value of Array.isArray(read.value) ? read.value : [read.value]) {
        const one = readGoals(value, file, items)
        if ('goals' in one) goals.push(one.goals)
        else problems.push(...one.problems)
      }
  }
  return { goals, problems }
}

function latestYear(facts: readonly PlacedFact[]): number | null {
  const years = facts.map(({ fact }) => Number(fact.to.slice(0, 4))).filter((year) => year > 0)
  return years.length === 0 ? null : years.reduce((latest, year) => Math.max(latest, year), 0)
}

/** A fact of a veto's name says that it holds; one that says nought, or that it does not apply, does not. */
export function heldVetoes(facts: readonly Fact[], vetoes: readonly string[], year: number): ReadonlyMap<string, readonly string[]> {
  const held = new Map<string, string[]>()
  for (const { unit, item, to, value } of facts) {
    const isNone =
      value.kind === 'not-applicable' || (value.kind === 'figure' && value.value === '0') || (value.kind === 'date' && value.date === null)
    if (vetoes.includes(item) && Number(to.slice(0, 4)) === year && !isNone) held.set(unit, [...(held.get(unit) ?? []), item])
  }
  return held
}
