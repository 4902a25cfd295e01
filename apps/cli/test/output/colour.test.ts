import { describe, expect, it } from 'vitest'
import { hasColour, paintFor } from '../../src/output/colour.ts'

describe('colours', () => {
  it.each([
    ['a terminal', true, {}, true],
    ['a file', false, {}, false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
    ['both', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
  ])('%s', (_name, isTerminal, env, expected) => {
    expect(hasColour(isTerminal, env)).toBe(expected)
  })

  it('painting nothing leaves nothing', () => {
    expect(paintFor(true, {})('error', '')).toBe('')
  })
})
