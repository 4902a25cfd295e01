/** "年初在册286人，新接收194人，解除203人，年末在册277人": what was there, came, went and is there. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'

const OPENING = /年初|期初|上年末|上年底|上年结转|年初结转|原有/
const CLOSING = /全年在|目前|年末|期末|年底|现有|结转(?:至|到)?下年|期末|截至/
const CAME = /新增|新聘|新登记|登记|新办|新接收|接收|新收|新立|新入|调入|增加|转入|净增|新招|新建|追加|受理|新纳入|入库|购入/
const WENT = /退出|撤销|取消|解除|减少|调出|核减|注销|销号|转出|退休|离职|办结|结案|出库|报废|处置|停止|清退|死亡|追减/

/** One opening, one closing figure of the same kind in a sentence, with what came and went between them. */
export function recogniseStockFlows(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    if (sentence.figures.length < 3) continue
    const figures = sentence.figures.map((index) => set.figures[index] as Figure)
    for (const closing of figures) {
      if (!isStock(closing) || !CLOSING.test(closing.lead) || OPENING.test(closing.lead) || closing.periodKey === 'last') continue
      const same = figures.filter((figure) => figure.dimension === closing.dimension && figure.index !== closing.index && isStock(figure))
      const openings = same.filter(
        (figure) => OPENING.test(figure.lead) || (figure.index === sentence.figures[0] && /[年月](?:末|底)/.test(figure.lead)),
      )
      const came = same.filter((figure) => CAME.test(figure.lead) && !openings.includes(figure))
      const went = same.filter((figure) => WENT.test(figure.lead) && !CAME.test(figure.lead) && !openings.includes(figure))
      const opening = openings[0]
      if (opening === undefined || openings.length > 1 || came.length === 0 || went.length === 0) continue
      const indexes = (list: readonly Figure[]): number[] => list.map((figure) => figure.index)
      const readings: Reading[] = [
        {
          say: '期初数 + 增加数 − 减少数',
          equation: { form: 'linear', left: side([closing.index]), right: side([opening.index, ...indexes(came)], indexes(went)) },
        },
      ]
      relations.push({
        kind: 'difference',
        finding: 'difference',
        readings,
        source: { by: 'wording', ref: '期末数 = 期初数 + 增加数 − 减少数' },
        certainty: came.length === 1 && went.length === 1 ? 'error' : 'warning',
        accused: closing.index,
      })
    }
  }
  return relations
}

/** Counts of things, not hedged. Money rolls are the business of the identities. */
function isStock(figure: Figure): boolean {
  return figure.dimension.startsWith('each:') && figure.compare === null && figure.claim.quantity.hedge === undefined
}
