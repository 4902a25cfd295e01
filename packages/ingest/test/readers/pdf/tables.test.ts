import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../src/readers/pdf.ts'
import { flowOf, linesOf, tablesOf } from '../read-flow-text.ts'
import { filledRules, hex, strokedRules, type WrittenPage, words, writePdf } from './write-pdf.ts'

const readPages = (...pages: readonly string[]) => flowOf(readPdf, writePdf({ pages: pages.map((content): WrittenPage => ({ content })) }))
const tablesIn = async (...pages: readonly string[]) => tablesOf(await readPages(...pages))

const XS = [72, 200, 300, 400]

/** Rows of words from the top rule down, each 20 points high; '' for an empty cell. */
function rows(top: number, ...texts: readonly (readonly string[])[]): string {
  return texts
    .map((cells, row) => cells.map((text, i) => (text ? words((XS[i] ?? 0) + 3, top - 15 - 20 * row, text, 10) : '')).join(''))
    .join('')
}

const ruled = (top: number, count: number, draw = filledRules) =>
  draw(
    XS,
    Array.from({ length: count + 1 }, (_, i) => top - 20 * (count - i)),
  )

describe('ruled tables', () => {
  it.each([
    ['thin filled boxes', filledRules],
    ['strokes', strokedRules],
  ])('are found in %s, empty cells too', async (_name, draw) => {
    expect(await tablesIn(ruled(700, 3, draw) + rows(700, ['项目', '预算', '执行'], ['工资', '12.50', ''], ['', '', '3.00']))).toEqual([
      ['项目|预算|执行', '工资|12.50|', '||3.00'],
    ])
  })

  it('have merged cells where a rule is missing', async () => {
    const rules = `${strokedRules([72, 400], [640, 700])} 72 660 m 400 660 l S 200 680 m 400 680 l S 200 640 m 200 700 l S 300 640 m 300 680 l S\n`
    expect(
      await tablesIn(rules + words(75, 670, '科目', 10) + words(203, 685, '金额', 10) + rows(680, ['', '预算', '执行'], ['甲', '1', '2'])),
    ).toEqual([['科目{2x1}|金额{1x2}|', '|预算|执行', '甲|1|2']])
  })

  it('have rules drawn piece by piece, and twice', async () => {
    const pieces = XS.flatMap((x) => [620, 640, 660].map((y) => `${x - 0.25} ${y} 0.5 20 re f`)).join('\n')
    const across = [620, 640, 660, 680]
      .flatMap((y) => [0, 1, 2].map((i) => `${XS[i]} ${y} m ${XS[i + 1]} ${y + 0.3} l S ${XS[i]} ${y} m ${XS[i + 1]} ${y} l S`))
      .join('\n')
    expect(await tablesIn(`${pieces}\n${across}\n${rows(680, ['a', 'b', 'c'], ['1', '2', '3'], ['4', '5', '6'])}`)).toEqual([
      ['a|b|c', '1|2|3', '4|5|6'],
    ])
  })

  it('go on to the left and right where those sides are open', async () => {
    const rules = `${[640, 660, 680, 700].map((y) => `72 ${y} m 400 ${y} l S`).join('\n')}\n200 640 m 200 700 l S 300 640 m 300 700 l S\n`
    expect(await tablesIn(rules + rows(700, ['项目', '预算', '执行'], ['甲', '1', '2'], ['乙', '3', '4']))).toEqual([
      ['项目|预算|执行', '甲|1|2', '乙|3|4'],
    ])
  })

  it('have one figure a cell though the figures were drawn as one text', async () => {
    const drawn = `BT /F1 10 Tf 205 665 Td ${hex('12.00')} Tj [-7500 ${hex('3.00')}] TJ ET\n`
    expect(await tablesIn(ruled(700, 2) + rows(700, ['项目', '预算', '执行'], ['甲']) + drawn)).toEqual([
      ['项目|预算|执行', '甲|12.00|3.00'],
    ])
    const spaced = words(205, 665, `12.00${' '.repeat(18)}3.00`, 10)
    expect(await tablesIn(ruled(700, 2) + rows(700, ['项目', '预算', '执行'], ['甲']) + spaced)).toEqual([
      ['项目|预算|执行', '甲|12.00|3.00'],
    ])
  })

  it('keep long words that spill over the next cell in their own', async () => {
    expect(
      await tablesIn(
        ruled(700, 2) +
          rows(700, ['项目', '预算', '执行']) +
          words(74, 665, '这一行的说明比它自己的一格要长得多了所以一直写到第三格里去', 10),
      ),
    ).toEqual([['项目|预算|执行', '这一行的说明比它自己的一格要长得多了所以一直写到第三格里去||']])
  })

  it('have whole figures where a narrow cell broke them, and two where two stand', async () => {
    const narrow = strokedRules([72, 112, 300], [600, 640, 680])
    const broken = words(75, 665, '123456', 10) + words(75, 650, '7.89', 10) + words(120, 665, '1.00', 10) + words(120, 650, '2.00', 10)
    const below = words(75, 620, '甲', 10) + words(120, 620, '乙', 10)
    expect(await tablesIn(narrow + broken + below)).toEqual([['1234567.89|1.00/2.00', '甲|乙']])
  })

  it('that go on over a page are one; their header is said once', async () => {
    const head = ['项目', '预算', '执行']
    const first = ruled(140, 3) + rows(140, head, ['甲', '1', '2'], ['乙', '3', '4'])
    const second = ruled(780, 2) + rows(780, head, ['丙', '5', '6'])
    expect(await tablesIn(first, second)).toEqual([['项目|预算|执行', '甲|1|2', '乙|3|4', '丙|5|6']])
  })

  it('with words between them are two', async () => {
    const first = ruled(140, 2) + rows(140, ['项目', '预算', '执行'], ['甲', '1', '2'])
    const second = words(72, 760, '另一张表') + ruled(740, 2) + rows(740, ['科目', '上年', '本年'], ['丙', '5', '6'])
    const flow = await readPages(first, second)
    expect(tablesOf(flow)).toEqual([
      ['项目|预算|执行', '甲|1|2'],
      ['科目|上年|本年', '丙|5|6'],
    ])
    expect(linesOf(flow)).toContain('另一张表')
  })

  it('have labels that reach over the page, and rows that the page cut', async () => {
    const upper = `${strokedRules([72, 200, 300, 400], [60, 140])} 200 100 m 400 100 l S\n`
    const lower = `${strokedRules([72, 200, 300, 400], [700, 780])} 200 740 m 400 740 l S\n`
    const labels =
      words(75, 100, '产出指标', 10) +
      words(203, 120, '数量', 10) +
      words(303, 120, '1', 10) +
      words(203, 80, '质量', 10) +
      words(303, 80, '2', 10)
    const more = words(203, 760, '时效', 10) + words(303, 760, '3', 10) + words(203, 720, '成本', 10) + words(303, 720, '4', 10)
    expect(await tablesIn(upper + labels, lower + more)).toEqual([['产出指标{4x1}|数量|1', '|质量|2', '|时效|3', '|成本|4']])
    const cut = ruled(80, 1) + words(75, 65, '说明', 10) + words(203, 65, '验收工作尚未完成', 10) + words(303, 65, '5', 10)
    expect(await tablesIn(cut, ruled(780, 1) + words(203, 765, '余款没有支付', 10))).toEqual([['说明|验收工作尚未完成余款没有支付|5']])
  })

  it('are no tables when only a frame or a line under a title', async () => {
    const flow = await readPages(
      `${strokedRules([50, 545], [50, 800])} 72 690 m 300 690 l S\n${words(72, 700, '标题')}${words(72, 600, '正文')}`,
    )
    expect(flow.tables).toEqual([])
    expect(linesOf(flow)).toEqual(['标题', '正文'])
  })

  it('inside a frame are found', async () => {
    expect(
      await tablesIn(
        strokedRules([50, 545], [50, 800]) + words(72, 720, '表1') + ruled(700, 2) + rows(700, ['a', 'b', 'c'], ['1', '2', '3']),
      ),
    ).toEqual([['a|b|c', '1|2|3']])
  })

  it('have labels that stand on their side', async () => {
    const upright = `q 0 1 -1 0 140 648 cm ${words(0, 0, '产出', 10)} Q\n`
    expect(await tablesIn(ruled(700, 2) + rows(700, ['项目', '预算', '执行'], ['', '1', '2']) + upright.replace('648', '662'))).toEqual([
      ['项目|预算|执行', '产出|1|2'],
    ])
  })

  it('have labels whose letters stand below one another', async () => {
    const label = `BT /F4 10 Tf 140 698 Td ${hex('产出指标')} Tj ET\n`
    const beside = words(203, 680, '数量', 10) + words(303, 680, '1', 10) + words(203, 640, '质量', 10) + words(303, 640, '2', 10)
    const rules = `${strokedRules(XS, [620, 700])} 200 660 m 400 660 l S\n`
    expect(await tablesIn(rules + label + beside)).toEqual([['产/出/指/标{2x1}|数量|1', '|质量|2']])
  })
})
