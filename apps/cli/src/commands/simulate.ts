/** `jiheng simulate`: the same facts by two rules, and what that changes. */
import {
  changedVersion,
  checkFacts,
  indicatorsOf,
  type Plan,
  type PlanFault,
  planOf,
  type SchemeVersion,
  schemeAt,
  simulate,
} from '@jiheng/evaluation'
import type { SimulateOptions } from '../arguments/parse-simulate.ts'
import { nameOf, type Prepared, prepare } from '../evaluate/evaluate-units.ts'
import { renderSimulation } from '../evaluate/render-simulation.ts'
import type { Host } from '../host.ts'
import { paintFor } from '../output/colour.ts'
import { display } from '../output/display.ts'
import { jsonLine } from '../output/json.ts'
import { WriteRefused, writeWhole } from '../output/write-whole.ts'
import { findScheme } from '../schemes/find-scheme.ts'
import { sayEvaluate, sayPlanFault } from '../wording/evaluate-messages.ts'
import { simulateWords } from '../wording/simulate-messages.ts'
import { refuse, tell, tellLines } from './evaluate.ts'
import { exitCodes } from './exit-code.ts'

export async function simulateCommand(options: SimulateOptions, host: Host): Promise<number> {
  const prepared = await prepare(options, host, 'simulate')
  if ('refused' in prepared) return refuse(prepared.refused, host)
  if (prepared.problems.length > 0) {
    await refuse(prepared.problems, host)
    await host.stderr.write(sayEvaluate.unread(prepared.problems.length))
    return exitCodes.unread
  }
  const after = await otherVersion(options, prepared, host)
  if (after === null) return exitCodes.unread
  const plans = [planned(prepared.version, prepared), planned(after, prepared)]
  const faults = plans.flatMap((plan) => ('faults' in plan ? plan.faults : []))
  if (faults.length > 0) {
    await tellLines(
      faults.map((fault) => display(sayPlanFault(prepared.scheme.id, fault))),
      host,
    )
    return exitCodes.unread
  }
  return run(plans as { plan: Plan }[], prepared, after, options, host)
}

/** Ranks are of one plan for all: goals of single units come by evaluate. */
function planned(version: SchemeVersion, { goals, year }: Prepared): { readonly plan: Plan } | { readonly faults: readonly PlanFault[] } {
  const own = goals.find((one) => one.year === year)?.versions.at(-1) ?? null
  return planOf(version, own)
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
  version: SchemeVersion,
  options: SimulateOptions,
  host: Host,
): Promise<number> {
  const { loaded, facts, year, asOf, units } = prepared
  if (before === undefined || after === undefined) return exitCodes.unread
  const own = prepared.goals.find((one) => one.year === year)?.versions.at(-1) ?? null
  const indicators = [...indicatorsOf(prepared.version, own), ...indicatorsOf(version, own)]
  const { book, problems, faulty } = checkFacts(facts, { items: loaded.items, indicators, asOf })
  await tell(problems, host)
  const good = units.filter((unit) => !faulty.has(unit))
  const simulation = simulate({ before: before.plan, after: after.plan, units: good, year, book, items: loaded.items })
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
