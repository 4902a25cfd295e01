/** 要点计分: points for each thing in order. SF-12. */
import type { Rational } from '@jiheng/quantity'
import { addRational } from '@jiheng/quantity'
import type { Curve } from '../curve.ts'
import { clip, exact, NOUGHT, over, show, times, wholeNumber } from '../exact.ts'
import { open, points, type Scored, type Tell } from '../reading.ts'

export function scoreCheckPoints(
  { checks }: Extract<Curve, { curve: 'check-points' }>,
  met: readonly string[],
  weight: Rational,
  tell?: Tell,
): Scored {
  const unknown = met.find((id) => !checks.some((check) => check.id === id))
  if (unknown !== undefined) return open('unknown-check', unknown)
  const each = over(weight, wholeNumber(BigInt(checks.length)))
  let sum = NOUGHT
  for (const { id, label, points: own } of checks) {
    const isMet = met.includes(id)
    const worth = own === null ? each : exact(own)
    if (isMet) sum = addRational(sum, worth)
    tell?.(`${isMet ? '√' : '×'} ${label}：${isMet ? `得 ${show(worth)} 分` : `不得分（${show(worth)} 分）`}`)
  }
  const score = clip(sum, weight)
  tell?.(`合计 ${show(score)} 分${show(times(sum, wholeNumber(1n))) === show(score) ? '' : '（以分值为限）'}`)
  return points(score)
}
