/** Walks over the drawing operations of a page: words, rules, and how much of it pictures cover. */
import type { Limits } from '../../limits.ts'
import { drawnRules } from '../../pages/drawn-rules.ts'
import { IDENTITY, type Matrix, moved, times, toMatrix } from '../../pages/matrix.ts'
import type { Box, PageContent, Run, Segment } from '../../pages/page.ts'
import type { OperationNumbers, Operators } from './library.ts'
import { type Font, type Glyph, PLAIN_FONT, TextState } from './text-state.ts'

export interface PageFrame {
  readonly number: number
  readonly box: Box
  readonly fontOf: (name: string) => Font | null
  readonly isVisible: (group: unknown) => boolean
}

export function pageContent(
  { fnArray, argsArray }: Operators,
  operations: OperationNumbers,
  frame: PageFrame,
  limits: Limits,
): PageContent {
  const walker = new Walker(frame, limits)
  const handlers = handlersOf(walker, operations)
  for (let i = 0; i < fnArray.length; i++) handlers[fnArray[i] as number]?.((argsArray[i] ?? []) as readonly unknown[])
  return walker.finish()
}

interface Graphics {
  readonly matrix: Matrix
  readonly text: TextState
  /** Something was drawn since the matrix was last set. */
  isBlank: boolean
}

class Walker {
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
    const { number, box } = this.#frame
    return { page: { number, box, runs: this.#runs, segments: this.#segments }, pictures: Math.min(1, this.#pictures), isCut: this.#isCut }
  }
}

const DEEPEST = 1_000

function isLetter(one: unknown): one is Glyph | number {
  if (typeof one === 'number') return Number.isFinite(one)
  return typeof one === 'object' && one !== null && typeof (one as Glyph).unicode === 'string' && Number.isFinite((one as Glyph).width)
}

const isPath = (path: unknown): path is ArrayLike<number> => path instanceof Float32Array || Array.isArray(path)

type Handler = (args: readonly unknown[]) => void

const figure = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

function handlersOf(walker: Walker, operations: OperationNumbers): readonly (Handler | undefined)[] {
  const named: Readonly<Record<string, Handler>> = {
    save: () => walker.save(),
    restore: () => walker.restore(),
    transform: (args) => walker.transform(toMatrix(args)),
    paintFormXObjectBegin: ([matrix]) => {
      walker.save()
      walker.transform(toMatrix(matrix))
    },
    paintFormXObjectEnd: () => walker.restore(),
    beginAnnotation: ([, , transform, matrix]) => {
      walker.save()
      walker.transform(toMatrix(transform))
      walker.transform(toMatrix(matrix))
    },
    endAnnotation: () => walker.restore(),
    beginMarkedContent: () => walker.beginLayer(true),
    beginMarkedContentProps: ([tag, group]) => (tag === 'OC' ? walker.beginGroup(group) : walker.beginLayer(true)),
    endMarkedContent: () => walker.endLayer(),
    beginText: () => walker.text.begin(),
    setTextMatrix: ([matrix]) => walker.text.begin(toMatrix(matrix)),
    moveText: ([x, y]) => walker.text.move(figure(x), figure(y)),
    setLeading: ([leading]) => {
      walker.text.leading = -figure(leading)
    },
    setLeadingMoveText: ([x, y]) => {
      walker.text.leading = figure(y)
      walker.text.move(figure(x), figure(y))
    },
    nextLine: () => walker.text.move(0, walker.text.leading),
    setCharSpacing: ([spacing]) => {
      walker.text.charSpacing = figure(spacing)
    },
    setWordSpacing: ([spacing]) => {
      walker.text.wordSpacing = figure(spacing)
    },
    setHScale: ([scale]) => {
      walker.text.scale = figure(scale) / 100
    },
    setTextRise: ([rise]) => {
      walker.text.rise = figure(rise)
    },
    setFont: ([name, size]) => walker.font(name, size),
    setGState: ([states]) => {
      for (const [key, value] of entriesIn(states)) if (key === 'Font' && Array.isArray(value)) walker.font(value[0], value[1])
    },
    showText: ([glyphs]) => walker.show(glyphs),
    constructPath: ([paint, data]) => {
      const [path] = Array.isArray(data) ? data : []
      walker.path(path, {
        isStroked: STROKING.some((name) => operations[name] === paint),
        isFilled: FILLING.some((name) => operations[name] === paint),
      })
    },
  }
  const handlers: Handler[] = []
  for (const [name, handler] of Object.entries(named)) {
    const number = operations[name]
    if (number !== undefined) handlers[number] = handler
  }
  return handlers
}

const STROKING = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const FILLING = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']

function entriesIn(states: unknown): readonly (readonly [unknown, unknown])[] {
  return Array.isArray(states) ? states.filter((one): one is [unknown, unknown] => Array.isArray(one)) : []
}
