/** Straight lines in a path: strokes along the axes, and filled boxes too thin to be areas. Some programs draw rules the one way, some the other. */

import { type Matrix, moved } from './matrix.ts'
import type { Segment } from './page.ts'

/** Points. A filled box that is thicker is a background. */
const THICKEST = 2.5

/** The numbers that the PDF library gives to steps: with two, two, six, four and no coordinates. */
export const STEP = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const

type Point = readonly [x: number, y: number]

/** `path` is a list of steps, each a number of `STEP` and its coordinates. */
export function drawnRules(path: ArrayLike<number>, matrix: Matrix, isStroked: boolean, take: (segment: Segment) => void): void {
  for (const points of outlines(path, matrix)) {
    if (isStroked) strokes(points, take)
    else thinBox(points, take)
  }
}

/** Straight outlines; those with a curve in them are left out. */
function outlines(path: ArrayLike<number>, matrix: Matrix): readonly (readonly Point[])[] {
  const found: Point[][] = []
  let points: Point[] = []
  let isCurved = false
  const end = () => {
    if (points.length > 1 && !isCurved) found.push(points)
    isCurved = false
  }
  for (let i = 0; i < path.length; ) {
    const step = path[i++]
    if (step === STEP.move || step === STEP.line) {
      const point = moved(matrix, path[i] as number, path[i + 1] as number)
      if (step === STEP.move) {
        end()
        points = [point]
      } else points.push(point)
      i += 2
    } else if (step === STEP.curve || step === STEP.quadratic) {
      isCurved = true
      i += step === STEP.curve ? 6 : 4
    } else if (step === STEP.close) {
      if (points[0]) points.push(points[0])
    } else return found
  }
  end()
  return found
}

function strokes(points: readonly Point[], take: (segment: Segment) => void): void {
  for (let i = 1; i < points.length; i++) {
    const [x1, y1] = points[i - 1] as Point
    const [x2, y2] = points[i] as Point
    if (x1 !== x2 || y1 !== y2) take({ x1, y1, x2, y2 })
  }
}

function thinBox(points: readonly Point[], take: (segment: Segment) => void): void {
  if (points.length > 6) return
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const wide = right - left
  const high = top - bottom
  const x = (left + right) / 2
  const y = (bottom + top) / 2
  if (high <= THICKEST && wide > high) take({ x1: left, y1: y, x2: right, y2: y })
  else if (wide <= THICKEST && high > wide) take({ x1: x, y1: bottom, x2: x, y2: top })
}
