/** Indicators of the scheme that the table leaves out. */
import { indicatorRows, indicatorTables } from '../../claims/indicator-rows.ts'
import { quoteCell } from '../../findings/quote.ts'
import { textCheck } from '../text-check.ts'
import { cite, indicatorsOf, matchRows, plainLabel } from './scheme-rows.ts'

const wording = {
  title: '自评表缺少评分细则的指标',
  remedy: '补列这些指标；不适用的，按细则注明不适用及原因。',
  explain: '给出或认出评分细则，且表中多数指标与细则同名时，细则列有而表中没有的指标汇总为一条。',
  titleEnglish: 'Indicators of the scheme that the table leaves out',
}

/** A table that has fewer of them follows another form. */
const MOST = 0.5
const MOST_NAMED = 12

export const schemeIndicatorMissing = textCheck(
  { id: 'scheme-indicator-missing', kind: 'missing-section', severity: 'warning', wording, source: '给定的评分细则' },
  (set, tell, _context, { scheme }) => {
    const [table] = indicatorTables(set)
    const first = table?.rows[0]
    if (scheme === null || first === undefined) return
    const asked = indicatorsOf(scheme.version).filter(({ isBonus }) => !isBonus)
    const matched = matchRows(set, asked)
    if (asked.length === 0 || matched.length < asked.length * MOST) return tell.notApplicable()
    // A name that stands twice in the scheme or in the table is there, though it is open which is which.
    const named = new Set(indicatorRows(set).map(({ name }) => plainLabel(name)))
    const missing = asked.filter(({ label }) => !named.has(plainLabel(label)))
    if (missing.length === 0) return tell.pass()
    const names = missing.slice(0, MOST_NAMED).map(({ label }) => `“${label}”`)
    tell.fail({
      message: `${scheme.label}列有${names.join('')}${missing.length > names.length ? `等${missing.length}项` : ''}，自评表中没有，请补列或注明不适用。`,
      quotes: [quoteCell(set, first.block, first.row, first.score?.column ?? 0)],
      computation: `细则 ${asked.length} 项，表中同名 ${matched.length} 项`,
      steps: [
        `依据：${cite(scheme.version)}`,
        ...missing.slice(0, MOST_NAMED).map(({ label, weight }) => `缺少：${label}${weight === null ? '' : `（${weight} 分）`}`),
      ],
      confidence: 0.8,
    })
  },
)
