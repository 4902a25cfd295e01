/** Every claim leads back to its printed digits, in the made clean reports. */
import { readdirSync, readFileSync } from 'node:fs'
import { decimal, formatDecimal, readChineseNumber, shift } from '@jiheng/quantity'
import { describe, expect, test } from 'vitest'
import { claimsOf } from '../../src/index.ts'
import { readText } from '../audit-text.ts'

const FOLDER = new URL('../../../../corpus/clean/', import.meta.url)
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))

/** Units that multiply what is printed before them; in tables they may stand in the head or in a cell of their own. */
const MULTIPLIERS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 }

/** Whether the printed digits, read apart from the scanner that made the claim, can be the value. */
function saysValue(printed: string, after: string, isCell: boolean, value: string): boolean {
  const plain = printed.normalize('NFKC').replace(/[,\s]/g, '')
  const number = /^[-+]?\d+(?:\.\d+)?$/.test(plain) ? decimal(plain.replace('+', '')) : readChineseNumber(plain)
  if (number === null) return false
  const places = isCell ? [0, ...Object.values(MULTIPLIERS)] : [0, MULTIPLIERS[after] ?? 0]
  return places.some((power) => formatDecimal(shift(number, power)) === value)
}

describe('anchors of claims', () => {
  test('there are clean reports', () => expect(files.length).toBeGreaterThan(9))

  test.each(files)('%s', (name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8')
    const document = readText(text)
    const claims = claimsOf(document).flat()
    expect(claims.length).toBeGreaterThan(50)
    const lines = text.split('\n')
    const wrong: string[] = []
    for (const { anchor, quantity, id } of claims) {
      const at = document.reports[anchor.report]?.blocks[anchor.block]?.at
      const printed = at?.original.slice(anchor.start, anchor.end) ?? ''
      const after = at?.original.charAt(anchor.end) ?? ''
      if (!saysValue(printed, after, anchor.cell !== undefined, quantity.value)) wrong.push(`${id}: “${printed}” is not ${quantity.value}`)
      const line = (at?.line ?? 0) + (at?.original.slice(0, anchor.start).match(/\n/g)?.length ?? 0)
      if (anchor.line !== line) wrong.push(`${id}: line ${anchor.line}, not ${line}`)
      const firstLine = printed.split('\n')[0] ?? ''
      if (lines[line - 1]?.includes(firstLine) !== true) wrong.push(`${id}: “${firstLine}” is not on line ${line}`)
    }
    expect(wrong).toEqual([])
  })

  test.each(files)('claims of %s are in the order of the text, without two in one place', (name) => {
    const claims = claimsOf(readText(readFileSync(new URL(name, FOLDER), 'utf8'))).flat()
    const places = claims.map(({ anchor }) => `${anchor.report}:${anchor.block}:${anchor.start}`)
    expect(new Set(places).size).toBe(places.length)
    expect(new Set(claims.map(({ id, anchor }) => `${anchor.report}${id}`)).size).toBe(claims.length)
    for (const [at, { anchor }] of claims.entries()) {
      const before = claims[at - 1]?.anchor
      if (before !== undefined) expect(before.report * 1e6 + before.block).toBeLessThanOrEqual(anchor.report * 1e6 + anchor.block)
    }
  })
})
