/** 多类对象分别计分: each group has points and a target of its own. SF-32. */
import { addRational, type Rational } from '@jiheng/quantity'
import type { Curve, Sign } from '../curve.ts'
import { exact, NOUGHT, show } from '../exact.ts'
import { open, points, type Scored, type Tell } from '../reading.ts'
import { scoreNumber } from '../score-number.ts'

export function scoreGroups(
  { groups }: Extract<Curve, { curve: 'groups' }>,
  values: Readonly<Record<string, Rational>>,
  sign: Sign,
  tell?: Tell,
): Scored {
  let sum = NOUGHT
  for (const { id, label, weight, target, curve } of groups) {
    const actual = Object.hasOwn(values, id) ? values[id] : undefined
    if (actual === undefined) return open('no-value', label)
    const own = tell === undefined ? undefined : (line: string) => tell(`${label}：${line}`)
    const scored = scoreNumber(curve, actual, { sign, value: exact(target) }, exact(weight), own)
    if (scored.kind === 'open') return scored
    sum = addRational(sum, scored.points)
  }
  tell?.(`各类合计 ${show(sum)} 分`)
  return points(sum)
}
