/** "27个单位，每个单位1000元，共计2.7万元": number × rate = amount. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import type { Reading } from '../relation.ts'

const EACH = /每(?:个|人|户|名|家|辆|台|套|件|场|次|村|单位|位|组|班|期|亩|平方米|项|所|户|人次)|人均|单价|均价|(?:标准|补助)(?:为|是)?$/

export function recogniseProducts(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    const figures = sentence.figures.map((index) => set.figures[index] as Figure)
    for (const [at, unitPrice] of figures.entries()) {
      if (unitPrice.dimension !== 'money' || !EACH.test(unitPrice.lead.replace(/\s/g, '').slice(-12)) || unitPrice.compare !== null)
        continue
      const total = figures
        .slice(at + 1)
        .find((figure) => figure.dimension === 'money' && (figure.announcesTotal || /共|合计|总|需|计/.test(figure.lead)))
      const counts = figures.slice(0, figures.indexOf(total ?? unitPrice)).filter((figure) => figure.dimension.startsWith('each:'))
      if (total === undefined || counts.length === 0 || counts.length > 2) continue
      const readings: Reading[] = counts.map((count) => ({
        say: '数量 × 标准',
        equation: { form: 'product' as const, result: total.index, factors: [count.index, unitPrice.index] },
      }))
      if (counts.length === 2)
        readings.push({
          say: '数量 × 标准',
          equation: { form: 'product', result: total.index, factors: [...counts.map((count) => count.index), unitPrice.index] },
        })
      relations.push({
        kind: 'product',
        finding: 'conversion',
        readings,
        source: { by: 'wording', ref: '数量 × 标准' },
        certainty: counts.length === 1 && figures.length <= 4 ? 'error' : 'question',
        accused: total.index,
      })
    }
  }
  return relations
}
