/** "排查隐患37处，全部整改，整改36处": who says that all was done must count as many as there were. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'

/** All of them, done: 全部整改, 均已办结, 已全部销号. */
const ALL_DONE =
  /(?:全部|均已?|都已?)(?:按期|按时|及时|如期|得到|予以)?(整改|办结|化解|销号|清理|答复|回复|处置|完成|解决|整治|拆除|查处|验收|核查|落实|完工|兑现|发放|处理|回访)(?:完毕|到位|完成)?$/
const EXCEPT = /除|外|其中|部分|基本|拟|将|计划|力争|确保/

export function recogniseAllDone(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    for (const [at, index] of sentence.figures.entries()) {
      const [whole, done] = [set.figures[index] as Figure, set.figures[sentence.figures[at + 1] ?? -1]]
      if (done === undefined || !isCount(whole) || !isCount(done) || whole.dimension !== done.dimension) continue
      const verb = verbBetween(set, sentence, whole, done)
      // What was done is counted by the same word, or by 共 alone.
      if (verb === null || !(done.lead.includes(verb) || /^\s*共$/.test(done.lead))) continue
      const reading: Reading = {
        say: '全部完成，两数应相同',
        equation: { form: 'linear', left: side([done.index]), right: side([whole.index]) },
      }
      relations.push({
        kind: 'same-as',
        finding: 'claim-vs-count',
        accused: done.index,
        certainty: 'warning',
        source: { by: 'count', ref: `全部${verb}` },
        readings: [reading],
      })
    }
  }
  return relations
}

const isCount = (figure: Figure): boolean =>
  figure.dimension.startsWith('each:') &&
  figure.compare === null &&
  figure.claim.quantity.hedge === undefined &&
  figure.claim.role !== 'change'

/** What the clause between the two counts says was done to all. */
function verbBetween(set: ClaimSet, sentence: Sentence, whole: Figure, done: Figure): string | null {
  const block = set.report.blocks[sentence.block]
  if (block === undefined || !('text' in block) || whole.seat.kind !== 'text' || done.seat.kind !== 'text') return null
  if (done.seat.clause - whole.seat.clause < 1 || done.seat.clause - whole.seat.clause > 3) return null
  const words = block.text.slice(whole.tidyEnd, done.tidyEnd).replace(/\s/g, '')
  if (EXCEPT.test(words)) return null
  for (const clause of words.split(/[，,]/)) {
    const found = ALL_DONE.exec(clause.replace(/^.*?(?=全部|均|都)/, ''))
    if (found !== null) return found[1] ?? null
  }
  return null
}
