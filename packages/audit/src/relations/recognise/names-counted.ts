/** "设立科室3个，分别是办公室、财务科…": a number announced against the names that follow. */
import { fromInteger } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'

const OPENS = /^(?:，|,)?(?:分别(?:是|为)|即|具体(?:是|为))[：:]?/
const MAX_NAMES = 60

export function recogniseCountedNames(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    for (const index of sentence.figures) {
      const figure = set.figures[index] as Figure
      if (!figure.dimension.startsWith('each:') || figure.claim.quantity.hedge !== undefined || figure.compare !== null) continue
      const names = namesAfter(set, sentence, figure)
      if (names === null) continue
      relations.push({
        kind: 'sum',
        finding: 'claim-vs-count',
        accused: figure.index,
        certainty: 'warning',
        source: { by: 'count', ref: '所列名称的个数' },
        readings: names.map((count) => ({
          say: `所列名称 ${count} 个`,
          equation: { form: 'linear', left: side([figure.index]), right: { plus: [], minus: [], constant: fromInteger(count) } },
        })),
      })
    }
  }
  return relations
}

/** The numbers of names that the list may be read as: 和 and 及 may join two names or stand inside one. */
function namesAfter(set: ClaimSet, sentence: Sentence, figure: Figure): number[] | null {
  const block = set.report.blocks[sentence.block]
  if (block === undefined || !('text' in block)) return null
  const clauseAt = figure.seat.kind === 'text' ? figure.seat.clause : -1
  const clause = sentence.clauses[clauseAt]
  if (clause === undefined || clause.figures.at(-1) !== figure.index) return null
  const after = block.text.slice(clause.end, sentence.end)
  const open = OPENS.exec(after)
  if (open === null) return null
  const list = after.slice(open[0].length).split(/[；;]/)[0] ?? ''
  if (
    /\d/.test(list) ||
    /等/.test(list.slice(-6)) ||
    list.includes('（') ||
    list.includes('，') ||
    list.includes(',') ||
    list.includes('：')
  )
    return null
  const names = list.split('、')
  if (names.length < 2 || names.length > MAX_NAMES || names.some((name) => name.trim() === '' || name.length > 24)) return null
  const joined = names.filter((name) => /[和及与]/.test(name)).length
  const counts: number[] = []
  for (let extra = 0; extra <= joined; extra++) counts.push(names.length + extra)
  return counts
}
