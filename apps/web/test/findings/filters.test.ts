import { expect, test } from 'vitest'
import { filtersIn, isFiltered, queryOf } from '../../src/findings/filters.ts'

test('an address that anybody wrote is read without what is wrong in it', () => {
  const filters = filtersIn(new URLSearchParams('severity=error,none&status=open,x&year=99999&organisation=../x&kind=sum'))
  expect(filters).toMatchObject({ severity: ['error'], status: ['open'], year: null, organisation: null, kind: ['sum'] })
  expect(queryOf(filters)).toEqual({ severity: 'error', status: 'open', kind: 'sum' })
})

test('nothing asked for is no filter', () => {
  expect(isFiltered(filtersIn(new URLSearchParams('tab=findings&q=%20')))).toBe(false)
})
