/** A made-up scheme, approved goals and a table that agrees with both. */
import { type GoalsVersion, readItems, readScheme } from '@jiheng/evaluation'
import { audit, type Finding, type Given } from '../../../src/index.ts'
import { expectSound, HEAD, readText, table } from '../../audit-text.ts'

const { items } = readItems({ items: [] }, 'items')
const indicator = (id: string, label: string, weight: string, target: string, curve: unknown = 'ratio', unit = 'percent') => ({
  indicator: id,
  label,
  weight,
  figure: true,
  unit,
  target,
  curve,
})
const read = readScheme(
  {
    scheme: 'sample',
    label: '样例细则',
    kind: 'department',
    versions: [
      {
        from: '2023-01-01',
        source: { document: '样财〔2023〕7号', confidence: 'inferred' },
        tree: [
          indicator('execution', '预算执行率', '10', '>= 100'),
          indicator('adjustment', '预算调整率', '20', '<= 10', { deduct: { step: '1', points: '0.5' } }),
          indicator('carry-over', '结转结余率', '20', '<= 20', 'threshold'),
          { block: 'output', label: '产出', weight: '50', 'takes-goals': true },
        ],
      },
    ],
  },
  'sample',
  items,
)
if ('problems' in read) throw new Error(JSON.stringify(read.problems))
const [version] = read.scheme.versions
if (version === undefined) throw new Error('no version')

const goals: GoalsVersion = {
  kind: 'initial',
  document: '样财〔2023〕9号',
  approved: '2023-02-01',
  indicators: [
    {
      id: 'trained',
      block: 'output',
      label: '培训人次',
      weight: '30',
      target: { sign: '>=', value: '200' },
      measure: { kind: 'figure', unit: 'each:人次' },
      curve: { curve: 'ratio' },
    },
    {
      id: 'repaired',
      block: 'output',
      label: '维修路灯',
      weight: '20',
      target: { sign: '>=', value: '420' },
      measure: { kind: 'figure', unit: 'each:盏' },
      curve: { curve: 'ratio' },
    },
  ],
}
export const given: Given = { scheme: { id: 'sample', label: '样例细则', version }, goals }

const head = '一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 | 偏差原因'
export const clean = [
  '投入 | 预算执行率 | ≥100% | 75% | 10 | 7.5 | 结算未完成',
  ' | 预算调整率 | ≤10% | 13% | 20 | 18.5 | 追加专项',
  ' | 结转结余率 | ≤20% | 15% | 20 | 20 | ',
  '产出 | 培训人次 | ≥200人次 | 210人次 | 30 | 30 | ',
  ' | 维修路灯 | ≥420盏 | 431盏 | 20 | 20 | ',
]

/** Findings of these checks; each is sound. */
export function found(rows: readonly string[], asked: Given = given): readonly Finding[] {
  const document = readText(HEAD + table(head, ...rows))
  const { findings } = audit(document, { asOf: null, year: null, purpose: null }, asked)
  const own = findings.filter(({ check }) => check.startsWith('scheme-') || check === 'approved-goals')
  for (const finding of own) expectSound(document, finding)
  return own
}

export const changed = (from: string, to: string): readonly string[] => clean.map((row) => row.replace(from, to))
export const said = (rows: readonly string[], asked?: Given) =>
  found(rows, asked).map(({ check, message, expected }) => `${check} ${expected ?? ''} ${message}`)
