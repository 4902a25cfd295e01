/** An amount whose unit must be wrong: only a change of unit makes its relations hold, or no such thing costs so little. */
import { compare, decimal } from '@jiheng/quantity'
import type { ClaimSet } from '../claims/claim-set.ts'
import type { Figure } from '../claims/figure.ts'
import { explain, nameOf } from '../findings/explain.ts'
import { sayFigure, symbolOf } from '../findings/say.ts'
import { type ClaimGraph, type Judged, membersShown } from '../graph/claim-graph.ts'
import { type Check, type CheckRun, type FindingDraft, noOutcomes } from './check.ts'
import { quotesOf } from './relation-check.ts'

const wording = {
  title: '金额单位有误',
  remedy: '核对金额单位（元、万元）。',
  explain: '改换单位（元、千元、万元、亿元）后关系成立而原单位不成立；或部门、资产类金额以元计不足百元，而同段其他金额均为万元。',
  titleEnglish: 'An amount in a wrong unit',
}
/** No fund of a department, and no asset, is worth less; fees and standards are not meant. */
const LEAST_AMOUNT = decimal('100')
const NEAR = 30
const WHOLE_AMOUNTS =
  /^(?:revenue|expenditure|basic-expenditure|project-expenditure|budget|fixed-assets|assets|personnel-cost|public-cost|procurement)/

export const unitSlip: Check = {
  id: 'unit-slip',
  kind: 'unit',
  severity: 'error',
  needs: ['sum', 'difference', 'ratio', 'same-as', 'product'],
  wording,
  source: 'framework §6 ID-58',
  run,
}

function run(graph: ClaimGraph): CheckRun {
  const outcomes = noOutcomes()
  const byFigure = new Map<number, Judged[]>()
  for (const judged of graph.judged) {
    if (judged.slip === null || judged.outcome !== 'fail') continue
    byFigure.set(judged.slip.figure, [...(byFigure.get(judged.slip.figure) ?? []), judged])
  }
  const findings: FindingDraft[] = [...byFigure].map(([index, judged]) => fromRelations(graph.set, index, judged))
  for (const figure of graph.set.figures) {
    if (byFigure.has(figure.index)) continue
    const suspicious = isTooSmall(graph.set, figure)
    if (suspicious === null) continue
    outcomes[suspicious ? 'fail' : 'pass']++
    if (suspicious) findings.push(fromSize(graph.set, figure))
  }
  outcomes.fail += byFigure.size
  return { findings, outcomes, untold: [] }
}

function fromRelations(set: ClaimSet, index: number, judged: readonly Judged[]): FindingDraft {
  const figure = set.figures[index] as Figure
  const first = judged[0] as Judged
  const to = `${figure.claim.quantity.value}${symbolOf(first.slip?.unit ?? figure.claim.quantity.unit)}`
  const { steps, computation } = explain(first, set.figures)
  return {
    check: 'unit-slip',
    kind: 'unit',
    severity: 'error',
    title: wording.title,
    message: `${nameOf(figure)}写为 ${sayFigure(figure)}，与所列其他数据不符；改为 ${to} 后相符，请核对单位。`,
    quotes: quotesOf(set, [index, ...judged.flatMap(membersShown)]),
    computation: `${computation}；改为 ${to} 后相符`,
    steps: [...steps, { say: `只把 ${sayFigure(figure)} 改为 ${to}，${judged.length} 处关系全部成立` }],
    expected: to,
    repair: { from: sayFigure(figure), to, reason: 'wrong-unit' },
    confidence: 0.95,
  }
}

/** Null where the question does not arise. */
function isTooSmall(set: ClaimSet, figure: Figure): boolean | null {
  const { quantity, concept, anchor } = figure.claim
  if (
    quantity.unit !== 'yuan' ||
    (concept === null && !/资产/.test(figure.lead)) ||
    (!quantity.value.includes('.') && figure.value.coefficient !== 0n) ||
    figure.value.coefficient === 0n
  )
    return null
  if (!(concept !== null && WHOLE_AMOUNTS.test(concept)) && !/资产/.test(figure.lead)) return null
  if (/每|人均|单价|标准/.test(figure.lead) || figure.value.coefficient < 0n) return null
  const neighbours = nearby(set, figure).filter((other) => other.dimension === 'money' && other.index !== figure.index)
  if (neighbours.length < 2 || neighbours.some((other) => other.claim.quantity.unit === 'yuan')) return false
  return compare(figure.value, LEAST_AMOUNT) < 0
}

/** Figures of the same block, a few on either side. */
function nearby(set: ClaimSet, figure: Figure): readonly Figure[] {
  const { block } = figure.claim.anchor
  return set.figures.slice(Math.max(0, figure.index - NEAR), figure.index + NEAR).filter((other) => other.claim.anchor.block === block)
}

function fromSize(set: ClaimSet, figure: Figure): FindingDraft {
  const to = `${figure.claim.quantity.value}万元`
  return {
    check: 'unit-slip',
    kind: 'unit',
    severity: 'warning',
    title: wording.title,
    message: `${nameOf(figure)}写为 ${sayFigure(figure)}，金额不合常理，同段其他金额均以万元计，疑为 ${to}，请核对单位。`,
    quotes: quotesOf(set, [figure.index]),
    computation: `${sayFigure(figure)} 不足 100 元，同段其他金额均为万元`,
    steps: [
      { say: `此处：${nameOf(figure)} ${sayFigure(figure)}` },
      { say: '同段其他金额均以万元为单位' },
      { say: `部门经费、资产类金额以元计不足 100 元，疑为 ${to}` },
    ],
    expected: to,
    repair: { from: sayFigure(figure), to, reason: 'wrong-unit' },
    confidence: 0.8,
  }
}
