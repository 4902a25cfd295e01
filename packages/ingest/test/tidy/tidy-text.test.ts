import { describe, expect, test } from 'vitest'
import type { FlowTable } from '../../src/flow.ts'
import { LIMITS } from '../../src/limits.ts'
import { readFlow } from '../../src/read-flow.ts'
import { blocksOf, read } from '../helpers.ts'

const tidied = (text: string) => {
  const [block] = blocksOf(text)
  return block && 'text' in block ? block.text : null
}

describe('white space', () => {
  test('goes from inside Chinese words and around figures', () => {
    expect(tidied('进一步完善专 项资金管理细则。')).toBe('进一步完善专项资金管理细则。')
    expect(tidied('2022 年得分为 95.92 分，占 24.62 %。')).toBe('2022年得分为95.92分，占24.62%。')
    expect(tidied('全程在线， 廉情监督（ 80.55 万元 ）。')).toBe('全程在线，廉情监督（80.55万元）。')
    expect(tidied('1. 负责会议组织；')).toBe('1.负责会议组织；')
  })

  test('stays between Latin words, folded', () => {
    expect(tidied('使用 Open   Source 软件。')).toBe('使用Open Source软件。')
  })

  test('between figures it stays, unless it broke one figure', () => {
    expect(tidied('依次为 12 34 56。')).toBe('依次为12 34 56。')
    expect(tidied('执行率 96. 44%，预算 1 856.32 万元。')).toBe('执行率96.44%，预算1856.32万元。')
  })

  test('wide gaps between words stay as one space, letters set apart join', () => {
    expect(tidied('联系人：张某    电话：123')).toBe('联系人：张某 电话：123')
    expect(tidied('自   查   情   况   说   明')).toBe('自查情况说明')
  })

  test('full-width forms stay', () => {
    expect(tidied('预算１，２３４．５６万元，执行率９７％。')).toBe('预算１，２３４．５６万元，执行率９７％。')
  })

  test('what nobody sees goes', () => {
    expect(tidied('预\u200b算\u00a0执\ufeff行\u00ad率100\u2060%。')).toBe('预算执行率100%。')
  })
})

describe('residue', () => {
  const residue = (text: string) => read(text).residue.map(({ kind, start, end }) => [kind, text.slice(start, end)])

  test('of Word goes and is listed', () => {
    const text = '[bookmark: _GoBack] （一）以结果应用为目标，加强管理。'
    expect(tidied(text)).toBe('（一）以结果应用为目标，加强管理。')
    expect(residue(text)).toEqual([['word-residue', '[bookmark: _GoBack]']])
    expect(tidied('资产总额[bookmark: a]100万元。')).toBe('资产总额100万元。')
    expect(tidied('见错误！未找到引用源。表1所列。')).toBe('见表1所列。')
  })

  test('of scanners and pages goes by line and at the end of a line', () => {
    const text = '一。\n扫描全能王 创建\n二。\nScanned with CamScanner\n三。 由扫描全能王扫描创建\n第 3 页 共 10 页\n— 4 —\n5/10\n四。'
    expect(blocksOf(text)).toHaveLength(4)
    expect(residue(text).map(([kind]) => kind)).toEqual([
      'watermark',
      'watermark',
      'watermark',
      'watermark',
      'page-number',
      'page-number',
      'page-number',
    ])
  })

  test('bare page numbers go only when they count on', () => {
    const page = (n: number) => `第${n}段的内容较长。\n又一行内容。\n又一行内容。\n又一行内容。\n又一行内容。\n\n${n}\n\n`
    expect(residue(page(1) + page(2) + page(3)).map(([, text]) => text)).toEqual(['1', '2', '3'])
    expect(residue('收入。\n\n12\n\n支出。\n')).toEqual([])
  })

  test('running headers go, the title stays', () => {
    const title = '某某县水利局部门整体支出绩效自评报告'
    const text = [1, 2, 3].map((n) => `${title}\n第 ${n} 页 共 3 页\n内容之${n}。\n`).join('')
    expect(residue(text).filter(([kind]) => kind === 'running-header')).toHaveLength(2)
    expect(read(text).reports).toMatchObject([{ title, blocks: [{ level: 0 }, {}, {}, {}] }])
  })

  test('what stands above a table that reaches to the end of its page is no running header', () => {
    let text = ''
    const tables: FlowTable[] = []
    for (const n of ['甲', '乙', '丙']) {
      text += `附件\n${n}项目支出绩效自评表\n（2022年度）\n`
      tables.push({ start: text.length, end: text.length + 2, rows: [[{ spans: [text.length, text.length + 2], rowSpan: 1, colSpan: 1 }]] })
      text += `项目\n\f注：${n}项目按合同支付。\n`
    }
    expect(readFlow({ text, tables }, '', LIMITS).residue).toEqual([])
  })

  test('the table of contents goes', () => {
    const dotted = '目 录\n一、概况…………1\n（一）职责........2\n\n一、概况\n（一）职责\n承担管理工作。'
    expect(residue(dotted).map(([kind]) => kind)).toEqual(['contents', 'contents', 'contents'])
    const bare = '目录\n一、概况\n二、结论\n一、概况\n内容。\n二、结论\n内容。'
    expect(residue(bare)).toHaveLength(3)
    expect(blocksOf(bare)).toHaveLength(4)
  })
})
