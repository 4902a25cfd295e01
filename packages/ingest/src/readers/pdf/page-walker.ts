/** What drawing operations do to a page: where words and rules come to stand, and how much of it pictures cover. */
import type { Limits } from '../../limits.ts'
import { drawnRules } from '../../pages/drawn-rules.ts'
import { IDENTITY, type Matrix, moved, times } from '../../pages/matrix.ts'
import type { Box, PageContent, Run, Segment, Turned } from '../../pages/page.ts'
import { type Font, type Glyph, PLAIN_FONT, TextState } from './text-state.ts'

export interface PageFrame {
  readonly number: number
  readonly box: Box
  readonly turn: Turned
  readonly fontOf: (name: string) => Font | null
  readonly isVisible: (group: unknown) => boolean
}

interface Graphics {
  readonly matrix: Matrix
  readonly text: TextState
  /** Nothing was drawn since the matrix was last set. */
  isBlank: boolean
}

export class PageWalker {
  readonly #frame: PageFrame
  readonly #limits: Limits
  readonly #runs: Run[] = []
  readonly #segments: Segment[] = []
  readonly #stack: Graphics[] = []
  readonly #layers: boolean[] = []
  #hidden = 0
  #letters = 0
  #pictures = 0
  #isCut = false
  #matrix: Matrix = IDENTITY
  text = new TextState()
  #isBlank = false

  constructor(frame: PageFrame, limits: Limits) {
    this.#frame = frame
    this.#limits = limits
  }

  save(): void {
    if (this.#stack.length > DEEPEST) return
    this.#stack.push({ matrix: this.#matrix, text: this.text.copy(), isBlank: this.#isBlank })
    this.#isBlank = false
  }

  /** Pictures are not handed over: a picture's place is a unit square made large, in which nothing else was drawn. */
  restore(): void {
    if (this.#isBlank) this.#pictures += this.#unitSquare()
    const last = this.#stack.pop()
    if (!last) return
    this.#matrix = last.matrix
    this.text = last.text
    this.#isBlank = last.isBlank && !this.#isBlank
  }

  transform(matrix: Matrix): void {
    this.#matrix = times(this.#matrix, matrix)
    this.#isBlank = true
  }

  font(name: unknown, size: unknown): void {
    this.text.font = this.#frame.fontOf(String(name)) ?? PLAIN_FONT
    this.text.size = Number(size) || 0
  }

  show(glyphs: unknown): void {
    this.#isBlank = false
    if (!Array.isArray(glyphs)) return
    this.text.show(glyphs.filter(isLetter), this.#matrix, (run) => this.#take(run))
  }

  #take(run: Run): void {
    if (this.#hidden > 0) return
    this.#letters += run.text.length
    if (this.#letters > this.#limits.maxPageLetters) this.#isCut = true
    else this.#runs.push(run)
  }

  path(path: unknown, paint: { readonly isStroked: boolean; readonly isFilled: boolean }): void {
    this.#isBlank = false
    if (!isPath(path) || this.#hidden > 0) return
    if (paint.isStroked) drawnRules(path, this.#matrix, true, (segment) => this.#rule(segment))
    if (paint.isFilled) drawnRules(path, this.#matrix, false, (segment) => this.#rule(segment))
  }

  #rule(segment: Segment): void {
    if (this.#segments.length >= this.#limits.maxPageRules) this.#isCut = true
    else this.#segments.push(segment)
  }

  beginLayer(isVisible: boolean): void {
    this.#layers.push(isVisible)
    if (!isVisible) this.#hidden++
  }

  beginGroup(group: unknown): void {
    this.beginLayer(this.#frame.isVisible(group))
  }

  endLayer(): void {
    if (this.#layers.pop() === false) this.#hidden--
  }

  #unitSquare(): number {
    const [left, bottom, right, top] = this.#frame.box
    const corners = [moved(this.#matrix, 0, 0), moved(this.#matrix, 1, 0), moved(this.#matrix, 0, 1), moved(this.#matrix, 1, 1)]
    const xs = corners.map(([x]) => Math.min(right, Math.max(left, x)))
    const ys = corners.map(([, y]) => Math.min(top, Math.max(bottom, y)))
    const area = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
    return area / ((right - left) * (top - bottom))
  }

  finish(): PageContent {
    if (this.#isBlank) this.#pictures += this.#unitSquare()
    const { number, box, turn } = this.#frame
    const page = { number, box, turn, runs: this.#runs, segments: this.#segments }
    return { page, pictures: Math.min(1, this.#pictures), isCut: this.#isCut }
  }
}

const DEEPEST = 1_000

function isLetter(one: unknown): one is Glyph | number {
  if (typeof one === 'number') return Number.isFinite(one)
  return typeof one === 'object' && one !== null && typeof (one as Glyph).unicode === 'string' && Number.isFinite((one as Glyph).width)
}

const isPath = (path: unknown): path is ArrayLike<number> => path instanceof Float32Array || Array.isArray(path)
