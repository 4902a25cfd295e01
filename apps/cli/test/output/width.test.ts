import { describe, expect, it } from 'vitest'
import { clip, pad, widthOf } from '../../src/output/width.ts'

describe('columns of text', () => {
  it.each([
    ['1,234.50', 8],
    ['万元', 4],
    ['（１２３）', 10],
    ['“三公”', 6],
    ['ＡＢ', 4],
    ['ｱｲ', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['한국', 4],
    ['𠮷', 2],
    ['🚗', 2],
    ['\u200b\ufeff', 0],
    ['≥98%', 4],
    ['①', 1],
  ])('%s takes %i', (text, columns) => {
    expect(widthOf(text)).toBe(columns)
  })

  it('a clipped text fits, with three dots for what is missing', () => {
    expect(clip('青石县水利局', 12)).toBe('青石县水利局')
    expect(clip('青石县水利局', 11)).toBe('青石县水...')
    expect(widthOf(clip('青石县水利局', 10))).toBeLessThanOrEqual(10)
  })

  it('padding counts columns, not characters', () => {
    expect(pad('青石', 6)).toBe('青石  ')
  })
})
