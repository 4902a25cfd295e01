import { describe, expect, test } from 'vitest'
import { mapLookAlikes } from '../src/look-alikes.ts'
import { readReport } from './helpers.ts'

describe('radicals that look like ideographs', () => {
  test('numerals and words come out as what they look like, offsets stay', () => {
    expect(mapLookAlikes('⼀、⼆、⼋、⼗⼆万元')).toBe('一、二、八、十二万元')
    expect(mapLookAlikes('⻔诊⼈次，⺠⽣⽀出，⻓效机制，⻋辆，⻅表，⻛险')).toBe('门诊人次，民生支出，长效机制，车辆，见表，风险')
    expect(mapLookAlikes('⾦额⾄⽉末')).toBe('金额至月末')
  })

  test('every radical is one character of the same length, and no radical', () => {
    for (let code = 0x2e80; code <= 0x2fd5; code++) {
      const radical = String.fromCharCode(code)
      const mapped = mapLookAlikes(radical)
      expect(mapped).toHaveLength(1)
      if (code <= 0x2ef3 ? code !== 0x2e9a && code !== 0x2e88 && code !== 0x2e91 : code >= 0x2f00)
        expect(mapped, code.toString(16)).not.toBe(radical)
    }
  })

  test('a text without any is the same text', () => {
    const text = '一、基本情况'
    expect(mapLookAlikes(text)).toBe(text)
  })

  test('headings are found by them, and the original is kept', () => {
    const { blocks } = readReport('某某局2023年度部门整体支出绩效自评报告\n\n⼀、基本情况\n本单位共有⼗⼆⼈。\n')
    const heading = blocks.find((block) => block.kind === 'heading' && block.level > 0)
    expect(heading).toMatchObject({ number: '⼀、', text: '基本情况' })
    expect(blocks.at(-1)).toMatchObject({ text: '本单位共有十二人。', at: { original: '本单位共有⼗⼆⼈。' } })
  })
})
