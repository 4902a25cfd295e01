import { describe, expect, it } from 'vitest'
import { aQuote } from '../../../../packages/runner/test/fakes/results.ts'
import { type LaidQuote, layQuote } from '../../src/output/quote.ts'
import { widthOf } from '../../src/output/width.ts'

const sentence =
  '2023年全年支出合计1,234.50万元，其中：基本支出800.00万元，项目支出433.50万元，“三公”经费支出12.30万元，较上年下降3.5%，主要原因是过紧日子。'

describe('a quoted line', () => {
  it('has carets exactly under the accused figure, counted in columns', () => {
    const laid = layQuote(aQuote(sentence, '1,234.50'), 200)
    expect(laid.accused).toBe('1,234.50')
    expect(laid.caret).toBe(`${' '.repeat(widthOf('2023年全年支出合计'))}^^^^^^^^`)
  })

  it('has two carets under each full-width character', () => {
    const laid = layQuote(aQuote('支出１２３万元', '１２３'), 80)
    expect(laid.caret).toBe('    ^^^^^^')
  })

  it('counts offsets from the beginning of the block', () => {
    const laid = layQuote({ ...aQuote('支出12万元', '12'), textStart: 100, start: 102, end: 104 }, 80)
    expect(laid).toMatchObject({ before: '支出', accused: '12', after: '万元', caret: '    ^^' })
  })

  it.each([20, 30, 40, 60, 80, 120])('fits into %i columns and keeps the figure in sight', (columns) => {
    for (const figure of ['2023', '1,234.50', '433.50', '12.30', '3.5%', '过紧日子。']) {
      const laid = layQuote(aQuote(sentence, figure), columns)
      expect(laid.accused).toBe(figure)
      expect(widthOf(lineOf(laid))).toBeLessThanOrEqual(columns)
      expect(laid.caret?.indexOf('^')).toBe(widthOf(laid.before))
    }
  })

  it('says with dots where it was cut', () => {
    const laid = layQuote(aQuote(sentence, '433.50'), 40)
    expect(laid.before).toMatch(/^\.\.\./)
    expect(laid.after).toMatch(/\.\.\.$/)
  })

  it('is cut inside the accused words when they alone are too long', () => {
    const laid = layQuote(aQuote(sentence, sentence.slice(5, 70)), 40)
    expect(widthOf(lineOf(laid))).toBeLessThanOrEqual(40)
    expect(laid.caret?.length).toBeLessThanOrEqual(40)
  })

  it('keeps the carets right when control characters before the figure are shown escaped', () => {
    const laid = layQuote(aQuote('支出\x1b[31m合计12万元', '12'), 80)
    expect(laid.before).toBe('支出\\x1b[31m合计')
    expect(laid.caret).toBe(`${' '.repeat(widthOf(laid.before))}^^`)
  })

  it('mends a figure that is broken over two lines', () => {
    const laid = layQuote({ ...aQuote('支出1,2\n34.50万元', '1,2'), start: 2, end: 11 }, 80)
    expect(laid.accused).toBe('1,2 34.50')
  })

  it('does without carets when the place is not in the text', () => {
    expect(layQuote({ ...aQuote('支出12万元', '12'), start: 50, end: 52 }, 80)).toMatchObject({ before: '支出12万元', caret: null })
    expect(layQuote({ ...aQuote('', ''), start: 0, end: 0 }, 80).caret).toBeNull()
  })

  it('looks only around the figure in a sentence of a megabyte', () => {
    const long = `${'支出'.repeat(250_000)}12${'万元'.repeat(250_000)}`
    const begun = performance.now()
    const laid = layQuote(aQuote(long, '12'), 80)
    expect(performance.now() - begun).toBeLessThan(200)
    expect(laid.accused).toBe('12')
    expect(laid.before).toMatch(/^\.\.\./)
  })
})

function lineOf({ before, accused, after }: LaidQuote): string {
  return before + accused + after
}
