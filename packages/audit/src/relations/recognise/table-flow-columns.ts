/** Stocks in columns: 年初数 | 本年增加 | 本年减少 | 年末数. The heads say it, so one row is enough (framework ID-52). */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Column } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'
import { cite } from './identity-relation.ts'
import { cellOf, isAddable, stretchesOf } from './table-view.ts'

const OPENING = /(?:年初|期初|上年末|上年年末)(?:原值|账面原值|账面数|账面余额|余额|数|数量|金额|人数|存量|结存)?$/
const CLOSING = /(?<!上年|上)(?:年末|期末)(?:原值|账面原值|账面数|账面余额|余额|数|数量|金额|人数|存量|结存)?$/
const CAME = /(?:本年|本期|当年)?(?:增加|新增|购置|购入|调入)(?:额|数|数量|金额|人数)?$/
const WENT = /(?:本年|本期|当年)?(?:减少|处置|报废|调出|退出)(?:额|数|数量|金额|人数)?$/
const NO_STOCK = /预算|指标|目标|计划|占比|率|增减/

export function recogniseTableFlows(set: ClaimSet): NewRelation[] {
  return stretchesOf(set).flatMap((stretch) => {
    const { columns } = stretch
    const [opening, closing] = [sole(columns, OPENING), sole(columns, CLOSING)]
    const [came, went] = [sole(columns, CAME), sole(columns, WENT)]
    if (opening < 0 || closing < 0 || came < 0 || went < 0) return []
    return stretch.rows.flatMap((row) => {
      const [first, last, plus, minus] = [opening, closing, came, went].map((column) => cellOf(set, row, column))
      const members = [first, last, plus, minus].filter((figure) => figure !== null && figure !== undefined)
      const [start] = members
      if (start === undefined || members.length < 4) return []
      if (!members.every((figure) => figure.dimension === start.dimension && isAddable(figure, undefined))) return []
      const [open, close, added, taken] = members.map(({ index }) => index) as [number, number, number, number]
      const relation: NewRelation = {
        kind: 'difference',
        finding: 'difference',
        accused: close,
        certainty: 'error',
        source: { by: 'identity', ref: '年末数 = 年初数 + 本年增加 − 本年减少', citation: cite('ID-52') },
        readings: [
          { say: '年初数 + 本年增加 − 本年减少', equation: { form: 'linear', left: side([close]), right: side([open, added], [taken]) } },
        ],
      }
      return [relation]
    })
  })
}

/** The one column so named; -1 where none or more than one is. */
function sole(columns: readonly Column[], name: RegExp): number {
  const found = columns.flatMap(({ text }, at) => (name.test(text) && !NO_STOCK.test(text) ? [at] : []))
  return found.length === 1 ? (found[0] as number) : -1
}
