/** What is shown of a department: its score, its money against its own statement, who has handed in, and what its units have. */
import type {
  ConsolidatedItem,
  Consolidation,
  Coverage,
  DepartmentTransfer,
  DepartmentUnit,
  RolledUp,
  Statistics,
} from '@jiheng/evaluation'
import type { Evaluated } from './evaluation-rows.ts'
import { unitWord } from './evaluation-words.ts'

export interface DepartmentReport {
  readonly id: string
  /** As people know it: code and name. */
  readonly name: string
  readonly year: number
  /** Label, source and first day of the scheme. */
  readonly scheme: { readonly label: string; readonly document: string; readonly from: string }
  readonly full: string
  /** null: it has no plan to be scored by. */
  readonly score:
    | { readonly kind: 'once'; readonly evaluated: Evaluated }
    | { readonly kind: 'rolled-up'; readonly result: RolledUp; readonly isWeighted: boolean }
    | null
  readonly consolidation: Consolidation
  readonly transfers: readonly DepartmentTransfer[]
  readonly coverage: Coverage
  readonly statistics: Statistics
  readonly units: readonly ReportedUnit[]
}

export interface ReportedUnit extends DepartmentUnit {
  /** null while it has none. */
  readonly total: string | null
  readonly grade: string | null
}

export interface MoneyRow {
  readonly label: string
  readonly measure: string
  readonly sum: string
  readonly offset: string
  readonly consolidated: string
  readonly stated: string
  readonly difference: string
  readonly explained: string
  readonly unexplained: string
  /** Units of which the amount is not there. */
  readonly lacks: string
  /** Units that count it in different ways; '' where they count alike. */
  readonly mixed: string
  readonly isOff: boolean
}

export function moneyRows({ consolidation, units }: DepartmentReport): readonly MoneyRow[] {
  const names = new Map(units.map((one) => [one.unit, nameOfUnit(one)]))
  return consolidation.items.map((item) => {
    const { label, unit, sum, offset, consolidated, stated, difference, explained, unexplained } = item
    return {
      label,
      measure: unitWord(unit),
      sum: sum ?? '',
      offset: offset === '0' ? '' : offset,
      consolidated: consolidated ?? '',
      stated: stated ?? '',
      difference: difference ?? '',
      explained: explained.map(({ amount, unit: measure, reason }) => `${amount} ${unitWord(measure)}（${reason}）`).join('；'),
      unexplained: unexplained ?? '',
      lacks: lacksOf(item, names),
      mixed: mixedOf(item, names),
      isOff: unexplained !== null && unexplained !== '0',
    }
  })
}

function lacksOf({ parts, sum }: ConsolidatedItem, names: ReadonlyMap<string, string>): string {
  if (sum !== null) return ''
  const of = (state: string): readonly string[] => parts.filter((part) => part.state === state).map(({ unit }) => names.get(unit) ?? unit)
  const [missing, wrong] = [of('missing'), of('wrong-unit')]
  return [
    ...(missing.length === 0 ? [] : [`未填：${missing.join('、')}`]),
    ...(wrong.length === 0 ? [] : [`计量单位不符：${wrong.join('、')}`]),
  ].join('；')
}

function mixedOf({ parts }: ConsolidatedItem, names: ReadonlyMap<string, string>): string {
  const bases = new Map<string, string[]>()
  for (const { unit, basis } of parts) if (basis !== null) bases.set(basis, [...(bases.get(basis) ?? []), names.get(unit) ?? unit])
  if (bases.size < 2) return ''
  return `口径不一，请核对：${[...bases].map(([basis, units]) => `${basis}（${units.join('、')}）`).join('；')}`
}

export const nameOfUnit = ({ unit, name }: Pick<DepartmentUnit, 'unit' | 'name'>): string => (name === '' ? unit : `${unit} ${name}`)

/** Whether something of it is still open: no total, or money that nobody has explained. */
export function isDepartmentOpen(report: DepartmentReport): boolean {
  return totalOf(report).total === null || moneyRows(report).some(({ isOff }) => isOff)
}

export function totalOf({ score }: DepartmentReport): { readonly total: string | null; readonly grade: string | null } {
  if (score === null) return { total: null, grade: null }
  return score.kind === 'once' ? score.evaluated.evaluation : score.result
}
