/** How a page's text is set: its margins, the distance of its lines, and what its paragraphs begin with. */
import { readNumber } from '../tidy/numbering.ts'
import type { PageItems } from './page-items.ts'
import type { TextLine } from './text-line.ts'

export interface Measure {
  readonly left: number
  readonly right: number
  /** From baseline to baseline. */
  readonly pitch: number
  /** An em of most of the text. */
  readonly size: number
  /** First lines of paragraphs stand further in than the others. */
  readonly isIndented: boolean
  /** So do lines that begin with a number: one at the margin is in the middle of a paragraph. */
  readonly numbersAreIndented: boolean
  /** Paragraphs are set apart by more than the distance of lines. */
  readonly isSpaced: boolean
}

const NOTHING: Measure = {
  left: 0,
  right: Number.POSITIVE_INFINITY,
  pitch: Number.POSITIVE_INFINITY,
  size: 0,
  isIndented: false,
  numbersAreIndented: false,
  isSpaced: false,
}
/** Shorter lines say nothing about margins. */
const LONG = 8
/** Part of the page's width: where all lines are shorter, the margin is not where they end. */
const NARROWEST = 0.5
const FEW = 6
const FEWEST_NUMBERS = 4
const SAME = 2
/** Marks that setters let stand in the margin. */
const MAY_HANG = /[，。、；：！？）》”’〉】]$/

/** The measure of each page: of pages of one size together, and of the page itself where it has lines enough to tell. */
export function measures(pages: readonly PageItems[]): ReadonlyMap<PageItems, Measure> {
  const bySize = new Map<string, PageItems[]>()
  for (const page of pages) {
    const size = `${Math.round(page.sheet.width / 10)} ${Math.round(page.sheet.height / 10)}`
    const same = bySize.get(size)
    if (same) same.push(page)
    else bySize.set(size, [page])
  }
  const found = new Map<PageItems, Measure>()
  for (const group of bySize.values()) {
    const all = measureOf(group)
    for (const page of group) found.set(page, ownMeasure(page, all))
  }
  return found
}

/** A page may have margins of its own. */
function ownMeasure(page: PageItems, all: Measure): Measure {
  const own = measureOf([page])
  const full = linesOf(page).filter(({ x1, x2 }) => x1 <= own.left + SAME && x2 >= own.right - SAME)
  return full.length >= FEW && Number.isFinite(own.right) ? { ...all, left: own.left, right: own.right, pitch: own.pitch } : all
}

function linesOf({ items }: PageItems): readonly TextLine[] {
  return items.flatMap((item) => (item.kind === 'line' && !item.line.isSpread ? [item.line] : []))
}

function measureOf(pages: readonly PageItems[]): Measure {
  const lines = pages.flatMap(linesOf).filter(({ text }) => text.length >= LONG)
  if (lines.length === 0) return NOTHING
  const left = outermost(
    lines.map(({ x1 }) => x1),
    Math.max(2, lines.length * 0.08),
  )
  const unhung = lines.filter(({ text }) => !MAY_HANG.test(text))
  const ends = (unhung.length > lines.length * 0.2 ? unhung : lines).map(({ x2 }) => -x2)
  const widest = -outermost(ends, Math.max(2, ends.length * 0.12))
  const isColumn = widest - left > (pages[0] as PageItems).sheet.width * NARROWEST
  const right = isColumn ? widest : Number.POSITIVE_INFINITY
  const steps = pages.flatMap(stepsOf).sort((a, b) => a - b)
  const pitch = steps[Math.floor(steps.length * 0.4)] ?? Number.POSITIVE_INFINITY
  const isIn = ({ x1, size }: TextLine) => x1 - left > size * 1.2 && x1 - left < size * 3.2
  const indented = lines.filter(isIn).length
  const numbered = pages.flatMap(linesOf).filter(({ text }) => readNumber(text) !== null)
  const numbersAreIndented = numbered.length >= FEWEST_NUMBERS && numbered.filter(isIn).length >= numbered.length * 0.7
  const apart = steps.filter((step) => step > pitch * 1.2 && step < pitch * 3).length
  const size = mostLetters(lines)
  return { left, right, pitch, size, isIndented: indented >= lines.length * 0.1, numbersAreIndented, isSpaced: apart >= steps.length * 0.1 }
}

/** The smallest value that so many others are near to; the smallest of all when none is. */
function outermost(values: readonly number[], least: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  let next = 0
  for (const [i, value] of sorted.entries()) {
    while (next < sorted.length && (sorted[next] as number) <= value + SAME) next++
    if (next - i >= least) return value
  }
  return sorted[0] as number
}

function mostLetters(lines: readonly TextLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length)
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0]
}

/** Distances of lines of one size that follow each other. */
function stepsOf(page: PageItems): readonly number[] {
  return page.items.flatMap((item, i) => {
    const above = page.items[i - 1]
    if (item.kind !== 'line' || above?.kind !== 'line' || above.line.text.length < LONG || !isSameSize(item.line, above.line)) return []
    const step = item.line.y - above.line.y
    return step > item.line.size * 0.8 ? [step] : []
  })
}

export function isSameSize(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * 0.1
}
