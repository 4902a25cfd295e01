/** 三公经费 and its parts in the same or the next paragraphs. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { roleClass } from './identity-facts.ts'
import { cite } from './identity-relation.ts'

/** The reading in which 会议费 and 培训费 are taken in. */
export const WITH_MEETINGS = '各项“三公”经费与会议费、培训费相加'

/** 三公 over the parts that the report gives; what it does not give may be zero, so only a slip accuses. */
export function recogniseThreePublicNear(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const total of (set.byConcept.get('three-public') ?? []).slice(0, 20)) {
    if (total.dimension !== 'money' || total.compare !== null || total.claim.role === 'change' || roleClass(total.claim.role) === null)
      continue
    const near = set.figures
      .slice(total.index + 1, total.index + 30)
      .filter(
        (figure) =>
          figure.claim.anchor.block - total.claim.anchor.block <= 3 &&
          figure.claim.anchor.block >= total.claim.anchor.block &&
          roleClass(figure.claim.role) === roleClass(total.claim.role) &&
          figure.seat.kind === 'text',
      )
    const first = (concept: string): Figure | undefined =>
      near.find(
        (figure) => figure.claim.concept === concept && figure.qualifier === total.qualifier && figure.periodKey === total.periodKey,
      )
    const vehicles = first('vehicles')
    const cars = vehicles === undefined ? [first('vehicle-purchase'), first('vehicle-running')] : [vehicles]
    const parts = [first('abroad'), ...cars, first('reception')].filter((figure) => figure !== undefined)
    if (parts.length < 2) continue
    const indexes = parts.map((part) => part.index)
    relations.push({
      kind: 'sum',
      finding: 'sum',
      accused: total.index,
      certainty: 'error',
      guard: 'slip',
      readings: [
        { say: '各项“三公”经费相加', equation: { form: 'linear', left: side([total.index]), right: side(indexes) } },
        ...withMeetings(total, parts, near),
      ],
      source: { by: 'identity', ref: '三公经费 = 出国 + 公车 + 接待', citation: cite('ID-26', '财预〔2016〕143号') },
    })
  }
  return relations
}

/** A total that takes in 会议费 and 培训费 is another scope and no wrong sum; checks/form/meetings-in-three-public.ts tells of it. */
function withMeetings(total: Figure, parts: readonly Figure[], near: readonly Figure[]): Reading[] {
  const others = near.filter(
    ({ claim, qualifier, periodKey }) =>
      (claim.concept === 'meeting' || claim.concept === 'training') && qualifier === total.qualifier && periodKey === total.periodKey,
  )
  if (others.length === 0 || others.length > 2) return []
  const right = side([...parts, ...others].map((figure) => figure.index))
  return [{ say: WITH_MEETINGS, equation: { form: 'linear', left: side([total.index]), right }, onlyExplains: true }]
}
