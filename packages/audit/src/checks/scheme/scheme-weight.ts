/** Points of an indicator that are not those of the scheme. */
import { compare, decimal } from '@jiheng/quantity'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { textCheck } from '../text-check.ts'
import { cite, indicatorsOf, matchRows } from './scheme-rows.ts'

const wording = {
  title: '分值与评分细则不一致',
  remedy: '按评分细则核对该指标的分值；当地另有规定的，请说明依据。',
  explain: '给出或认出评分细则时，表中与细则同名的指标，其分值应与细则相同。细则没有规定分值的不核对。',
  titleEnglish: 'Points that are not those of the scheme',
}

export const schemeWeight = textCheck(
  { id: 'scheme-weight', kind: 'scoring-rule', severity: 'error', wording, source: '给定的评分细则' },
  (set, tell, _context, { scheme }) => {
    if (scheme === null) return
    for (const { row, of } of matchRows(set, indicatorsOf(scheme.version))) {
      const printed = row.weight?.figure ?? null
      if (of.weight === null || printed === null) continue
      if (compare(printed.value, decimal(of.weight)) === 0) {
        tell.pass()
        continue
      }
      tell.fail({
        message: `“${of.label}”分值写为 ${sayFigure(printed)}，${scheme.label}规定为 ${of.weight} 分，请核对。`,
        quotes: [quoteFigure(set, printed)],
        computation: `${sayFigure(printed)} ≠ ${of.weight}分`,
        steps: [`依据：${cite(scheme.version)}`, `细则：${of.label} ${of.weight} 分`, `所写：${sayFigure(printed)}`],
        expected: `${of.weight}分`,
        repair: { from: sayFigure(printed), to: `${of.weight}分`, reason: 'recomputed' },
      })
    }
  },
)
