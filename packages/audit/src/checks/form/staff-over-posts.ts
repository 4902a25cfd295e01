/** More people in post than posts: possible, and worth a word (framework ID-54). */
import { compare } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { textCheck } from '../text-check.ts'

const wording = {
  title: '实有人数超过编制数',
  remedy: '核对编制数和实有在编人数；含编外、聘用人员的，请分别列明。',
  explain: '同一句所列实有（在职）人数大于编制数，而该段没有提到编外、聘用、超编等情况。',
  titleEnglish: 'More staff than posts',
}

const EXPLAINED = /编外|聘|临时|超编|借调|挂职|劳务|派遣|公益|购买服务|三支一扶|西部计划|见习|离休|退休|遗属|合同/

export const staffOverPosts = textCheck(
  { id: 'staff-over-posts', kind: 'other', severity: 'info', wording, source: 'framework §6 ID-54' },
  (set, tell) => {
    for (const sentence of set.sentences) {
      const figures = sentence.figures.map((index) => set.figures[index] as Figure)
      const [posts, staff] = [only(figures, 'posts'), only(figures, 'staff')]
      if (posts === null || staff === null || staff.index < posts.index) continue
      const block = set.report.blocks[sentence.block]
      if (block === undefined || !('text' in block)) continue
      if (compare(staff.value, posts.value) <= 0) tell.pass()
      else if (EXPLAINED.test(block.text)) tell.notApplicable()
      else tell.fail(faultOf(set, posts, staff))
    }
  },
)

function faultOf(set: ClaimSet, posts: Figure, staff: Figure) {
  const says = `实有${sayFigure(staff)} > 编制${sayFigure(posts)}`
  return {
    message: `实有${sayFigure(staff)}，多于编制${sayFigure(posts)}，未见编外、聘用等说明，请核对。`,
    quotes: [quoteFigure(set, staff), quoteFigure(set, posts)] as const,
    computation: says,
    steps: ['依据：实有在编人数一般不超过编制数（勾稽 ID-54）', says],
    confidence: 0.7,
  }
}

/** The one figure of the unit's own in the sentence; null when there are more, or only of a part. */
function only(figures: readonly Figure[], concept: string): Figure | null {
  const found = figures.filter(
    ({ claim, dimension, compare: sign, periodKey }) =>
      claim.concept === concept &&
      dimension.startsWith('each:') &&
      sign === null &&
      periodKey !== 'last' &&
      claim.quantity.hedge === undefined,
  )
  const [first] = found
  return first === undefined || found.length > 1 || first.qualifier !== '' ? null : first
}
