/** The original value of fixed assets over a year, told in one paragraph (framework ID-52). */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { distinct } from './distinct-values.ts'
import { cite } from './identity-relation.ts'

/** "报废旧资产3万元": the amount stands behind the deed. */
const DISPOSED = /(?:处置|报废|核销|调出|划出)[^，。；、]{0,8}资产[^，。；、]{0,4}$/

/** 期末原值 = 期初原值 + 增加 − 处置, within one block (ID-52). */
export function recogniseAssetRoll(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [, sentences] of set.sentencesOf) {
    const figures = sentences
      .flatMap((sentence) => sentence.figures)
      .map((index) => set.figures[index] as Figure)
      .filter((figure) => figure.dimension === 'money')
    const gross = figures.filter((figure) => figure.claim.concept === 'fixed-assets-gross' && figure.claim.role !== 'change')
    const added = figures.filter(
      (figure) =>
        figure.claim.concept === 'fixed-assets-added' ||
        (figure.direction === 'up' && figure.claim.role === 'change' && /资产/.test(figure.lead + figure.claim.label)),
    )
    const disposed = figures.filter(
      (figure) =>
        figure.claim.concept === 'assets-disposed' ||
        DISPOSED.test(figure.lead.replace(/\s/g, '')) ||
        (figure.direction === 'down' && figure.claim.role === 'change' && /资产/.test(figure.lead + figure.claim.label)),
    )
    if (gross.length !== 2 || added.length + disposed.length === 0 || added.length > 1 || disposed.length > 1) continue
    const opening = gross[0] as Figure
    const closing = gross[1] as Figure
    const net = [...added, ...disposed].map((figure) => figure.index)
    const say = '期初原值 + 增加 − 减少'
    const readings: Reading[] = [
      {
        say,
        equation: {
          form: 'linear',
          left: side([closing.index]),
          right: side(
            [opening, ...added].map((f) => f.index),
            disposed.map((f) => f.index),
          ),
        },
      },
    ]
    if (added.length === 1 && disposed.length === 1 && /净/.test((added[0] as Figure).lead + (added[0] as Figure).claim.label))
      readings.push({
        say: '期初原值 + 净增加',
        equation: { form: 'linear', left: side([closing.index]), right: side([opening.index, net[0] as number]) },
      })
    if (distinct(gross) > 1 || net.length > 0)
      relations.push({
        kind: 'difference',
        finding: 'difference',
        readings,
        source: { by: 'identity', ref: '期末原值 = 期初原值 + 增加 − 处置', citation: cite('ID-52') },
        certainty: 'error',
        accused: closing.index,
      })
  }
  return relations
}
