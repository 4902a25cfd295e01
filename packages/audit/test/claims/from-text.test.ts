/** What figures of running text take over from those before them: roles, labels, parts of the unit, periods. */
import type { Claim } from '@jiheng/vocabulary'
import { describe, expect, test } from 'vitest'
import { claimsOf } from '../../src/index.ts'
import { HEAD, readText } from '../audit-text.ts'

const read = (text: string): readonly Claim[] => claimsOf(readText(HEAD + text)).flat()
const roles = (text: string): string[] => read(text).map(({ role }) => role)

describe('roles of parts', () => {
  test('parts of a planned total are planned', () => {
    expect(roles('年初预算1100.30万元，其中：人员经费742.80万元，公用经费357.50万元。')).toEqual([
      'initial-budget',
      'initial-budget',
      'initial-budget',
    ])
  })

  test('after a semicolon another subject begins', () => {
    expect(roles('年初预算1100.30万元，其中：人员经费742.80万元；公用经费357.50万元。')).toEqual([
      'initial-budget',
      'initial-budget',
      'amount',
    ])
  })

  test('what was spent of a plan was spent', () => {
    expect(roles('年初预算1100.30万元，其中：人员经费支出742.80万元。').at(-1)).not.toBe('initial-budget')
  })

  test('a figure that is no part does not take over the role', () => {
    expect(roles('年初预算1100.30万元。人员经费742.80万元。')).toEqual(['initial-budget', 'amount'])
  })
})

describe('labels', () => {
  test('a change and its rate speak of the figure before them', () => {
    const [amount, change, rate] = read('公务接待费2.00万元，较上年减少1.00万元，下降33.33%。')
    expect(amount).toMatchObject({ concept: 'reception' })
    expect(change).toMatchObject({ concept: 'reception', role: 'change' })
    expect(rate).toMatchObject({ concept: 'reception', role: 'change-rate' })
  })

  test('parts of a part of the unit belong there as well', () => {
    const [total, part] = read('下属救助站三公经费3.16万元，其中公务接待费1.13万元。')
    expect(total).toMatchObject({ concept: 'three-public', who: '下属救助站' })
    expect(part).toMatchObject({ concept: 'reception', who: '下属救助站' })
  })

  test('a percentage alone in a bracket is a share', () => {
    expect(read('升学318人（67.37%）。').at(-1)).toMatchObject({ role: 'share' })
  })

  test('a price in a bracket is no share', () => {
    expect(read('采购设备3台（2万元）。').at(-1)).not.toMatchObject({ role: 'share' })
  })
})

describe('periods', () => {
  test.each([
    ['the year that the sentence names', '2022年三公经费3.00万元。', ['2022-01-01/2022-12-31']],
    [
      'a later year of the sentence counts from there on',
      '2022年三公经费3.00万元，2023年2.00万元。',
      ['2022-01-01/2022-12-31', '2023-01-01/2023-12-31'],
    ],
    ['a day', '截至2023年12月31日，资产总额30.00万元。', ['2023-12-31/2023-12-31']],
    [
      'the base of a comparison is not the period of the figure',
      '2023年三公经费3.00万元，较2022年减少1.00万元。',
      ['2023-01-01/2023-12-31', '2023-01-01/2023-12-31'],
    ],
    ['a new sentence begins without a period', '2022年三公经费3.00万元。公务接待费2.00万元。', ['2022-01-01/2022-12-31', '']],
  ])('%s', (_, text, expected) => {
    expect(read(text).map(({ period }) => (period === null ? '' : `${period.from}/${period.to}`))).toEqual(expected)
  })
})

describe('printed values', () => {
  test.each([
    ['full-width digits', '基本支出１２３．４５万元', '123.45', 'wan-yuan'],
    ['separators', '基本支出1,234.50元', '1234.5', 'yuan'],
    ['a hedge before', '基本支出约600万元', '600', 'wan-yuan'],
    ['a hedge behind', '基本支出600余万元', '600', 'wan-yuan'],
    ['a negative', '年末结余-3.20万元', '-3.2', 'wan-yuan'],
  ])('%s', (_, text, value, unit) => {
    expect(read(text)[0]?.quantity).toMatchObject({ value, unit })
  })

  test('hedges widen, plain figures do not have one', () => {
    expect(read('基本支出约600万元，项目支出600余万元，三公经费近3万元，会议费2万元。').map(({ quantity }) => quantity.hedge)).toEqual([
      'about',
      'over',
      'under',
      undefined,
    ])
  })
})
