/** "本次考核满分100分" over headings with 满分 of their own: the weights of all scored parts of one level, and of those that apply. */
import type { ClaimSet, Section } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'

const WHOLE = /(?:满分|总分值?|分值合计|总分值)(?:合计|共计|共|为|是)*$/
const APPLICABLE = /适用.{0,6}(?:满分|总分|分值|权重)(?:合计|之和)?(?:为|是|共|共计)?$/
/** Parts outside of the hundred. */
const ASIDE = /加分|附加|扣分|奖励|否决|存在的?问题/
const LEAST_PARTS = 3
const MAX_PARTS = 40

interface Part {
  readonly weight: Figure
  readonly isApplicable: boolean
}

export function recogniseOutlineWeights(set: ClaimSet): NewRelation[] {
  const parts = partsOf(set)
  if (parts === null) return []
  const own = new Set(parts.map(({ weight }) => weight.index))
  return set.figures.flatMap((figure) => {
    if (figure.dimension !== 'point' || figure.seat.kind !== 'text' || own.has(figure.index) || figure.compare !== null) return []
    const lead = figure.lead.replace(/\s/g, '')
    const applies = APPLICABLE.test(lead)
    if (!applies && !(WHOLE.test(lead) && (isBefore(figure, parts) || isSummary(figure, lead, parts)))) return []
    const members = parts.filter(({ isApplicable }) => !applies || isApplicable).map(({ weight }) => weight.index)
    return [
      {
        kind: 'sum',
        finding: 'weight-total',
        accused: figure.index,
        certainty: 'warning',
        source: { by: 'scheme', ref: applies ? '适用项目的满分相加' : '各部分满分相加', citation: '勾稽 ID-41' },
        readings: [{ say: '各部分满分相加', equation: { form: 'linear', left: side([figure.index]), right: side(members) } }],
      },
    ]
  })
}

/** What is said of the whole stands in front of its parts. */
const isBefore = (figure: Figure, parts: readonly Part[]): boolean => figure.index < (parts[0]?.weight.index ?? 0)

/** "以上满分合计100分" below the last of them. */
const isSummary = (figure: Figure, lead: string, parts: readonly Part[]): boolean =>
  /^(?:以上|上述)/.test(lead) && figure.index > (parts.at(-1)?.weight.index ?? 0)

/** The parts of the highest level on which headings carry weights; every heading beside them must carry one, but for those aside. */
function partsOf(set: ClaimSet): Part[] | null {
  const weights = new Map<number, Figure>()
  for (const section of set.sections) {
    const weight = weightOf(set, section)
    if (weight !== null) weights.set(section.index, weight)
  }
  const level = Math.min(...set.sections.filter(({ index }) => weights.has(index)).map((section) => section.level))
  const first = set.sections.find((section) => section.level === level && weights.has(section.index))
  if (first === undefined) return null
  const siblings = set.sections.filter(
    (section) => section.parent === first.parent && section.level === level && section.index >= first.index,
  )
  const scored = siblings.filter(({ title }) => !ASIDE.test(title))
  if (scored.length < LEAST_PARTS || scored.length > MAX_PARTS || scored.some(({ index }) => !weights.has(index))) return null
  // Weights of the same level under another heading belong to the whole as well, and nobody says how.
  if (set.sections.some((section) => section.level === level && section.parent !== first.parent && weights.has(section.index))) return null
  return scored.map((section) => ({
    weight: weights.get(section.index) as Figure,
    isApplicable: !/不适用|不涉及|不参与/.test(textOf(set, section)),
  }))
}

/** The only weight in the line of a heading; in a paragraph, in its first sentence, since its items may follow. */
function weightOf(set: ClaimSet, { block }: Section): Figure | null {
  const first = set.sentencesOf.get(block)?.[0]
  const behindTitle = set.figures[first?.figures[0] ?? -1]
  if (first !== undefined && behindTitle !== undefined && isBehindTitle(first, behindTitle)) return behindTitle
  const found = (first?.figures ?? [])
    .map((index) => set.figures[index] as Figure)
    .filter(({ claim, dimension, seat }) => claim.role === 'weight' && dimension === 'point' && seat.kind === 'text')
  return found.length === 1 && found[0]?.compare === null ? found[0] : null
}

/** "2.预算管理（20分）。": points alone in the bracket that closes the title are its full marks, whatever the title is. */
const isBehindTitle = ({ clauses }: Sentence, { dimension, seat, claim, compare, lead, tail }: Figure): boolean =>
  dimension === 'point' &&
  seat.kind === 'text' &&
  seat.clause === 1 &&
  /[（(]/.test(clauses[1]?.opener ?? '') &&
  (clauses[1]?.figures.length ?? 0) === 1 &&
  claim.role !== 'score' &&
  compare === null &&
  tail === '' &&
  !/[扣加减]/.test(lead)

function textOf(set: ClaimSet, { block }: Section): string {
  const content = set.report.blocks[block]
  return content !== undefined && 'text' in content ? content.text : ''
}
