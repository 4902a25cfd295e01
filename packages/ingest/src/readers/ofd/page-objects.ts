/** The objects of an OFD page: texts with the place of each character, paths, pictures. Lengths in the file are millimetres, y downwards. */
import type { Attributes, XmlHandler } from '@jiheng/ooxml'
import { drawnRules } from '../../pages/drawn-rules.ts'
import { type Matrix, times, toMatrix } from '../../pages/matrix.ts'
import type { Box, Run, Segment } from '../../pages/page.ts'
import { boxIn, numbersIn } from './document.ts'
import { pathSteps } from './path-steps.ts'
import { textRuns } from './text-runs.ts'

const POINTS = 72 / 25.4

export interface PageObjects {
  readonly box: Box | null
  readonly templates: readonly string[]
}

export interface TakeObjects {
  readonly run: (run: Run) => void
  readonly rule: (segment: Segment) => void
  readonly picture: (area: number) => void
}

/** From millimetres in the page to points of a space whose origin is at the bottom left. */
export function pageSpace([left, , , bottom]: Box): Matrix {
  return [POINTS, 0, 0, -POINTS, -left * POINTS, bottom * POINTS]
}

export function pageBox([left, top, right, bottom]: Box): Box {
  return [0, 0, (right - left) * POINTS, (bottom - top) * POINTS]
}

/** A handler for the XML of one page or template. `space` is asked once the first object comes: the page's box stands before it. */
export class PageObjectsReader implements XmlHandler {
  readonly #take: TakeObjects
  readonly #space: (own: Box | null) => Matrix
  readonly templates: string[] = []
  box: Box | null = null
  #text = ''
  /** Of the object that is being read. */
  #object: Attributes = {}
  #matrix: Matrix | null = null
  #code: Attributes = {}
  #place = { x: 0, y: 0 }
  /** Elements inside an object that is not shown, or inside another one's clip. */
  #skipped = 0

  constructor(take: TakeObjects, space: (own: Box | null) => Matrix) {
    this.#take = take
    this.#space = space
  }

  readonly open = (name: string, attributes: Attributes): void => {
    this.#text = ''
    if (this.#skipped > 0 || name === 'Clips' || attributes.Visible === 'false') this.#skipped++
    else if (name === 'Template' && attributes.TemplateID !== undefined) this.templates.push(attributes.TemplateID)
    else if (name === 'TextObject' || name === 'PathObject' || name === 'ImageObject') this.#begin(name, attributes)
    else if (name === 'TextCode') this.#code = attributes
  }

  readonly close = (name: string): void => {
    if (this.#skipped > 0) this.#skipped--
    else if (name === 'PhysicalBox') this.box ??= boxIn(this.#text)
    else if (name === 'TextCode') this.#endText()
    else if (name === 'AbbreviatedData') this.#endPath()
    this.#text = ''
  }

  readonly text = (more: string): void => {
    this.#text += more
  }

  #begin(name: string, attributes: Attributes): void {
    this.#object = attributes
    this.#place = { x: 0, y: 0 }
    const [x = 0, y = 0, width = 0, height = 0] = numbersIn(attributes.Boundary ?? '')
    const own = attributes.CTM === undefined ? null : numbersIn(attributes.CTM)
    const placed = times(this.#space(this.box), [1, 0, 0, 1, x, y])
    this.#matrix = own && own.length >= 6 ? times(placed, toMatrix(own)) : placed
    if (name === 'ImageObject') this.#take.picture(Math.abs(width * height) * POINTS * POINTS)
  }

  #endText(): void {
    const { X, Y, DeltaX = '', DeltaY = '' } = this.#code
    this.#place = { x: numberOr(X, this.#place.x), y: numberOr(Y, this.#place.y) }
    const size = numberOr(this.#object.Size, 0)
    const scale = numberOr(this.#object.HScale, 1)
    if (this.#matrix) textRuns({ text: this.#text, ...this.#place, size, scale, DeltaX, DeltaY }, this.#matrix, this.#take.run)
  }

  #endPath(): void {
    if (!this.#matrix) return
    const steps = pathSteps(this.#text)
    const { Stroke = 'true', Fill = 'false' } = this.#object
    if (Stroke !== 'false') drawnRules(steps, this.#matrix, true, this.#take.rule)
    if (Fill === 'true') drawnRules(steps, this.#matrix, false, this.#take.rule)
  }
}

function numberOr(text: string | undefined, otherwise: number): number {
  const number = Number(text)
  return text === undefined || text.trim() === '' || !Number.isFinite(number) ? otherwise : number
}
