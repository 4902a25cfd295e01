/** One TextCode of OFD: characters, and how far each stands from the one before. */
import { displayWidth } from '../../characters.ts'
import { type Matrix, moved } from '../../pages/matrix.ts'
import type { Run } from '../../pages/page.ts'

export interface TextCode {
  readonly text: string
  /** Baseline of the first character, in the object's own space. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly scale: number
  /** Distances from character to character: `2.5 g 3 2.5` says 2.5 and three times 2.5. */
  readonly DeltaX: string
  readonly DeltaY: string
}

/** In ems, beyond the character's own width: after such a leap the next ones are another run. */
const LEAP = 0.4

export function textRuns({ text, x, y, size, scale, DeltaX, DeltaY }: TextCode, matrix: Matrix, take: (run: Run) => void): void {
  const characters = [...text.replace(/[\r\n\t]/g, ' ')]
  const across = distances(DeltaX, characters.length)
  const down = distances(DeltaY, characters.length)
  const [a, b, c, d] = matrix
  const length = Math.hypot(a, b)
  const em = size * Math.hypot(c, d)
  if (!(length > 0) || !(em >= 1) || !Number.isFinite(length + em)) return
  let run: { text: string; along: number[]; x: number; y: number } | null = null
  let right = 0
  let [atX, atY] = [x, y]
  const end = () => {
    if (!run) return
    const [px, py] = moved(matrix, run.x, run.y)
    const from = run.x
    take({
      text: run.text,
      x: px,
      y: py,
      ux: a / length,
      uy: b / length,
      along: [...run.along, right - from].map((far) => far * length),
      size: em,
    })
    run = null
  }
  for (const [i, character] of characters.entries()) {
    const width = size * scale * (displayWidth(character.charCodeAt(0)) / 2)
    if (run && (Math.abs(atX - right) > size * LEAP || Math.abs(atY - run.y) > size * LEAP)) end()
    run ??= { text: '', along: [], x: atX, y: atY }
    for (let unit = 0; unit < character.length; unit++) run.along.push(atX - run.x + (width * unit) / character.length)
    run.text += character
    const step = across[i] ?? (down[i] === undefined ? width : 0)
    // A proportional figure is as wide as its step says.
    right = atX + (step > 0 && step < width * 1.3 ? step : width)
    atX += step
    atY += down[i] ?? 0
  }
  end()
}

function distances(text: string, most: number): readonly number[] {
  const words = text.trim().split(/[\s,]+/)
  const found: number[] = []
  for (let i = 0; i < words.length && found.length < most; ) {
    if (words[i] !== 'g') {
      const number = Number(words[i++])
      if (words[i - 1] !== '') found.push(Number.isFinite(number) ? number : 0)
      continue
    }
    const count = Math.min(most - found.length, Math.max(0, Number(words[i + 1]) || 0))
    const value = Number(words[i + 2]) || 0
    for (let n = 0; n < count; n++) found.push(value)
    i += 3
  }
  return found
}
