/** 达到得满分，未达到不得分. SF-06, 11, the strict form of SF-05. */
import type { Rational } from '@jiheng/quantity'
import { NOUGHT, show } from '../exact.ts'
import { open, points, type Scored, type Target, type Tell } from '../reading.ts'
import { isReached, showTarget } from '../target-gap.ts'

export function scoreThreshold(actual: Rational, target: Target | null, weight: Rational, tell?: Tell): Scored {
  if (target === null) return open('no-target')
  const score = isReached(actual, target) ? weight : NOUGHT
  tell?.(`实际 ${show(actual)}，目标 ${showTarget(target)}：${score === weight ? '已达到' : '未达到'}，得 ${show(score)} 分`)
  return points(score)
}
