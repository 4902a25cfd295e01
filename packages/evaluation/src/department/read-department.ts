/** { department, name, due, units, transfers, adjustments, blank, funds } as people write it. All problems at once; nothing is added up on half of it. */
import { dimensionOf, parseDecimal } from '@jiheng/quantity'
import type { Problem } from '@jiheng/vocabulary'
import type { ItemCatalogue } from '../facts/item.ts'
import { ofFacts } from '../facts/read-facts.ts'
import { type Fields, type Path, Reading } from '../read/reading.ts'
import { isAdditive } from './consolidate.ts'
import type { DepartmentAdjustment, DepartmentData, DepartmentTransfer, DepartmentUnit } from './department-data.ts'

export type ReadDepartment = { readonly department: DepartmentData } | { readonly problems: readonly Problem[] }

export const DEPARTMENT_KEYS = ['department', 'name', 'due', 'units', 'transfers', 'adjustments', 'blank', 'funds'] as const
const UNIT_KEYS = ['unit', 'name', 'state', 'submitted']
const TRANSFER_KEYS = ['from', 'to', 'item', 'year', 'amount', 'unit', 'reason']
const ADJUSTMENT_KEYS = ['item', 'year', 'amount', 'unit', 'reason']
const FUNDS = 'adjusted-budget'

/** `name` of the file, for problems. */
export function readDepartment(value: unknown, name: string, items: ItemCatalogue): ReadDepartment {
  const reading = new Reading()
  const reader = new Reader(reading, items)
  const fields = reading.fields(value, [name], DEPARTMENT_KEYS)
  const id = reader.code(fields, 'department')
  const due = fields.date('due')
  const units = fields.list('units').map((one, index) => reader.unit(one, [name, 'units', index], due))
  if (units.length === 0) reading.problem('scheme.missing', [name, 'units'])
  const seen = new Set([id])
  for (const [index, { unit }] of units.entries()) {
    if (unit !== '' && seen.has(unit)) reader.bad([name, 'units', index, 'unit'], unit, '：没有出现过的单位编码（部门本身不写在单位里）')
    seen.add(unit)
  }
  // What is handed in on paper has no amounts here, so nothing of it can be offset.
  const known = new Set(units.filter(({ state }) => state !== 'offline').map(({ unit }) => unit))
  const funds = fields.text('funds') ?? FUNDS
  if (fields.has('funds')) reader.item(funds, [name, 'funds'])
  const department: DepartmentData = {
    id,
    name: fields.text('name') ?? '',
    due,
    units,
    transfers: fields.list('transfers').map((one, index) => reader.transfer(one, [name, 'transfers', index], known, index)),
    adjustments: fields.list('adjustments').map((one, index) => reader.adjustment(one, [name, 'adjustments', index])),
    blank: fields.oneOf('blank', ['missing', 'nought'], 'missing'),
    funds,
  }
  return reading.problems.length > 0 ? { problems: reading.problems.map(ofFacts) } : { department }
}

class Reader {
  readonly #reading: Reading
  readonly #items: ItemCatalogue

  constructor(reading: Reading, items: ItemCatalogue) {
    this.#reading = reading
    this.#items = items
  }

  bad(at: Path, value: string, expected: string): void {
    this.#reading.problem('scheme.bad-value', at, { value: value.slice(0, 60), expected })
  }

  /** Codes that begin with nought stand in quotes; others come as numbers as well. */
  code(fields: Fields, key: string): string {
    const value = fields.get(key)
    return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : fields.needed(key)
  }

  unit(value: unknown, at: Path, due: string | null): DepartmentUnit {
    const fields = this.#reading.fields(value, at, UNIT_KEYS)
    if (!fields.has('state')) this.#reading.problem('scheme.missing', [...at, 'state'])
    const state = fields.oneOf('state', ['reported', 'late', 'offline', 'missing'], 'missing')
    const submitted = fields.date('submitted')
    if (state === 'missing' && submitted !== null && fields.has('state')) this.bad([...at, 'submitted'], submitted, '：不填（未报）')
    if (due !== null && submitted !== null && (state === 'reported' || state === 'late')) {
      const actual = submitted > due ? 'late' : 'reported'
      if (state !== actual)
        this.bad([...at, 'state'], state, `：${actual}（${submitted} ${actual === 'late' ? '晚于' : '不晚于'}期限 ${due}）`)
    }
    return { unit: this.code(fields, 'unit'), name: fields.text('name') ?? '', state, submitted }
  }

  transfer(value: unknown, at: Path, units: ReadonlySet<string>, index: number): DepartmentTransfer {
    const fields = this.#reading.fields(value, at, TRANSFER_KEYS)
    const [from, to] = [this.code(fields, 'from'), this.code(fields, 'to')]
    for (const [key, unit] of Object.entries({ from, to }))
      if (unit !== '' && !units.has(unit)) this.bad([...at, key], unit, '：本部门名单里、有数据的单位')
    if (from !== '' && from === to) this.bad([...at, 'to'], to, '：另一个单位')
    const listed = fields.get('item')
    const items = Array.isArray(listed) ? listed.map(String) : [fields.needed('item')].filter((item) => item !== '')
    if (Array.isArray(listed) && items.length === 0) this.#reading.problem('scheme.missing', [...at, 'item'])
    const money = this.#money(fields, at, items)
    if (money.amount !== '' && !((parseDecimal(money.amount)?.coefficient ?? 0n) > 0n))
      this.bad([...at, 'amount'], money.amount, 'positive')
    return { id: `往来${index + 1}`, from, to, items, ...money }
  }

  adjustment(value: unknown, at: Path): DepartmentAdjustment {
    const fields = this.#reading.fields(value, at, ADJUSTMENT_KEYS)
    const item = fields.needed('item')
    return { item, ...this.#money(fields, at, item === '' ? [] : [item]) }
  }

  #money(fields: Fields, at: Path, items: readonly string[]): Omit<DepartmentAdjustment, 'item'> {
    const [year, unit] = [fields.neededDecimal('year'), fields.needed('unit')]
    if (fields.has('year') && !/^(?:19|20)\d\d$/.test(year)) this.bad([...at, 'year'], year, '：四位年度，例如 2023')
    const dimension = dimensionOf(unit)
    if (unit !== '' && dimension === null) this.bad([...at, 'unit'], unit, 'unit')
    for (const id of items) {
      const item = this.item(id, [...at, 'item'])
      if (item !== null && dimension !== null && dimensionOf(item.unit) !== dimension) this.bad([...at, 'unit'], unit, `：${item.unit}`)
    }
    return { year: Number(year), amount: fields.neededDecimal('amount'), unit, reason: fields.needed('reason') }
  }

  /** null, and told, where it is none that can be added up. */
  item(id: string, at: Path) {
    const item = this.#items.get(id)
    if (item !== undefined && isAdditive(item)) return item
    this.bad(at, id, item === undefined ? '：基础数据目录中的编号' : '：可以相加的数，比率不能相加')
    return null
  }
}
