/** 三公 expenses above their budget of the year: allowed with an adjustment, and asked about by every reviewer (framework ID-29). */
import { compare } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { accountsTablesOf, amountAt, columnNamed } from '../../relations/recognise/accounts-tables.ts'
import { factsOf, uniqueValues } from '../../relations/recognise/identity-facts.ts'
import { textCheck } from '../text-check.ts'

const wording = {
  title: '“三公”经费决算超过预算',
  remedy: '核对“三公”经费的预算数和决算数；确有超出的，请说明原因和批准的调整。',
  explain: '同一年度、同一口径的“三公”经费决算数大于预算数，而同一句没有说明超支。有多个预算数或决算数的不判断。',
  titleEnglish: 'Official hospitality, travel and vehicle expenses above their budget',
}

const EXPLAINED = /超支|超预算|超出预算|追加|调增|调整/

export const threePublicOverBudget = textCheck(
  { id: 'three-public-over-budget', kind: 'other', severity: 'info', wording, source: 'framework §6 ID-29' },
  (set, tell) => {
    for (const { budget, spent } of pairsOf(set)) {
      if (compare(spent.value, budget.value) <= 0) {
        tell.pass()
        continue
      }
      const says = `决算${sayFigure(spent)} > 预算${sayFigure(budget)}`
      tell.fail({
        message: `“三公”经费决算${sayFigure(spent)}，超过预算${sayFigure(budget)}，报告未见说明，请核对。`,
        quotes: [quoteFigure(set, spent), quoteFigure(set, budget)],
        computation: says,
        steps: ['依据：“三公”经费决算数一般不超过预算数（勾稽 ID-29）', says],
        confidence: 0.7,
      })
    }
  },
)

interface Pair {
  readonly budget: Figure
  readonly spent: Figure
}

function pairsOf(set: ClaimSet): Pair[] {
  const facts = factsOf(set)
  const spent = uniqueValues(facts.get('done|')?.get('three-public'))
  const budgets = uniqueValues(['initial|', 'adjusted|', 'budget|'].flatMap((key) => facts.get(key)?.get('three-public') ?? []))
  const [done, budget] = [spent[0], budgets[0]]
  const told =
    done === undefined || budget === undefined || spent.length > 1 || budgets.length > 1 || isExplained(set, done)
      ? []
      : [{ budget, spent: done }]
  return [...told, ...inTables(set)]
}

function isExplained(set: ClaimSet, figure: Figure): boolean {
  const block = set.report.blocks[figure.claim.anchor.block]
  return block !== undefined && 'text' in block && EXPLAINED.test(block.text)
}

/** The accounts table of 三公经费, both totals in one row. */
function inTables(set: ClaimSet): Pair[] {
  return accountsTablesOf(set).flatMap(({ kind, table }) => {
    if (kind !== 'three-public') return []
    const [planned, done] = [columnNamed(table, /预算数.{0,4}[合小]计$/), columnNamed(table, /决算数.{0,4}[合小]计$/)]
    return table.rows.flatMap((row) => {
      const [budget, spent] = [amountAt(set, row, planned), amountAt(set, row, done)]
      return budget === null || spent === null ? [] : [{ budget, spent }]
    })
  })
}
