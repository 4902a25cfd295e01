/**
 * What is kept of a report to compare it with others of a batch: its long sentences, each as a hash and a place. Of more than fit,
 * those with the lowest hashes stay, so that two reports that share sentences keep the same ones.
 */
import type { SourceReport } from '@jiheng/ingest'
import { toOriginal } from '@jiheng/vocabulary'
import { digest } from '../digest.ts'
import { isBoilerplate } from '../passages/boilerplate.ts'
import { hiddenNames, lettersOf } from '../passages/letters.ts'

/** Of a sketch in UTF-16 code units: no more than 1 KB in memory. */
export const MAX_SKETCH = 512
/** A sentence with fewer letters may be written twice without copying. */
const SHORTEST = 40
const MAX_WORDS = 6

export interface SketchedPassage {
  readonly hash: string
  /** Chinese characters, without digits and the names of the unit. */
  readonly letters: number
  readonly block: number
  /** Offset into the block's original text. */
  readonly start: number
  readonly line: number
  /** The first characters, verbatim. */
  readonly words: string
}

export function sketchOf(report: SourceReport): string {
  const lines = passagesOf(report)
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.block - b.block))
    .map(write)
  let sketch = ''
  for (const line of lines) {
    if (sketch.length + 1 + line.length > MAX_SKETCH) break
    sketch += sketch === '' ? line : `\n${line}`
  }
  return sketch
}

export function readSketch(sketch: string): readonly SketchedPassage[] {
  return sketch === '' ? [] : sketch.split('\n').map(read)
}

const RADIX = 36

function write({ hash, letters, block, start, line, words }: SketchedPassage): string {
  return `${hash}.${[letters, block, start, line].map((number) => number.toString(RADIX)).join('.')} ${words}`
}

function read(line: string): SketchedPassage {
  const gap = line.indexOf(' ')
  const [hash = '', ...numbers] = line.slice(0, gap).split('.')
  const [letters = 0, block = 0, start = 0, at = 0] = numbers.map((number) => Number.parseInt(number, RADIX))
  return { hash, letters, block, start, line: at, words: line.slice(gap + 1) }
}

function passagesOf(report: SourceReport): SketchedPassage[] {
  const hidden = hiddenNames(report.unit)
  const found = new Map<string, SketchedPassage>()
  for (const [block, content] of report.blocks.entries()) {
    if (content.kind !== 'paragraph') continue
    for (const match of content.text.matchAll(/[^。；;！？!?\n]+/g)) {
      const letters = match[0].length < SHORTEST ? '' : lettersOf(match[0], hidden)
      if (letters.length < SHORTEST || isBoilerplate(letters)) continue
      const hash = Number.parseInt(digest(letters).slice(0, 10), 16).toString(RADIX)
      const { original, line } = content.at
      const start = toOriginal(content.at, match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0), 'start')
      const words = /^[^\n]*/.exec(original.slice(start, start + MAX_WORDS))?.[0] ?? ''
      const lines = original.slice(0, start).match(/\n/g)?.length ?? 0
      if (!found.has(hash)) found.set(hash, { hash, letters: letters.length, block, start, line: line + lines, words })
    }
  }
  return [...found.values()]
}
