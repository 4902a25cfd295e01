import { scanNumbers } from '@jiheng/quantity'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/claims/split-sentences.ts'

const split = (text: string): string[][] =>
  splitSentences(text, scanNumbers(text)).map(({ clauses }) => clauses.map(({ start, end }) => text.slice(start, end)))

describe('sentences', () => {
  test.each([
    ['a full stop ends a sentence', '收入3万元。支出2万元。', [['收入3万元'], ['支出2万元']]],
    ['commas part clauses', '收入3万元，支出2万元', [['收入3万元', '支出2万元']]],
    ['commas and points inside a figure part nothing', '收入1,234.56万元，支出２，０００元', [['收入1,234.56万元', '支出２，０００元']]],
    ['a bracket with a figure is a clause of its own', '收入3万元（占5%），支出', [['收入3万元', '占5%', '', '支出']]],
    ['a short bracket without a figure belongs to its phrase', '因公出国（境）费3万元', [['因公出国（境）费3万元']]],
    ['a bracket with a comma is no aside', '费用（甲，乙）3万元', [['费用', '甲', '乙', '3万元']]],
    ['quotation marks part nothing', '“三公”经费3万元', [['“三公”经费3万元']]],
    ['a colon leaves its clause, even an empty one', '其中：：3万元', [['其中', '', '3万元']]],
    ['a line is a sentence', '收入3万元\n支出2万元', [['收入3万元'], ['支出2万元']]],
    ['question and exclamation marks end a sentence', '是吗？是！', [['是吗'], ['是']]],
    ['nothing at all', '', []],
    ['full stops alone', '。。。', []],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  test('the opener of a clause is the character before it', () => {
    const text = '收入3万元（占5%），支出：2万元'
    expect(splitSentences(text, scanNumbers(text))[0]?.clauses.map(({ opener }) => opener)).toEqual(['', '（', '）', '，', '：'])
  })

  test('a text without a full stop is cut, and no clause is lost', () => {
    const text = '甲，'.repeat(1000)
    const sentences = splitSentences(text, [])
    expect(sentences.length).toBeGreaterThan(1)
    expect(Math.max(...sentences.map(({ clauses }) => clauses.length))).toBeLessThanOrEqual(240)
    expect(sentences.flatMap(({ clauses }) => clauses)).toHaveLength(1000)
  })

  test('spans are in order, do not overlap, and leave out delimiters only', () => {
    const piece = fc.constantFrom('甲', '3万元', '1,000.5元', '，', '。', '：', '（', '）', '(', ')', '；', '、', '\n', '“', '[', '—', ' ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const numbers = scanNumbers(text)
        const covered = new Array<boolean>(text.length).fill(false)
        let last = 0
        for (const sentence of splitSentences(text, numbers)) {
          expect(sentence.start).toBeLessThanOrEqual(sentence.end)
          for (const { start, end } of sentence.clauses) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThanOrEqual(start)
            covered.fill(true, start, end)
            last = end
          }
        }
        for (const [at, isCovered] of covered.entries()) if (!isCovered) expect('，。：（）()；、\n[—').toContain(text.charAt(at))
        for (const { start, end } of numbers) expect(covered.slice(start, end)).not.toContain(false)
      }),
    )
  })
})
