/** The books are said to agree with what is there, and in another place not to: 药品账实相符 ↔ 药品账实不符. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { textCheck } from '../text-check.ts'
import { isNotYet, isOutlook, namesOtherYear, quoteClause, type Said, saidOf, sentenceText } from './said.ts'

const BOOKS = '账[实账证表卡款物]'
const AGREE = new RegExp(`${BOOKS}(?:、${BOOKS})*(?:均|都|全部|完全|基本)*(?:相符|一致|相一致)`)
const DIFFER = new RegExp(`${BOOKS}(?:、${BOOKS})*(?:存在)?(?:不(?:相)?(?:符|一致)|差异)|盘亏|盘盈`)
/** Mostly is not all; what was done to make them agree denies nothing. */
const NOT_SURE = /基本|确保|做到|达到|实现|保证|要求|应|制度|办法|是否|未|无|不存在|没有|后|整改|防止|避免/
/** What is counted: the one of the other says nothing of it. */
const THING =
  /固定资产|无形资产|公务用车|药品|耗材|卫生材料|库存物资|应急物资|救灾物资|防汛物资|物资|存货|库存现金|现金|银行存款|存款|图书|设备|粮食|大米|食材|资产|档案|票据|苗木|种子|物料|材料|文物|疫苗|器材/g

interface Told {
  readonly said: Said
  readonly things: readonly string[]
}

export const booksAgreeYetDiffer = textCheck(
  {
    id: 'books-agree-yet-differ',
    kind: 'contradiction',
    severity: 'warning',
    wording: {
      title: '前称账实相符，后称账实不符',
      remedy: '核对盘点结果，统一前后表述；属于不同资产或不同时点的，请写明。',
      explain:
        '同一类资产（药品、固定资产、物资等），一处写“账实相符”，另一处写“账实不符”“盘亏”“盘盈”。所指资产不同、指向其他年度、写“基本相符”或写整改后情况的，不作判断。',
      titleEnglish: 'Books said to agree, and yet to differ',
    },
    source: 'framework §6 ID-66',
  },
  (set, tell) => {
    const agreeing = toldIn(set, AGREE, true)
    if (agreeing.length === 0) return
    const differing = toldIn(set, DIFFER, false)
    for (const one of agreeing) {
      const other = differing.find((told) => told.said.sentence.index !== one.said.sentence.index && areOfOne(one, told))
      if (other === undefined) {
        tell.pass()
        continue
      }
      tell.fail(() => ({
        message: `此处称“${one.said.words}”，另一处称“${other.said.words}”，请核对盘点结果。`,
        quotes: [quoteClause(set, one.said), quoteClause(set, other.said)],
        computation: `“${one.said.words}” ↔ “${other.said.words}”`,
        steps: [`一处称相符：“${one.said.words}”`, `另一处称不符：“${other.said.words}”`],
        confidence: 0.8,
      }))
      return
    }
  },
)

/** No report says it more often. */
const MOST = 40
const LONGEST = 80

function toldIn(set: ClaimSet, words: RegExp, isClaim: boolean): Told[] {
  const found: Told[] = []
  for (const sentence of set.sentences) {
    const text = sentenceText(set, sentence)
    if (found.length >= MOST || !words.test(text) || isOutlook(set, sentence.section)) continue
    for (const said of saidOf(set, sentence)) {
      if (said.words.length > LONGEST || !words.test(said.words) || isNotYet(said.words)) continue
      if (isClaim && NOT_SURE.test(said.words.replace(/年末|盘点后/g, ''))) continue
      if (!isClaim && /未发现|无|没有|不存在|防止|避免/.test(said.words)) continue
      if (namesOtherYear(said.words, set.report.year)) continue
      found.push({ said, things: thingsIn(said.words, text) })
    }
  }
  return found
}

/** What the clause names; else what the sentence does. */
function thingsIn(clause: string, sentence: string): readonly string[] {
  const own = clause.match(THING) ?? []
  return own.length > 0 ? own : (sentence.slice(0, 200).match(THING) ?? [])
}

const areOfOne = (one: Told, other: Told): boolean => one.things.some((thing) => other.things.includes(thing))
