import { describe, expect, it } from 'vitest'
import { fromYear } from '../../src/organisations/from-year.ts'

describe('a value from a year on', () => {
  it('of a year before the first one that is known ends where that begins', () => {
    const known = [{ value: '219', from: '2026-01-01', to: null }]
    expect(fromYear(known, '119', 2024, '2019-01-01')).toEqual([
      { value: '119', from: '2024-01-01', to: '2025-12-31' },
      { value: '219', from: '2026-01-01', to: null },
    ])
  })

  it('that is the same as the next one begins with the year', () => {
    const known = [{ value: '219', from: '2026-01-01', to: null }]
    expect(fromYear(known, '219', 2024, '2019-01-01')).toEqual([{ value: '219', from: '2024-01-01', to: null }])
  })

  it('ends what held before, keeps what comes later, and changes nothing that holds', () => {
    const known = [
      { value: '1', from: '2019-01-01', to: '2022-12-31' },
      { value: '2', from: '2023-01-01', to: null },
    ]
    expect(fromYear(known, '9', 2021, '2019-01-01')).toEqual([
      { value: '1', from: '2019-01-01', to: '2020-12-31' },
      { value: '9', from: '2021-01-01', to: '2022-12-31' },
      { value: '2', from: '2023-01-01', to: null },
    ])
    expect(fromYear(known, '2', 2024, '2019-01-01')).toBe(known)
  })
})
