import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginnings, endings } from '../src/index.ts'

const words = fc.array(fc.string({ unit: fc.constantFrom('年', '初', '预', '算', '数'), minLength: 1, maxLength: 4 }), { maxLength: 12 })
const phrase = fc.string({ unit: fc.constantFrom('年', '初', '预', '算', '数'), maxLength: 10 })

describe('known words at the end of a phrase', () => {
  const find = endings([
    ['预算', 1],
    ['年初预算', 2],
    ['数', 3],
    ['预算', 4],
  ])

  test('the longest wins', () => expect(find('本单位年初预算')).toEqual({ word: '年初预算', value: 2 }))
  test('the first value of a word counts', () => expect(find('部门预算')).toEqual({ word: '预算', value: 1 }))
  test('a word in the middle does not end the phrase', () => expect(find('预算外')).toBeNull())
  test('nothing ends in nothing', () => expect(find('')).toBeNull())
  test('without words nothing is found', () => expect(endings([])('预算')).toBeNull())

  test('as a search through all words would find it', () => {
    fc.assert(
      fc.property(words, phrase, (list, text) => {
        const longest = list.filter((word) => text.endsWith(word)).sort((a, b) => b.length - a.length)[0] ?? null
        expect(endings(list.map((word) => [word, word] as const))(text)?.word ?? null).toBe(longest)
      }),
    )
  })
})

describe('known words at the start of a phrase', () => {
  test('the longest wins', () => expect(beginnings(['其中', '其', '其中包括'])('其中包括甲')).toBe('其中包括'))
  test('none is the empty word', () => expect(beginnings(['其中'])('甲其中')).toBe(''))

  test('as a search through all words would find it', () => {
    fc.assert(
      fc.property(words, phrase, (list, text) => {
        const longest = list.filter((word) => text.startsWith(word)).sort((a, b) => b.length - a.length)[0] ?? ''
        expect(beginnings(list)(text)).toBe(longest)
      }),
    )
  })
})
