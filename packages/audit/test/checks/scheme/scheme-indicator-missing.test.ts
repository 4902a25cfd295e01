import { describe, expect, test } from 'vitest'
import { clean, found, said } from './sample.ts'

describe('indicators against a scheme', () => {
  test('a name that stands twice is there', () => {
    expect(found([...clean, ' | 结转结余率 | ≤30% | 15% | 20 | 20 | '])).not.toContainEqual(
      expect.objectContaining({ check: 'scheme-indicator-missing' }),
    )
  })

  test('indicators that are left out are told once; another form is left alone', () => {
    expect(said(clean.filter((row) => !row.includes('结转结余率')))).toEqual([
      expect.stringContaining('scheme-indicator-missing  样例细则列有“结转结余率”'),
    ])
    expect(found(['产出 | 培训人次 | ≥200人次 | 210人次 | 30 | 30 | ', ' | 维修路灯 | ≥420盏 | 431盏 | 20 | 20 | '])).toEqual([])
  })
})
