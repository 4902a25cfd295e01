/** A made-up scheme with every kind of question, and an evaluation of a made-up unit by it. */
import { evaluate, type Fact, type FactValue, factBook, planOf, readItems, readScheme, type SchemeVersion } from '@jiheng/evaluation'
import type { Evaluated } from '../../src/evaluation/evaluation-rows.ts'

export const { items } = readItems(
  {
    items: [
      { item: 'budget', label: '全年预算数', unit: 'wan-yuan' },
      { item: 'executed', label: '全年执行数', unit: 'wan-yuan' },
    ],
  },
  'items',
)

const read = readScheme(
  {
    scheme: 's',
    label: '样例细则',
    kind: 'project',
    versions: [
      {
        from: '2022-01-01',
        source: { document: '样例办法', article: '第三条', confidence: 'sure' },
        unknown: ['取几位小数没有写'],
        tree: [
          { indicator: 'execution', label: '预算执行率', weight: '10', formula: 'executed / budget', target: '>= 100' },
          {
            block: 'output',
            label: '产出',
            weight: '90',
            children: [
              {
                indicator: 'rules',
                label: '制度',
                weight: '30',
                judged: true,
                curve: {
                  'check-points': [
                    { id: 'a', label: '有制度' },
                    { id: 'b', label: '已执行' },
                  ],
                },
              },
              { indicator: 'quality', label: '质量', weight: '30', judged: true, curve: 'classes' },
              {
                indicator: 'done',
                label: '按期完成',
                weight: '20',
                'days-late': { due: '10-31' },
                curve: { deduct: { step: '1', points: '1' } },
              },
              { indicator: 'rate', label: '满意度', weight: '10', figure: true, target: '>= 95' },
            ],
          },
        ],
      },
    ],
  },
  '细则',
  items,
)
if (!('scheme' in read)) throw new Error(JSON.stringify(read.problems))
export const version = read.scheme.versions[0] as SchemeVersion
export const scheme = read.scheme

export function fact(item: string, value: FactValue, rest: Partial<Fact> = {}): Fact {
  return {
    id: item,
    unit: '219001',
    item,
    from: '2023-01-01',
    to: '2023-12-31',
    value,
    basis: null,
    source: '国库支付系统',
    evidence: [{ name: '支付明细', page: '3' }],
    supersedes: null,
    ...rest,
  }
}

export const facts: readonly Fact[] = [
  fact('budget', { kind: 'figure', value: '300', unit: 'wan-yuan' }),
  fact('executed', { kind: 'figure', value: '2000000', unit: 'yuan' }),
  fact('rules', { kind: 'checks', met: ['a'] }),
  fact('quality', { kind: 'class', id: 'met', share: '0.9' }),
  fact('done', { kind: 'date', date: '2023-11-02' }),
  fact('rate', { kind: 'figure', value: '96', unit: 'percent' }),
]

export function evaluated(list: readonly Fact[] = facts, unit = '219001', unitName = '219001 样例局'): Evaluated {
  const planned = planOf(version, null)
  if (!('plan' in planned)) throw new Error('no plan')
  const book = factBook(list, { asOf: '2024-12-31', isNeverNegative: () => false })
  return {
    evaluation: evaluate({ plan: planned.plan, unit, year: 2023, book, items }, { isTraced: true }),
    plan: planned.plan,
    items,
    unitName,
  }
}
