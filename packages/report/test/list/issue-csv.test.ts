import { describe, expect, it } from 'vitest'
import { issueCsv } from '../../src/list/issue-csv.ts'
import { noteRow } from '../../src/view/issue-row-of.ts'

const row = (message: string) => noteRow('某局', '一.docx', message, false)
const messageIn = (csv: string) => csv.split('\r\n')[1]?.split(',').slice(7).join(',')

describe('the list as CSV', () => {
  it('begins with the mark of UTF-8 and its heads', () => {
    expect(issueCsv([])).toMatch(/^\ufeff序号,单位,文件,位置,级别,/)
  })

  it('nothing in it is computed by the program that opens it', () => {
    for (const start of ['=', '+', '-', '@', ' =', '＝', '＋', '－', '＠']) {
      expect(messageIn(issueCsv([row(`${start}cmd|' /C calc'!A0`)]))).toMatch(/^"?'/)
    }
  })

  it('quotes what holds commas, quotes and lines', () => {
    expect(messageIn(issueCsv([row('一,“二”"三"')]))).toMatch(/^"一,“二”""三"""/)
  })

  it('a decision stands at its end', () => {
    const decided = { ...row('写明'), decision: { answer: '核实无误', reason: '含往来款', by: '甲' } }
    expect(issueCsv([decided])).toMatch(/,核实无误,含往来款,甲\r\n$/)
  })
})
