/**
 * "年初在册286人，新接收194人，解除203人，年末在册277人": what was there, came, went and is there.
 * Money of the asset report the same way: "年初账面原值520.30万元，本年购置48.60万元，报废12.40万元，年末账面原值556.50万元" (framework ID-52).
 */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { cite } from './identity-relation.ts'

const OPENING = /年初|期初|上年末|上年底|上年结转|年初结转|原有/
const CLOSING = /全年在|目前|年末|期末|年底|现有|结转(?:至|到)?下年|期末|截至/
const CAME =
  /新增|新聘|新登记|登记|新办|新接收|接收|新收|新立|新入|调入|增加|转入|净增|新招|新建|追加|受理|新纳入|入库|购入|购置|新购|接受|捐赠|划入|调拨转入|盘盈/
const WENT = /退出|撤销|取消|解除|减少|调出|核减|注销|销号|转出|退休|离职|办结|结案|出库|报废|处置|停止|清退|死亡|追减|划出|捐出|盘亏|处理/

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

/** Counts of things, not hedged. */
function isStock(figure: Figure): boolean {
  return figure.dimension.startsWith('each:') && isPrinted(figure)
}

const isPrinted = (figure: Figure): boolean => figure.compare === null && figure.claim.quantity.hedge === undefined

/** Stocks of money whose year is told by what came and what went. */
const STOCKS = new Set(['fixed-assets-gross', 'assets', 'liabilities', 'current-assets', 'receivables'])
const NOT_A_PART = /其中|净增|净减|净值|折旧|较|比|同比|平均|计划|预算/
/** Money that comes of the change and is no part of the stock. */
const ASIDE = /收益|收入|残值|变价|上缴/
const MAX_MONEY = 12

/** One opening and one closing amount of one stock in a sentence; everything else in it came or went, or the whole is left alone. */
export function recogniseMoneyFlows(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    if (sentence.figures.length < 3) continue
    const money = sentence.figures.map((index) => set.figures[index] as Figure).filter((figure) => figure.dimension === 'money')
    if (money.length < 3 || money.length > MAX_MONEY || !money.every(isPrinted)) continue
    const closings = money.filter((figure) => isStockOfMoney(figure) && CLOSING.test(figure.lead) && !OPENING.test(figure.lead))
    const openings = money.filter((figure) => isStockOfMoney(figure) && OPENING.test(figure.lead))
    const [opening, closing] = [openings[0], closings[0]]
    if (opening === undefined || closing === undefined || openings.length > 1 || closings.length > 1) continue
    if (opening.claim.concept !== closing.claim.concept) continue
    const rest = money.filter((figure) => figure !== opening && figure !== closing && !ASIDE.test(figure.lead))
    const came = rest.filter((figure) => CAME.test(figure.lead) && !WENT.test(figure.lead) && !NOT_A_PART.test(figure.lead))
    const went = rest.filter((figure) => WENT.test(figure.lead) && !CAME.test(figure.lead) && !NOT_A_PART.test(figure.lead))
    if (rest.length === 0 || came.length + went.length !== rest.length || hasTotals(came) || hasTotals(went)) continue
    const indexes = (list: readonly Figure[]): number[] => list.map((figure) => figure.index)
    relations.push({
      kind: 'difference',
      finding: 'difference',
      readings: [
        {
          say: '期初数 + 增加数 − 减少数',
          equation: { form: 'linear', left: side([closing.index]), right: side([opening.index, ...indexes(came)], indexes(went)) },
        },
      ],
      source: { by: 'identity', ref: '期末数 = 期初数 + 增加数 − 减少数', citation: cite('ID-52') },
      certainty: 'error',
      // Coming or going alone may be half of what is told.
      ...(came.length === 0 || went.length === 0 ? { guard: 'slip' as const } : {}),
      accused: closing.index,
    })
  }
  return relations
}

const isStockOfMoney = (figure: Figure): boolean => STOCKS.has(figure.claim.concept ?? '')

/** 增加48.60万元 and behind it what that is made of, 购置40.00万元: parts would be counted twice. */
const hasTotals = (figures: readonly Figure[]): boolean =>
  figures.length > 1 && figures.some((figure) => /(?:增加|新增|减少)(?:额|数|合计)?$/.test(figure.lead.replace(/\s/g, '')))
