import { describe, expect, it } from 'vitest'
import { namePattern, readGlob } from '../../src/inputs/glob.ts'

describe('a pattern for names', () => {
  it.each([
    ['*.txt', '报告.txt', true],
    ['*.txt', '报告.txt.bak', false],
    ['*', '.hidden', false],
    ['.*', '.hidden', true],
    ['?.txt', '甲.txt', true],
    ['?.txt', '𠮷.txt', true],
    ['?.txt', '甲乙.txt', false],
    ['20[12][0-9]*', '2023年报告', true],
    ['20[!12]*', '2031', true],
    ['20[^3]*', '2031', false],
    ['[甲-乙]*', '乙方', false],
    ['[a-c]', 'b', true],
    ['[]x]', ']', true],
    ['[开', '[开', true],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXbYbZ', false],
    ['**', 'abc', true],
    ['é', 'e\u0301', true],
  ])('%s and %s', (pattern, name, expected) => {
    expect(namePattern(pattern).matches(name)).toBe(expected)
  })

  it('does not explode on many stars', () => {
    const begun = performance.now()
    expect(namePattern(`${'a*'.repeat(200)}b`).matches('a'.repeat(2000))).toBe(false)
    expect(performance.now() - begun).toBeLessThan(500)
  })
})

describe('a pattern for paths', () => {
  it('starts at the last folder without a pattern', () => {
    expect(readGlob('报送/2023/**/*.txt', false)).toMatchObject({ base: '报送/2023', levels: ['**', {}] })
    expect(readGlob('/*.txt', false).base).toBe('/')
    expect(readGlob('*.txt', false).base).toBe('')
    expect(readGlob('C:\\报送\\*.txt', true).base).toBe('C:/报送')
  })
})
