import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accusedWords, excerpt, writtenWords } from '../../src/list/excerpt.ts'
import { printable } from '../../src/list/printable.ts'
import { quote } from './made.ts'

describe('the quoted words of a finding', () => {
  it('shows a short clause whole, and the accused words as printed', () => {
    const clause = quote('结余率648.50%', '648.50')
    expect(excerpt(clause, 50)).toBe('结余率648.50%')
    expect(accusedWords(clause)).toBe('648.50')
  })

  it('leaves out the mark that a clause of a list begins with', () => {
    expect(excerpt(quote('、过程23.4分', '23.4'), 50)).toBe('过程23.4分')
  })

  it('cuts a long clause round the accused words', () => {
    const clause = quote(`${'前'.repeat(500)}支出12.5万元${'后'.repeat(500)}`, '12.5')
    const cut = excerpt(clause, 40)
    expect(cut).toMatch(/^…前+支出12\.5万元后+…$/)
    expect(cut.length).toBeLessThanOrEqual(42)
  })

  it('shows the end of a clause that accuses its last words', () => {
    expect(excerpt(quote(`${'前'.repeat(500)}12.5万元`, '12.5万元'), 20)).toMatch(/^…前+12\.5万元$/)
  })

  it('reads offsets from where the clause begins in its block', () => {
    expect(accusedWords({ text: '支出12万元', textStart: 30, start: 32, end: 34 })).toBe('12')
  })

  it('names the unit that is printed right behind the figure', () => {
    const written = (text: string, words: string): string => writtenWords(quote(text, words))
    expect(written('基本支出共计867.62元。其中', '867.62')).toBe('867.62元')
    expect(written('结余率648.50%', '648.50')).toBe('648.50%')
    expect(written('得分96分。', '96')).toBe('96分')
    expect(written('占四十分之3分之1', '3')).toBe('3')
    expect(written('现有53个政务新媒体', '53')).toBe('53')
    expect(written('无项目支出万元', '无项目支出')).toBe('无项目支出')
  })

  it('accuses nothing where the offsets are those of another text', () => {
    expect(accusedWords({ text: '支出12万元', textStart: 0, start: 900, end: 905 })).toBe('')
  })

  it('parts the cells of a quoted row', () => {
    expect(excerpt(quote('产出指标\t\t40\t100%', '40'), 50)).toBe('产出指标｜40｜100%')
  })

  it('is never much longer than asked, nor half a character, whatever the text', () => {
    const hostile = fc.string({ unit: fc.constantFrom('数', '𠮷', '\ud842', '\u0000', '\u202e', '\t', '\n', '=', '1'), maxLength: 300 })
    fc.assert(
      fc.property(hostile, fc.nat(320), fc.nat(320), fc.integer({ min: 10, max: 60 }), (text, start, end, most) => {
        const cut = excerpt({ text, textStart: 0, start, end }, most)
        expect(cut.length).toBeLessThanOrEqual(most + 2)
        expect(cut).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u)
      }),
    )
  })
})

describe('text that can be written', () => {
  it('keeps lines, Chinese and emoji, and shows what cannot be seen', () => {
    expect(printable('第一行\r\n第二行\u0000\u202e🙂\ud800', 50)).toBe('第一行\n第二行\ufffd\ufffd🙂\ufffd')
  })

  it('takes a megabyte at once', () => {
    expect(printable('字'.repeat(1_000_000), 100)).toBe(`${'字'.repeat(99)}…`)
  })
})
