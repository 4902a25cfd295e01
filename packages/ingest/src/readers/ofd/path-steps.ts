/** OFD's short form of a path, `M 0 0 L 10 0 C`, as the steps that rules are found in. */
import { STEP } from '../../pages/drawn-rules.ts'

/** How many numbers follow each letter, and what step it is. An arc is a curve to its end: no rule in any case. */
const LETTERS: Readonly<Record<string, readonly [numbers: number, step: number]>> = {
  S: [2, STEP.move],
  M: [2, STEP.move],
  L: [2, STEP.line],
  Q: [4, STEP.quadratic],
  B: [6, STEP.curve],
  A: [7, STEP.curve],
  C: [0, STEP.close],
}

export function pathSteps(data: string): readonly number[] {
  const words = data.trim().split(/[\s,]+/)
  const steps: number[] = []
  for (let i = 0; i < words.length; ) {
    const word = words[i++] as string
    const letter = Object.hasOwn(LETTERS, word) ? LETTERS[word] : undefined
    if (!letter) continue
    const [count, step] = letter
    const numbers = words.slice(i, i + count).map((one) => Number(one) || 0)
    i += count
    if (numbers.length < count) break
    if (count === 7) steps.push(step, 0, 0, 0, 0, numbers[5] as number, numbers[6] as number)
    else steps.push(step, ...numbers)
  }
  return steps
}
