/** Time grows with length and not faster, whatever the text: measured as a ratio within one run. */
import { describe, expect, test } from 'vitest'
import { ingestText } from '../src/index.ts'

const N = 1 << 17
const repeat = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length))

const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'a sentence without an end': repeat('我单位按照要求开展工作'),
  digits: repeat('1234567890'),
  其中: repeat('其中'),
  'blank lines': repeat('\n'),
  tabs: repeat('\t'),
  'tabs and newlines': repeat('\t\n'),
  'one row of cells': repeat('a\t'),
  'rows of two cells': repeat('甲\t乙\n'),
  'rows with a bare line between': repeat('甲\t乙\t丙\n丁\n'),
  'cells on lines of their own': repeat('\t甲\n\t乙\n\t丙\n\n'),
  'labels without figures': repeat('指标\n分值\n得分\n'),
  'upright labels': repeat('年\n度\n目\t甲\n'),
  'framed rows': repeat('|甲|乙|丙|\n'),
  'bars in lines apart': repeat('甲|乙\n\n'),
  'aligned rows': repeat('甲甲  乙乙  丙丙\n'),
  'aligned rows broken off': repeat('甲甲  乙乙  丙丙\n丁丁  戊戊  己己\n庚\n'),
  'half sentences': repeat('一，\n'),
  headings: repeat('一、标题\n'),
  titles: repeat('某县财政局部门整体支出绩效自评报告\n一、概况\n'),
  'open brackets': repeat('（《“'),
  'open bookmarks': repeat('[bookmark'),
  'open bold': repeat('**甲 '),
  escapes: repeat('\\.'),
  watermarks: repeat('扫描全能王 创建\n'),
  'contents titles': repeat('目录\n'),
  'page numbers': repeat('第1页\n'),
  'form feeds': repeat('\f'),
  'spaced words': repeat('中 '),
  'points and figures': repeat('1.1.1.1.1'),
  rules: repeat('+--+--+\n'),
  bars: repeat('|'),
}

describe('time grows with the length', () => {
  for (const [name, make] of Object.entries(TEXTS)) {
    test(name, () => {
      const small = new TextEncoder().encode(make(N / 4))
      const large = new TextEncoder().encode(make(N))
      expect(growth(small, large)).toBeLessThan(7)
    }, 60_000)
  }
})

/** Least of a few runs each, in processor time, so that a noisy neighbour says little; it gets more tries besides. */
function growth(small: Uint8Array, large: Uint8Array): number {
  let least = Number.POSITIVE_INFINITY
  let most = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 12; tries++) {
    least = Math.min(least, timeOf(small))
    most = Math.min(most, timeOf(large))
    if (tries > 0 && most / Math.max(least, CLOCK_MS) < 6) break
  }
  return most / Math.max(least, CLOCK_MS)
}

/** Below this the clock says nothing. */
const CLOCK_MS = 2

function timeOf(bytes: Uint8Array): number {
  const start = process.cpuUsage()
  ingestText(bytes, { name: 'f', sha256: '' })
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
