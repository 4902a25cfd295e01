/** Affine maps as PDF writes them: x' = a·x + c·y + e, y' = b·x + d·y + f. */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [p, q, r, s, t, u] = inner
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** Six numbers, or the identity. */
export function toMatrix(values: unknown): Matrix {
  if (!isNumbers(values) || values.length < 6) return IDENTITY
  return [values[0], values[1], values[2], values[3], values[4], values[5]] as unknown as Matrix
}

function isNumbers(values: unknown): values is ArrayLike<number> {
  return Array.isArray(values) || values instanceof Float32Array || values instanceof Float64Array
}
