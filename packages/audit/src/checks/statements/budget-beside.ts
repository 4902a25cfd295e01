/** Spending said to keep within a budget that is printed in the same breath: 支出29.76万元，未超过年初预算29.00万元. */
import { add, compare, type Decimal, fromInteger, multiply, sum, ZERO } from '@jiheng/quantity'
import { DONE_ROLES, PLANNED_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Said } from './said.ts'

const BUDGET = '(?:年初|年度|全年|批复|财政|核定|调整后?|下达)*(?:的)?预算(?:数|总额|指标|安排|控制数|额度|金额)?(?:的|为)?'
const AMOUNT = '[\\d.,]{1,16}(?:亿|万|千)?元'
const KEPT = new RegExp(
  `^(?:支出|并|且|也|严格|有效|合理|实际)*(?:(?:未|没有|不)(?:突破|超过|超出|超)(?:了)?${BUDGET}${AMOUNT}|(?:控制|压缩|保持)在(?:了)?${BUDGET}${AMOUNT}(?:以内|之内|范围内|内))$`,
)

export interface Beside {
  readonly spent: Figure
  readonly budget: Figure
}

/** What was spent and the budget that it is said to keep within; null when the clause says no such thing, or not of what. */
export function budgetBeside(set: ClaimSet, clauses: readonly Said[], at: number): Beside | null {
  const said = clauses[at] as Said
  if (!said.words.includes('预算') || said.words.length > 40 || !KEPT.test(said.words.replace(/\s/g, ''))) return null
  const [budget, ...others] = said.clause.figures.map((index) => set.figures[index] as Figure)
  if (budget === undefined || others.length > 0 || budget.dimension !== 'money') return null
  const before = clauses.slice(0, at)
  const ofWhich = before.findIndex(({ words }) => words.includes('其中'))
  const list = ofWhich < 0 ? before.findIndex(({ words }) => /包括|含/.test(words)) : ofWhich
  const spent =
    list < 0 ? spentIn(set, before).at(-1) : headOf(spentIn(set, before.slice(0, list)), spentIn(set, before.slice(list)), budget)
  return spent === undefined || spent === null || isFar(spent, budget) ? null : { spent, budget }
}

/** Amounts of the year; changes, budgets and other years left out. */
function spentIn(set: ClaimSet, clauses: readonly Said[]): Figure[] {
  return clauses
    .flatMap(({ clause }) => clause.figures.map((index) => set.figures[index] as Figure))
    .filter(({ claim, dimension, periodKey, lead }) => {
      if (dimension !== 'money' || periodKey !== '' || PLANNED_ROLES.has(claim.role) || /约|近$/.test(lead)) return false
      return DONE_ROLES.has(claim.role) || (claim.role === 'amount' && /支出|经费|费$/.test(claim.label))
    })
}

/** With its parts told in full, the whole is spoken of, when the budget fits it and no part; of one part alone, that part. */
function headOf(heads: readonly Figure[], parts: readonly Figure[], budget: Figure): Figure | null {
  const head = heads.at(-1)
  const last = parts.at(-1)
  if (last === undefined) return head ?? null
  if (parts.length === 1) return last
  if (head === undefined || compare(sum(parts.map(({ value }) => value)), head.value) !== 0) return null
  const most = parts.reduce<Decimal>((best, { value }) => (compare(value, best) > 0 ? value : best), ZERO)
  const isOfTheWhole = compare(budget.value, most) > 0 && compare(add(last.value, last.value), budget.value) < 0
  return isOfTheWhole && compare(times(head.value, 5), times(budget.value, 6)) <= 0 ? head : null
}

const times = (value: Decimal, by: number): Decimal => multiply(value, fromInteger(by))

/** Another unit, or something else altogether. */
const isFar = ({ value }: Figure, budget: Figure): boolean => compare(value, times(budget.value, 3)) > 0
