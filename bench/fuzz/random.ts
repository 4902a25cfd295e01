/** Chance that can be had again: the same seed, the same choices. */

export interface Random {
  /** From 0 up to, but not with, `below`. */
  readonly below: (below: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** Many small numbers, some large: 1, 2, 3 … `most`. */
  readonly few: (most: number) => number
}

/** Any words make a seed: the seed of the run, the reader, the number of the file. */
export function randomOf(...seed: readonly (string | number)[]): Random {
  const next = sfc32(hash(seed.join(' ')))
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit)
  return {
    below,
    chance: (share) => next() / 2 ** 32 < share,
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
    few: (most) => 1 + below(1 + below(1 + below(most))),
  }
}

/** FNV-1a, four times with different beginnings. */
function hash(words: string): [number, number, number, number] {
  const one = (begin: number): number => {
    let value = begin
    for (let i = 0; i < words.length; i++) value = Math.imul(value ^ words.charCodeAt(i), 0x01000193) >>> 0
    return value
  }
  return [one(0x811c9dc5), one(0x9e3779b9), one(0x243f6a88), one(0xb7e15162)]
}

/** Small Fast Counter, public domain, by Chris Doty-Humphrey. */
function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 15; i++) next()
  return next
}
