/** `jiheng simulate`: the same facts by two rules, and what that changes. */
import {
  changedVersion,
  checkFacts,
  deductionsOf,
  type Indicator,
  indicatorsOf,
  type Plan,
  planOf,
  type SchemeVersion,
  schemeAt,
  simulate,
} from '@jiheng/evaluation'
import { decimal, formatDecimal, sum } from '@jiheng/quantity'
import type { SimulateOptions } from '../arguments/parse-simulate.ts'
import { goalsFor, heldVetoes, nameOf, type Prepared, prepare } from '../evaluate/evaluate-units.ts'
import { renderSimulation } from '../evaluate/render-simulation.ts'
import type { Host } from '../host.ts'
import { paintFor } from '../output/colour.ts'
import { display } from '../output/display.ts'
import { jsonLine } from '../output/json.ts'
import { WriteRefused, writeWhole } from '../output/write-whole.ts'
import { findScheme } from '../schemes/find-scheme.ts'
import { sayEvaluate, sayPlanFault } from '../wording/evaluate-messages.ts'
import { simulateWords } from '../wording/simulate-messages.ts'
import { exitCodes } from './exit-code.ts'
import { refuse, tell, tellLines } from './hand-over.ts'

export async function simulateCommand(options: SimulateOptions, host: Host): Promise<number> {
  const prepared = await prepare(options, host, 'simulate')
  if ('refused' in prepared) return refuse(prepared.refused, host)
  if (prepared.problems.length > 0) {
    await refuse(prepared.problems, host)
    await host.stderr.write(sayEvaluate.unread(prepared.problems.length))
    return exitCodes.unread
  }
  // One plan for all, else ranks would compare what is not alike.
  const goals = [...new Set(prepared.units.map((unit) => goalsFor(prepared.goals, unit, prepared.year, prepared.asOf)))]
  if (goals.length > 1) {
    await host.stderr.write(simulateWords.differentGoals)
    return exitCodes.unread
  }
  const own = goals[0] ?? null
  const after = await otherVersion(options, prepared, host)
  if (after === null) return exitCodes.unread
  const plans = [planOf(prepared.version, own), planOf(after, own)]
  const faults = plans.flatMap((plan) => ('faults' in plan ? plan.faults : []))
  if (faults.length > 0) {
    await tellLines(
      faults.map((fault) => display(sayPlanFault(prepared.scheme.id, fault))),
      host,
    )
    return exitCodes.unread
  }
  return run(plans as { plan: Plan }[], prepared, [...indicatorsOf(prepared.version, own), ...indicatorsOf(after, own)], options, host)
}

/** By unit, the sum of its deductions. */
function deductedOf({ facts, year }: Prepared): ReadonlyMap<string, string> {
  const own = deductionsOf(
    facts.map(({ fact }) => fact),
    year,
  )
  return new Map([...own].map(([unit, list]) => [unit, formatDecimal(sum(list.map(({ points }) => decimal(points))))]))
}

async function otherVersion(
  { other, weights }: SimulateOptions,
  { loaded, version, year }: Prepared,
  host: Host,
): Promise<SchemeVersion | null> {
  let base = version
  if (other !== null) {
    const found = await findScheme(other, loaded, 'simulate')
    const at = 'problems' in found ? found : schemeAt(found.scheme, `${year}-12-31`)
    if (!('version' in at)) {
      await refuse('problems' in at ? at.problems : [at.problem], host)
      return null
    }
    base = at.version
  }
  const changes = [...weights].map(([id, weight]) => ({ kind: 'weight' as const, id, weight }))
  const { version: changed, unknown } = changedVersion(base, changes)
  if (unknown.length === 0) return changed
  await tellLines(
    unknown.map((id) => display(simulateWords.unknownIndicator(id))),
    host,
  )
  return null
}

async function run(
  [before, after]: readonly { plan: Plan }[],
  prepared: Prepared,
  indicators: readonly Indicator[],
  options: SimulateOptions,
  host: Host,
): Promise<number> {
  const { loaded, facts, year, asOf, units } = prepared
  if (before === undefined || after === undefined) return exitCodes.unread
  const vetoes = [before, after].flatMap(({ plan }) => plan.version.policies.vetoes.map(({ id }) => id))
  const { book, problems, faulty } = checkFacts(facts, { items: loaded.items, indicators, others: vetoes, asOf })
  await tell(problems, host)
  const good = units.filter((unit) => !faulty.has(unit))
  const simulation = simulate({
    before: before.plan,
    after: after.plan,
    units: good,
    year,
    book,
    items: loaded.items,
    deducted: deductedOf(prepared),
    vetoes: heldVetoes(
      facts.map(({ fact }) => fact),
      vetoes,
      year,
    ),
  })
  if (simulation === null) {
    await host.stderr.write(simulateWords.refused)
    return exitCodes.unread
  }
  const paint = options.out === null ? paintFor(host.stdout.isTerminal, host.env) : (_style: unknown, text: string) => text
  const content =
    options.format === 'json' ? jsonLine(simulation) : renderSimulation(simulation, good.length, (unit) => nameOf(unit, prepared), paint)
  if (options.out === null) await host.stdout.write(content)
  else
    try {
      writeWhole(options.out, content)
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error
      return refuse([error.problem], host)
    }
  return problems.length > 0 ? exitCodes.unread : exitCodes.good
}
