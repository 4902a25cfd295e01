/** A made-up scheme, its items and the facts of a made-up unit. */
import type { Fact, FactValue } from '../src/facts/fact.ts'

export const itemData = {
  items: [
    { item: 'initial-budget', label: '年初预算数', unit: 'wan-yuan', 'never-negative': true },
    { item: 'budget-addition', label: '追加', unit: 'wan-yuan' },
    { item: 'adjusted-budget', label: '全年预算数', unit: 'wan-yuan', formula: 'initial-budget + budget-addition' },
    { item: 'executed', label: '全年执行数', unit: 'wan-yuan', 'never-negative': true },
    { item: 'staff', label: '在职人数', unit: 'each:人', kind: 'stock', 'never-negative': true },
    { item: 'posts', label: '编制数', unit: 'each:人', kind: 'stock', 'never-negative': true },
  ],
}

export const schemeData = () => ({
  scheme: 'sample-department',
  label: '样例部门整体绩效自评',
  kind: 'department',
  versions: [
    {
      from: '2022-01-01',
      to: '2023-12-31',
      source: { document: '样例办法', confidence: 'inferred' },
      tree: [
        {
          indicator: 'execution',
          label: '预算执行率',
          weight: '10',
          formula: 'executed / adjusted-budget',
          target: '>= 100',
          curve: 'ratio',
        },
        {
          block: 'input',
          label: '投入管理',
          weight: '20',
          children: [
            {
              indicator: 'staffing',
              label: '在职人员控制率',
              weight: '5',
              formula: 'staff / posts',
              target: '<= 100',
              curve: { deduct: { step: '1', points: '0.5' } },
            },
            {
              indicator: 'rules',
              label: '管理制度健全性',
              weight: '3',
              judged: true,
              curve: {
                'check-points': [
                  { id: 'exist', label: '有制度', points: '1' },
                  { id: 'legal', label: '合法合规', points: '1' },
                  { id: 'applied', label: '有效执行', points: '1' },
                ],
              },
            },
            {
              indicator: 'disclosed',
              label: '公开及时性',
              weight: '12',
              'days-late': { due: '10-31', year: 'next' },
              curve: { deduct: { step: '1', points: '1' } },
            },
          ],
        },
        { block: 'output', label: '产出和效益', weight: '70', 'takes-goals': true },
      ],
    },
  ],
})

let count = 0

export function aFact(item: string, value: FactValue, rest: Partial<Fact> = {}): Fact {
  return {
    id: `f${++count}`,
    unit: 'u1',
    item,
    from: '2023-01-01',
    to: '2023-12-31',
    value,
    basis: null,
    source: '国库支付系统',
    evidence: [],
    supersedes: null,
    ...rest,
  }
}

export const figure = (value: string, unit = 'wan-yuan'): FactValue => ({ kind: 'figure', value, unit })
