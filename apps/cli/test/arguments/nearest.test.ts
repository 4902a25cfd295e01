import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/arguments/nearest.ts'

const words = ['format', 'out', 'scheme', 'year', 'as-of', 'fail-on', 'jobs', 'help']

describe('the nearest word', () => {
  it.each([
    ['fromat', 'format'],
    ['formt', 'format'],
    ['job', 'jobs'],
    ['failon', 'fail-on'],
    ['asof', 'as-of'],
    ['sch', 'scheme'],
  ])('%s is meant as %s', (typed, meant) => {
    expect(nearest(typed, words)).toBe(meant)
  })

  it.each(['verbose', 'x', 'colour', 'format'.repeat(20_000)])('a word can be like none', (typed) => {
    expect(nearest(typed, words)).toBeNull()
  })
})
