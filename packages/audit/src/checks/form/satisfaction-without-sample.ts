/** A satisfaction rate, and nowhere in the report a word of whom was asked. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { indicatorRows } from '../../claims/indicator-rows.ts'
import { nameOf } from '../../findings/explain.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { textCheck } from '../text-check.ts'

const wording = {
  title: '满意度未说明调查情况',
  remedy: '补充满意度的来源：调查方式、对象、发放和收回的份数。',
  explain: '报告给出满意度的百分比，而全文没有提到问卷、调查、样本、访谈、测评等来源。目标值不在此列，一份报告只报一条。',
  titleEnglish: 'A satisfaction rate without any survey',
}

/** Characters of running text. */
const ENOUGH_TEXT = 1500
const SOURCE =
  /问卷|调查|样本|抽样|抽查|访谈|走访|回访|测评|评议|评价器|好差评|有效票|投票|收回|回收|发放.{0,6}份|受访|满意度平台|座谈|暗访|第三方|征求意见|意见征集|评价系统|满意的?\d|\d[人份户件](?:表示)?满意|办结.{0,30}满意率|回复.{0,30}满意率|工单|热线|考评|民意|信件|留言/

export const satisfactionWithoutSample = textCheck(
  { id: 'satisfaction-without-sample', kind: 'missing-section', severity: 'info', wording, source: 'framework §5.5；校核实务' },
  (set, tell) => {
    const rates = [...inTables(set), ...set.figures.filter((figure) => isToldInText(figure) && !isRanked(set, figure))].sort(
      (a, b) => a.index - b.index,
    )
    if (rates.length === 0) return
    // Forms alone have no place to say it.
    if (rates.every(({ seat }) => seat.kind === 'cell') && textLength(set) < ENOUGH_TEXT) {
      tell.notApplicable()
      return
    }
    if (
      set.report.blocks.some((block) =>
        SOURCE.test(block.kind === 'attachment' ? block.title : 'text' in block ? block.text : block.at.original),
      )
    ) {
      tell.pass()
      return
    }
    const first = rates[0] as Figure
    const said = rates.slice(0, 6).map((figure) => `${nameOf(figure)} ${sayFigure(figure)}`)
    tell.fail({
      message: `${nameOf(first)}为${sayFigure(first)}，全文未提到调查或评价的来源，请补充调查方式、对象和份数。`,
      quotes: [quoteFigure(set, first), ...rates.slice(1, 4).map((figure) => quoteFigure(set, figure))],
      computation: said[0] as string,
      steps: [...said, '全文未见问卷、调查、样本、访谈、测评等说明'],
    })
  },
)

/** A rank is given by somebody who has asked: 满意度98%，位列全市第三. */
function isRanked(set: ClaimSet, { seat, claim }: Figure): boolean {
  const sentence = seat.kind === 'text' ? set.sentences[seat.sentence] : undefined
  const block = set.report.blocks[claim.anchor.block]
  if (sentence === undefined || block === undefined || !('text' in block)) return false
  return /位列|位居|排名|名列|全[国省市州县区][^，。]{0,4}第/.test(block.text.slice(sentence.start, sentence.end))
}

const textLength = (set: ClaimSet): number => set.report.blocks.reduce((sum, block) => sum + ('text' in block ? block.text.length : 0), 0)

function inTables(set: ClaimSet): Figure[] {
  return indicatorRows(set).flatMap(({ name, actual }) =>
    /满意/.test(name) && actual?.figure?.dimension === 'ratio' && actual.figure.compare === null ? [actual.figure] : [],
  )
}

/** What was reached, not what was aimed at. */
function isToldInText(figure: Figure): boolean {
  if (figure.seat.kind === 'cell' || figure.dimension !== 'ratio' || figure.compare !== null) return false
  if (['target', 'weight', 'score', 'share'].includes(figure.claim.role)) return false
  return /满意(?:度|率)/.test(figure.claim.label + figure.lead) && !/目标|计划|预期|力争|不低于|应|指标值|年初|设定|分值/.test(figure.lead)
}
