import { describe, expect, test } from 'vitest'
import { changed, found, said } from './sample.ts'

describe('scores against a scheme', () => {
  test('a score that the rule does not give, with the working', () => {
    const [finding, ...rest] = found(changed('13% | 20 | 18.5', '13% | 20 | 17.5'))
    expect(finding).toMatchObject({ check: 'scheme-score', expected: '18.5分' })
    expect(finding?.steps.map(({ say }) => say).join('\n')).toContain('20 − 1.5')
    expect(rest).toEqual([])
  })

  test('a score printed to fewer places is no fault', () => {
    expect(found(changed('75% | 10 | 7.5', '75% | 10 | 8'))).toEqual([])
    expect(said(changed('75% | 10 | 7.5', '75% | 10 | 7'))).toHaveLength(1)
  })

  test('what cannot be computed is not judged', () => {
    expect(found(changed('≤20% | 15%', '≤20% | 较低'))).toEqual([])
  })
})
