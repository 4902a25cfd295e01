/** A section headed 基本支出 or 项目支出 tells all spending, more than there was of its own. */
import { compare, formatDecimal } from '@jiheng/quantity'
import { type ConceptId, conceptById, DONE_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet, Section } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteBlock, quoteFigure, quoteNumber } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { textCheck } from '../text-check.ts'
import { textOf } from './said.ts'

const HEADED: readonly (readonly [RegExp, ConceptId])[] = [
  [/^基本支出(?:情况|决算情况)?$/, 'basic-expenditure'],
  [/^项目支出(?:情况|决算情况)?$/, 'project-expenditure'],
]
const ALL: ReadonlySet<ConceptId> = new Set(['expenditure', 'appropriation-expenditure'])

export const sectionOfOtherSpending = textCheck(
  {
    id: 'section-of-other-spending',
    kind: 'contradiction',
    severity: 'warning',
    wording: {
      title: '标题与所述支出不符',
      remedy: '补写该类支出的数额和构成，或更正标题。',
      explain: '标题为“基本支出”或“项目支出”的一节没有写该类支出，写的是大于该类支出的全部支出。',
      titleEnglish: 'A section tells other spending than its title',
    },
    source: 'framework §6 ID-66',
  },
  (set, tell) => {
    const inSection = figuresBySection(set)
    for (const section of set.sections) {
      const title = section.title.replace(/[\s。：:]/g, '')
      const concept = HEADED.find(([form]) => form.test(title))?.[1]
      if (concept === undefined) continue
      const own = (set.byConcept.get(concept) ?? []).filter(isSpent)
      const inside = inSection.get(section.index) ?? []
      const [elsewhere] = own.filter((figure) => figure.seat.kind === 'text')
      if (elsewhere === undefined || inside.length === 0 || isTold(set, section, concept, inside, own)) continue
      const all = inside.find(
        (figure) => ALL.has(figure.claim.concept ?? '') && isSpent(figure) && compare(figure.value, elsewhere.value) > 0,
      )
      if (all === undefined) {
        tell.pass()
        continue
      }
      const name = conceptById(concept)?.label ?? ''
      tell.fail({
        message: `本节标题为“${title}”，所述却是${all.claim.label}${sayFigure(all)}，大于另处所列${name}${sayFigure(elsewhere)}，请核对标题或内容。`,
        quotes: [quoteFigure(set, all), quoteTitle(set, section.block), quoteFigure(set, elsewhere)],
        computation: `${all.claim.label}${sayFigure(all)} > ${name}${sayFigure(elsewhere)}`,
        steps: [`标题：${title}`, `节内所述：${all.claim.label}${sayFigure(all)}`, `另处所列：${name}${sayFigure(elsewhere)}`],
        confidence: 0.75,
      })
    }
  },
)

const quoteTitle = (set: ClaimSet, block: number): Quote => {
  const content = set.report.blocks[block]
  const number = content?.kind === 'heading' ? content.number : content?.kind === 'paragraph' ? content.lead?.number : null
  return number ? quoteNumber(set, block) : quoteBlock(set, block)
}

const isSpent = (figure: Figure): boolean =>
  figure.dimension === 'money' &&
  figure.periodKey === '' &&
  DONE_ROLES.has(figure.claim.role) &&
  figure.qualifier.replace(/^[（(]?\d{1,2}[）)]?[.．、]?/, '') === ''

/** Figures of a section's own blocks, up to the next heading. */
function figuresBySection(set: ClaimSet): Map<number, Figure[]> {
  const found = new Map<number, Figure[]>()
  for (const figure of set.figures) {
    const group = found.get(figure.section)
    if (group === undefined) found.set(figure.section, [figure])
    else group.push(figure)
  }
  return found
}

/** The section names its own spending after the title, or prints its value. */
function isTold(set: ClaimSet, section: Section, concept: ConceptId, inside: readonly Figure[], own: readonly Figure[]): boolean {
  const name = conceptById(concept)?.label ?? ''
  const values = new Set(own.slice(0, 50).map(({ value }) => formatDecimal(value)))
  if (inside.some(({ value }) => values.has(formatDecimal(value)))) return true
  const next = set.sections[section.index + 1]?.block ?? set.report.blocks.length
  const title = textOf(set, section.block) ?? ''
  if (title.indexOf(name) !== title.lastIndexOf(name)) return true
  for (let block = section.block + 1; block < next; block++) if ((textOf(set, block) ?? name).includes(name)) return true
  return false
}
