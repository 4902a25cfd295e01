/**
 * The money chain of one paragraph: 上年结转 + 年初预算 + 追加 − 追减 = 全年预算, and what is left of it at the end
 * (framework ID-32, ID-34: money taken back is neither spent nor carried on).
 */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'

const LEFT = /未用完|未执行|未支出|未使用|未支付|剩余|结余|尚余/
const CARRIED = /结转(?:至|到)?(?:下年|下一年|20\d{2}年)|结转使用|结转下年/
const AVAILABLE = /可用(?:资金|财力|预算)|资金来源合计/

export function recogniseBudgetChain(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [block, indexes] of set.figuresOf) {
    if (set.report.blocks[block]?.kind === 'table') continue
    const money = indexes.filter(
      (figure) =>
        figure.dimension === 'money' && figure.compare === null && figure.claim.quantity.hedge === undefined && figure.seat.kind === 'text',
    )
    if (money.length < 3 || money.length > 60) continue
    relations.push(...adjustments(money), ...leftovers(money))
  }
  return relations
}

const is = (figure: Figure, pattern: RegExp): boolean => pattern.test(figure.lead)
const isOwn = (figure: Figure): boolean => figure.qualifier === ''

/** 年初预算 (+ 上年结转) + 追加 − 追减 = 全年预算 or 可用资金. */
function adjustments(money: readonly Figure[]): NewRelation[] {
  const initial = money.filter((figure) => figure.claim.role === 'initial-budget' && isOwn(figure) && isGeneral(figure))
  const ends = money.filter(
    (figure) =>
      (figure.claim.role === 'adjusted-budget' && isOwn(figure) && isGeneral(figure)) ||
      is(figure, AVAILABLE) ||
      (figure.claim.role === 'budget' && /全年|调整后|预算总额|总预算|调整预算/.test(figure.lead)),
  )
  const isMove = (figure: Figure): boolean =>
    figure.claim.role === 'amount' || figure.claim.role === 'budget' || figure.claim.role === 'change'
  const added = money.filter(
    (figure) =>
      isMove(figure) &&
      !initial.includes(figure) &&
      !ends.includes(figure) &&
      (figure.claim.concept === 'budget-addition' ||
        (figure.direction === 'up' && figure.claim.role === 'change' && /追加|调增|预算|净增|调整/.test(figure.lead))),
  )
  const cut = money.filter(
    (figure) =>
      figure.claim.concept === 'budget-reduction' ||
      (figure.direction === 'down' && figure.claim.role === 'change' && /追减|调减|压减|核减|净减/.test(figure.lead)),
  )
  const carried = money.filter(
    (figure) =>
      !ends.includes(figure) &&
      !CARRIED.test(figure.lead) &&
      (figure.claim.concept === 'carry-in' || /(?<!含)(?:上年|年初)结转/.test(figure.lead)),
  )
  const start = initial[0]
  const end = ends[0]
  if (start === undefined || end === undefined || initial.length > 1 || ends.length > 2 || added.length > 2 || cut.length > 2) return []
  if (added.length + cut.length + carried.length === 0) return []
  const minus = cut.map((figure) => figure.index)
  const plus = [start, ...added].map((figure) => figure.index)
  const say = '年初预算 + 追加 − 追减'
  const readings: Reading[] = ends.flatMap((last): Reading[] => [
    { say, equation: { form: 'linear', left: side([last.index]), right: side(plus, minus) } },
    ...(carried.length === 0
      ? []
      : [
          {
            say: '年初预算 + 上年结转 + 追加 − 追减',
            equation: { form: 'linear' as const, left: side([last.index]), right: side([...plus, (carried[0] as Figure).index], minus) },
          },
        ]),
  ])
  return [
    {
      kind: 'sum',
      finding: 'sum',
      readings,
      source: { by: 'identity', ref: '全年预算 = 年初预算 + 上年结转 + 追加 − 追减', citation: '勾稽 ID-32' },
      certainty: added.length + cut.length > 0 && ends.length === 1 && (added.length <= 1 || carried.length > 0) ? 'error' : 'question',
      accused: end.index,
      explainBy: 'nearest',
    },
  ]
}

const isGeneral = (figure: Figure): boolean =>
  figure.claim.concept === null ||
  figure.claim.concept === 'budget' ||
  figure.claim.concept === 'expenditure' ||
  figure.claim.concept === 'budget-addition'

/** "未用完74.49万元，其中收回21.10万元，结转53.39万元": what is left, and what becomes of it. */
function leftovers(money: readonly Figure[]): NewRelation[] {
  const relations: NewRelation[] = []
  const left = money.filter(
    (figure) => is(figure, LEFT) && !CARRIED.test(figure.lead) && figure.claim.role !== 'change' && figure.direction === null,
  )
  const budgets = money.filter((figure) => (figure.claim.role === 'adjusted-budget' || is(figure, AVAILABLE)) && isGeneral(figure))
  const spent = money.filter((figure) => figure.claim.role === 'executed' && isGeneral(figure) && isOwn(figure))
  const taken = money.filter((figure) => figure.claim.concept === 'clawback' || /收回|上缴财政|交回/.test(figure.lead))
  const carried = money.filter((figure) => CARRIED.test(figure.lead))
  const rest = left[0]
  if (rest === undefined || left.length > 1) return relations
  const [budget, executed] = [budgets.at(-1), spent[0]]
  if (budget !== undefined && executed !== undefined && budgets.length === 1 && spent.length === 1) {
    relations.push(
      relationOf(
        rest,
        [
          { say: '全年预算 − 支出', equation: { form: 'linear', left: side([rest.index]), right: side([budget.index], [executed.index]) } },
          ...(taken[0] === undefined
            ? []
            : [
                {
                  say: '全年预算 − 支出 − 收回',
                  equation: {
                    form: 'linear' as const,
                    left: side([rest.index]),
                    right: side([budget.index], [executed.index, taken[0].index]),
                  },
                },
              ]),
        ],
        /未/.test(rest.lead) ? 'error' : 'question',
        'difference',
      ),
    )
  }
  if (taken.length === 1 && carried.length === 1 && (taken[0] as Figure).index > rest.index && (carried[0] as Figure).index > rest.index) {
    relations.push(
      relationOf(
        rest,
        [
          {
            say: '收回数 + 结转数',
            equation: { form: 'linear', left: side([rest.index]), right: side([(taken[0] as Figure).index, (carried[0] as Figure).index]) },
          },
        ],
        'error',
        'sum',
      ),
    )
  }
  return relations
}

function relationOf(
  accused: Figure,
  readings: readonly Reading[],
  certainty: 'error' | 'question',
  finding: 'difference' | 'sum',
): NewRelation {
  return {
    kind: finding,
    finding,
    readings,
    source: { by: 'identity', ref: '未用完数 = 全年预算 − 支出', citation: '勾稽 ID-34' },
    certainty,
    accused: accused.index,
  }
}
