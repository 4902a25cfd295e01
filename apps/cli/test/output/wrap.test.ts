import { describe, expect, it } from 'vitest'
import { widthOf } from '../../src/output/width.ts'
import { wrap } from '../../src/output/wrap.ts'

const text = '分项之和为1,233.50万元，比合计1,234.50万元少1.00万元（见“支出决算表”），请核对。'

describe('a long line', () => {
  it.each([20, 24, 31, 40])('is broken to %i columns', (columns) => {
    const lines = wrap(text, columns)
    expect(lines.join('')).toBe(text)
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
  })

  it('keeps numbers whole and closing marks off the beginning of a line', () => {
    for (let columns = 20; columns < 60; columns++) {
      const lines = wrap(text, columns)
      for (const figure of ['1,233.50', '1,234.50', '1.00']) expect(lines.some((line) => line.includes(figure))).toBe(true)
      for (const line of lines) expect(line).not.toMatch(/^[，。”）]/)
    }
  })

  it('is left alone when it fits, or when there is nothing to break', () => {
    expect(wrap('请核对', 20)).toEqual(['请核对'])
    expect(wrap('', 20)).toEqual([''])
    expect(wrap('a'.repeat(50), 20)).toEqual(['a'.repeat(50)])
  })
})
