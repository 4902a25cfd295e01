/** Targets of rates by their names, wherever the report prints them: among its aims, in brackets, in the table of indicators. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { distinct } from './distinct-values.ts'

const MARKS = /[\s“”"'‘’（()）《》]/g
/** What stands between a rate's name and the value that is aimed at. */
const AIMED =
  /(?:的|年度|全年|预期)*(?:目标值?|指标值|计划值)?(?:为|是|应|均|都|要)*(?:不低于|不高于|不超过|不少于|低于|高于|控制在|保持在|稳定在|达到|达|为|是|[≥≤＞＜>=<])*$/
const AIM_WORDS = /目标|指标值|计划值/
/** Names of rates end so; shorter ones name nothing. */
const RATE_NAME = /([\u4e00-\u9fffA-Za-z]{1,12}(?:率|度|比例?))$/
const KEY = 2
const MAX_ALIKE = 40

/** The one target of a rate of this name; null where none, or several different ones, are printed. */
export type TargetOf = (rate: Figure) => Figure | null

/** Made once a report. */
export function targetsOf(set: ClaimSet): TargetOf {
  const byEnd = new Map<string, { readonly name: string; readonly figure: Figure }[]>()
  for (const figure of set.figures) {
    if (figure.dimension !== 'ratio' || figure.claim.quantity.hedge === 'about' || figure.periodKey === 'last' || !isAim(set, figure))
      continue
    const name = nameOf(figure)
    if (name === '') continue
    const alike = byEnd.get(name.slice(-KEY))
    if (alike === undefined) byEnd.set(name.slice(-KEY), [{ name, figure }])
    else if (alike.length < MAX_ALIKE) alike.push({ name, figure })
  }
  return (rate) => {
    const own = nameOf(rate)
    if (own.length <= KEY) return null
    const alike = (byEnd.get(own.slice(-KEY)) ?? []).filter(({ figure }) => figure.index !== rate.index)
    const same = alike.filter(({ name }) => name === own)
    const named = same.length > 0 ? same : alike.filter(({ name }) => name.length > KEY && (name.endsWith(own) || own.endsWith(name)))
    const figures = named.map(({ figure }) => figure)
    return distinct(figures) === 1 ? (figures[0] ?? null) : null
  }
}

const nameOf = ({ lead, seat, claim }: Figure): string =>
  RATE_NAME.exec((seat.kind === 'cell' ? claim.label : lead).replace(MARKS, '').replace(AIMED, ''))?.[1]?.replace(
    /^(?:及?以上|其中|确保|使)/,
    '',
  ) ?? ''

/** A bound, a cell of the column of targets, or a value in words that speak of aims. */
function isAim(set: ClaimSet, figure: Figure): boolean {
  const { claim, seat, compare, lead } = figure
  if (claim.role === 'target') return true
  if (seat.kind === 'cell' || claim.role === 'score' || claim.role === 'weight') return false
  if (compare !== null) return true
  if (!/(?:达到|达)\s*$/.test(lead)) return false
  const block = set.report.blocks[claim.anchor.block]
  const sentence = set.sentences[seat.sentence]
  const words =
    block !== undefined && 'text' in block && sentence !== undefined ? block.text.slice(sentence.start, sentence.start + 24) : ''
  return AIM_WORDS.test(words) || AIM_WORDS.test(set.sections[figure.section]?.title ?? '')
}
