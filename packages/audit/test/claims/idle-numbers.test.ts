import { describe, expect, test } from 'vitest'
import { claimsOf } from '../../src/index.ts'
import { HEAD, readText } from '../audit-text.ts'

const valuesIn = (text: string): string[] =>
  claimsOf(readText(HEAD + text))
    .flat()
    .map(({ quantity }) => quantity.value)

describe('numbers that claim nothing', () => {
  test.each([
    ['a day', '截至2023年12月31日已全部完成。'],
    ['a year and a month', '2023年6月起实施。'],
    ['a range of months', '2023年1-6月按计划推进。'],
    ['a year in Chinese numerals', '二〇二三年按计划推进。'],
    ['a document number', '根据示财绩〔2023〕45号文件要求开展。'],
    ['a document number in square brackets', '根据示财绩[2023]45号文件要求开展。'],
    ['a document number in round brackets', '根据示财绩（2023）45号文件要求开展。'],
    ['an ordinal', '第3次会议研究通过，位列全市第2。'],
    ['a list number at the start of a line', '1.加强领导。\n2、健全制度。\n（3）强化监督。'],
    ['list numbers inside a line', '主要做法：1.加强领导；2.健全制度。'],
    ['an identifier', '统一编码为110000230001。'],
    ['a code of letters and digits', '按照GB2312和A3标准执行。'],
    ['a protocol', '完成IPv6改造。'],
    ['a service line', '办理12345热线转办件。'],
    ['an emergency number', '110指挥中心运行平稳。'],
    ['a name that ends in a number', '重点工作1：改造道路。目标2：改造桥梁。'],
    ['an annex', '详见附件1和附表2。'],
    ['a building', '地址位于示例路8号3号楼。'],
    ['words made of numerals', '落实一岗双责、四个意识、三公经费管理。'],
    ['a lone one', '召开一次会议。'],
    ['a name in quotation marks', '推进“三个一批”工作。'],
  ])('%s', (_, text) => {
    expect(valuesIn(text)).toEqual([])
  })

  test.each([
    ['an amount', '支出3.50万元。', ['3.5']],
    ['a count', '改造学校12所。', ['12']],
    ['a count in Chinese numerals', '涉及三个乡镇。', ['3']],
    ['a percentage', '完成率98%。', ['98']],
    ['a bare score', '自评得分为95.5。', ['95.5']],
    ['an amount beside a date', '2023年12月31日结余3万元。', ['3']],
    ['an amount beside a document number', '根据示财绩〔2023〕45号文件下达资金30万元。', ['30']],
    ['an amount behind a list number', '1.支出3万元。', ['3']],
    ['a number with separators', '发放补助1,234人。', ['1234']],
  ])('but %s does', (_, text, values) => {
    expect(valuesIn(text)).toEqual(values)
  })
})
