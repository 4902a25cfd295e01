/** From facts and a department's list to what is shown of the department. Nothing is added up while a fact of its units is faulty. */
import {
  type Consolidation,
  consolidate,
  coverageOfList,
  type DepartmentData,
  evaluateDepartment,
  type PlanFault,
  type ReadDepartment,
  readDepartment,
  statisticsOf,
} from '@jiheng/evaluation'
import type { DepartmentReport } from '@jiheng/report'
import { readDataFile } from '@jiheng/runner/data'
import type { Problem } from '@jiheng/vocabulary'
import { type Checked, evaluateUnits, nameOf, type Prepared, planFor } from './evaluate-units.ts'

export async function readDepartmentFile(file: string, { loaded }: Pick<Prepared, 'loaded'>): Promise<ReadDepartment> {
  const read = await readDataFile(file)
  if (read.kind === 'problems') return { problems: read.problems }
  if (read.kind === 'tables') return { problems: [{ code: 'facts.bad-shape', at: [file], details: { expected: 'department' } }] }
  return readDepartment(read.value, file, loaded.items)
}

/** Names of the list stand before those of the facts; only its units and the department itself are looked at. */
export function preparedFor(prepared: Prepared, { id, name, units }: DepartmentData): Prepared {
  const named = [{ unit: id, name }, ...units].filter((one) => one.name !== '').map((one) => [one.unit, one.name] as const)
  const known = new Set([id, ...units.map(({ unit }) => unit)])
  return {
    ...prepared,
    unitNames: new Map([...prepared.unitNames, ...named]),
    units: prepared.units.filter((unit) => known.has(unit)),
    facts: prepared.facts.filter(({ fact }) => known.has(fact.unit)),
  }
}

export type DepartmentOutcome =
  | { readonly report: DepartmentReport; readonly faults: readonly PlanFault[] }
  | { readonly problems: readonly Problem[] }

export function departmentOutcome(prepared: Prepared, department: DepartmentData, isTraced: boolean): DepartmentOutcome {
  const { outcomes, problems, checked } = evaluateUnits(prepared, isTraced)
  if (problems.length > 0) return { problems }
  const { version, year, scheme } = prepared
  const evaluations = new Map(
    outcomes.flatMap(({ unit, evaluated }) =>
      evaluated === null || unit === department.id ? [] : [[unit, evaluated.evaluation] as const],
    ),
  )
  const consolidations = [year, year - 1].map((one) => consolidationOf(one, prepared, department, checked))
  const [consolidation] = consolidations as [Consolidation, Consolidation]
  const planned = planFor(prepared, department.id)
  const units = department.units.map((one) => {
    const own = evaluations.get(one.unit)
    return { ...one, total: own?.total ?? null, grade: own?.grade ?? null }
  })
  const { source, from, full, policies } = version
  const report: DepartmentReport = {
    id: department.id,
    name: nameOf(department.id, prepared),
    year,
    scheme: { label: scheme.label, document: source.document, from },
    full,
    score: null,
    consolidation,
    transfers: department.transfers.filter((one) => one.year === year),
    coverage: coverageOfList(department, prepared.asOf),
    statistics: statisticsOf(units, { grades: (policies.grades ?? []).map(({ label }) => label) }),
    units,
  }
  if ('faults' in planned) return { report, faults: planned.faults }
  const { book, vetoes, deductions } = checked
  const scored = evaluateDepartment(
    {
      plan: planned.plan,
      unit: department.id,
      year,
      book,
      items: prepared.loaded.items,
      vetoes: vetoes.get(department.id) ?? [],
      deductions: deductions.get(department.id) ?? [],
      consolidations,
      fundsOf: (unit) =>
        consolidation.items.find(({ item }) => item === department.funds)?.parts.find((part) => part.unit === unit)?.value ?? null,
      evaluations,
    },
    { isTraced },
  )
  const score: DepartmentReport['score'] =
    scored.kind === 'rolled-up'
      ? { kind: 'rolled-up', result: scored.result, isWeighted: policies.department === 'weighted-by-funds' }
      : {
          kind: 'once',
          evaluated: { evaluation: scored.evaluation, plan: planned.plan, items: prepared.loaded.items, unitName: report.name },
        }
  return { report: { ...report, score }, faults: [] }
}

/** What is handed in on paper has no amounts: those units are left out, and it is said. */
function consolidationOf(year: number, { loaded }: Prepared, department: DepartmentData, { book }: Checked): Consolidation {
  return consolidate({
    department: department.id,
    units: department.units.filter(({ state }) => state !== 'offline').map(({ unit }) => unit),
    year,
    book,
    items: loaded.items,
    transfers: department.transfers.filter((one) => one.year === year),
    adjustments: department.adjustments.filter((one) => one.year === year),
    blank: department.blank,
  })
}
