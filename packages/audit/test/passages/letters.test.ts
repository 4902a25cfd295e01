import { describe, expect, test } from 'vitest'
import { isBoilerplate } from '../../src/passages/boilerplate.ts'
import { hiddenNames, lettersOf, offsetsOf } from '../../src/passages/letters.ts'

describe('letters', () => {
  const hidden = hiddenNames('临河县水务局')

  test.each([
    ['2023年，我局新建泵站3座。', '年新建泵站座'],
    ['临河县水务局（以下简称水务局）在临河县12个村施工', '以下简称在个村施工'],
    ['“本单位” ABC　全部　完成', '全部完成'],
    ['12,345.67', ''],
    ['', ''],
  ])('%s', (text, letters) => {
    expect(lettersOf(text, hidden)).toBe(letters)
    expect(
      offsetsOf(text, hidden)
        .map((at) => text.charAt(at))
        .join(''),
    ).toBe(letters)
  })

  test('a name with marks in it is taken as it stands', () => {
    expect(lettersOf('某县(本级)机关完成任务', hiddenNames('某县(本级)机关'))).toBe('完成任务')
    expect(lettersOf('完成任务', hiddenNames(null))).toBe('完成任务')
  })
})

test('boilerplate is what is full of standard wording', () => {
  expect(isBoilerplate('严格落实预算法和财务管理制度规范审批程序加强预算执行监督检查')).toBe(true)
  expect(isBoilerplate('组织三个标段同时进场翻修干渠防渗衬砌并更换老化闸门')).toBe(false)
})
