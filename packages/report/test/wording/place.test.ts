import { describe, expect, it } from 'vitest'
import { placeOf } from '../../src/wording/place.ts'

describe('where a quote stands', () => {
  it.each([
    ['a line of a text, whatever its cell', { line: 9, cell: '3,2' }, '第9行'],
    ['a page', { page: 4, cell: '3,2' }, '第4页'],
    ['a cell of a sheet', { cell: '表 1!B5' }, '工作表“表 1” B5'],
    ['a cell of a file without sheets', { cell: 'B5' }, '单元格B5'],
    ['the heading above', { section: '（二）预算执行。' }, '“（二）预算执行”之下'],
    ['a cell of a table below a heading', { cell: '3,2', section: '预算执行' }, '表格第3行第2列 “预算执行”之下'],
    ['nowhere', {}, ''],
  ])('%s', (_name, where, said) => {
    expect(placeOf({ text: '支出12万元', start: 2, end: 4, textStart: 0, report: 0, block: 0, ...where })).toBe(said)
  })
})
