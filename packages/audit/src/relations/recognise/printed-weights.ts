/** The weights that a note prints: they make up the whole it names, and the tables keep to them. */
import { compare, decimal } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { isWhole, type WeightRule, weightRules } from '../../rules/weight-rules.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { type Group, groupKey, groupsOf } from './table-groups.ts'
import { pointColumns } from './table-scores.ts'
import { cellOf, type Stretch, stretchesOf, tryAll } from './table-view.ts'

/** The points of the execution rate, where a note leaves them out of the list. */
const EXECUTION = decimal('10')
/** Groups of a table that a note must name before it speaks of that table. */
const LEAST_KEPT = 3

export function recognisePrintedWeights(set: ClaimSet): NewRelation[] {
  const rules = weightRules(set)
  const whole = wholeOf(set)
  if (rules.length === 0 && whole === null) return []
  const elsewhere = new Map<number, number[]>()
  const tables = stretchesOf(set).flatMap((stretch) => {
    const before = elsewhere.get(stretch.table.block) ?? []
    const own = weightsOf(set, stretch)
    elsewhere.set(stretch.table.block, [...before, ...own])
    const groups = outermost(groupsOf(set, stretch).filter((group) => group.weight !== null))
    return [
      ...rules.flatMap((rule) => keptBy(rule, groups)),
      ...(whole === null ? [] : wholeSums(set, stretch, whole, groups, own, before)),
    ]
  })
  return [...rules.flatMap(sumsOf), ...tables]
}

/** The parts against each whole that the same text names. */
function sumsOf({ parts, wholes }: WeightRule): NewRelation[] {
  const right = side(parts.map(({ index }) => index))
  const hasExecution = parts.some(({ lead }) => /执行/.test(lead))
  return wholes.map((whole) => {
    const left = side([whole.index])
    const readings: Reading[] = [{ say: '各项分值相加', equation: { form: 'linear', left, right } }]
    if (!hasExecution)
      readings.push({
        say: '各项分值相加，另加预算执行率',
        equation: { form: 'linear', left, right: { ...right, constant: EXECUTION } },
        onlyExplains: true,
      })
    return {
      kind: 'sum',
      finding: 'weight-total',
      accused: whole.index,
      certainty: 'warning',
      source: { by: 'scheme', ref: '报告所列一级指标分值', citation: '勾稽 ID-41' },
      readings,
    }
  })
}

/** 产出指标50分 in the note, 产出指标（40分） in a table that keeps to it with all its other groups. */
function keptBy({ parts, mayVary }: WeightRule, groups: readonly Group[]): NewRelation[] {
  const pairs = groups.flatMap(({ key, weight }) => {
    const part = parts.find(({ lead }) => key !== '' && groupKey(lead.replace(/^其中/, '')) === key)
    return part === undefined || weight === null ? [] : [{ weight, part }]
  })
  const apart = pairs.filter(({ weight, part }) => compare(weight.value, part.value) !== 0).length
  if (pairs.length < LEAST_KEPT || apart > 1) return []
  return pairs.map(({ weight, part }) => ({
    kind: 'same-as',
    finding: 'weight-total',
    accused: weight.index,
    certainty: mayVary ? 'question' : 'warning',
    source: { by: 'scheme', ref: '报告所列一级指标分值' },
    readings: [{ say: '表中分值应与所列分值一致', equation: { form: 'same', first: weight.index, second: part.index } }],
  }))
}

/** The whole that the text names, where it names only one. */
function wholeOf(set: ClaimSet): Figure | null {
  const [first, ...others] = set.figures.filter((figure) => isWhole(figure) && !/适用/.test(figure.lead))
  return first !== undefined && others.every(({ value }) => compare(value, first.value) === 0) ? first : null
}

function weightsOf(set: ClaimSet, stretch: Stretch): number[] {
  const column = pointColumns(set, stretch, 'weight').at(-1)
  if (column === undefined) return []
  return stretch.rows.filter((row) => row.kind === 'item').flatMap((row) => cellOf(set, row, column)?.index ?? [])
}

function outermost(groups: readonly Group[]): Group[] {
  const first = Math.min(...groups.map((group) => group.column))
  return groups.filter((group) => group.column === first)
}

/** A table without a total row: that its groups make up the whole shows that its rows must, and the other way round. */
function wholeSums(
  set: ClaimSet,
  stretch: Stretch,
  whole: Figure,
  groups: readonly Group[],
  rows: readonly number[],
  before: readonly number[],
): NewRelation[] {
  if (groups.length < 2 || rows.length < 2 || stretch.rows.some((row) => row.kind === 'total')) return []
  const readings = (members: readonly number[]): Reading[] =>
    (before.length === 0 ? [members] : [[...members, ...before], members]).map((all) => ({
      say: '各项分值相加',
      equation: { form: 'linear', left: side([whole.index]), right: side(all) },
    }))
  const both = [groups.map(({ weight }) => (weight as Figure).index), rows].map(readings)
  const holds = both.map((tried) =>
    tryAll(
      set,
      tried.map(({ equation }) => equation),
    ).some((entry) => entry.holds),
  )
  return both.map((tried, at) => ({
    kind: 'sum',
    finding: 'weight-total',
    accused: whole.index,
    certainty: holds[1 - at] === true ? 'warning' : 'question',
    explainBy: 'nearest',
    source: { by: 'table', ref: at === 0 ? '各一级指标分值合计为满分' : '各三级指标分值合计为满分', citation: '勾稽 ID-41' },
    readings: tried,
  }))
}
