import { describe, expect, test } from 'vitest'
import { NOTHING_GIVEN } from '../../../src/index.ts'
import { changed, clean, found } from './sample.ts'

describe('points against a scheme', () => {
  test('what agrees is passed over in silence, and nothing is said where nothing is given', () => {
    expect(found(clean)).toEqual([])
    expect(found(changed('| 20 | 18.5', '| 25 | 3'), NOTHING_GIVEN)).toEqual([])
  })

  test('points that are not those of the scheme', () => {
    const [finding, ...rest] = found(changed('15% | 20 | 20', '15% | 25 | 20'))
    expect(finding).toMatchObject({ check: 'scheme-weight', severity: 'error', expected: '20分' })
    expect(finding?.steps[0]?.say).toContain('样财〔2023〕7号')
    expect(rest).toEqual([])
  })
})
