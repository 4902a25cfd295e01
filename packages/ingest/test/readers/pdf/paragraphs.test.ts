import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../src/readers/pdf.ts'
import { flowOf, linesOf } from '../read-flow-text.ts'
import { words, writePdf } from './write-pdf.ts'

/** Thirty-six letters of 12 points fill a line from 72 on. */
const FULL = 36
const STEP = 20
const readPages = (...pages: readonly string[]) => flowOf(readPdf, writePdf({ pages: pages.map((content) => ({ content })) }))

/** A paragraph as a page shows it: first line indented by two letters, broken at the margin. */
function paragraph(text: string, indent = 2): readonly string[] {
  const lines = ['　'.repeat(indent) + text.slice(0, FULL - indent)]
  for (let at = FULL - indent; at < text.length; at += FULL) lines.push(text.slice(at, at + FULL))
  return lines
}

/** Lines from the top of the page; an ideographic space at the front is a shift to the right, an empty line is left free. */
function page(lines: readonly string[], top = 760): string {
  return lines
    .map((line, i) => {
      const indent = line.length - line.trimStart().length
      return line.trim() ? words(72 + 12 * indent, top - STEP * i, line.trim()) : ''
    })
    .join('')
}

const LONG =
  '本单位对照年初设定的绩效目标逐项开展自评全年预算执行率百分之九十五点四七各项任务按期完成资金使用合规未发现截留挪用等情况满意度达到预期'
const OTHER =
  '项目实施过程中严格执行政府采购和合同管理规定验收资料齐全归档及时监督检查发现的问题均已整改到位下一年度继续加强过程管理和成本控制'

describe('paragraphs', () => {
  it('are one line each, their first lines without indentation', async () => {
    expect(linesOf(await readPages(page([...paragraph(`${LONG}。`), ...paragraph(`${OTHER}。`), ...paragraph('短段落。')])))).toEqual([
      `${LONG}。`,
      `${OTHER}。`,
      '短段落。',
    ])
  })

  it('end where the next line is indented, even if their last line is full', async () => {
    const exact = (LONG + OTHER).slice(0, 2 * FULL - 3)
    expect(linesOf(await readPages(page([...paragraph(`${exact}。`), ...paragraph(OTHER), ...paragraph(LONG)])))).toEqual([
      `${exact}。`,
      OTHER,
      LONG,
    ])
  })

  it('go on where a sentence ends at the margin by chance', async () => {
    const chance = `${LONG.slice(0, FULL - 3)}。${OTHER}`
    expect(linesOf(await readPages(page([...paragraph(chance), ...paragraph(LONG), ...paragraph(OTHER)])))).toEqual([chance, LONG, OTHER])
  })

  it('go on over a page, past its number; the text behind is on the next page', async () => {
    const upper = [...Array.from({ length: 4 }, () => paragraph(OTHER)).flat(), ...paragraph(LONG).slice(0, 1)]
    const flow = await readPages(
      page(upper) + words(290, 40, '— 1 —'),
      page([...paragraph(LONG).slice(1), ...paragraph(OTHER)]) + words(290, 40, '— 2 —'),
    )
    expect(linesOf(flow)).toEqual([OTHER, OTHER, OTHER, OTHER, LONG, OTHER])
    expect(flow.text.split('\f').map((part) => part.includes(LONG))).toEqual([true, false])
    const pages = flow.places.map(({ spot }) => (spot.kind === 'box' ? spot.page : 0))
    expect(new Set(pages)).toEqual(new Set([1, 2]))
    const second = flow.places.find(({ spot }) => spot.kind === 'box' && spot.page === 2)
    expect(LONG.endsWith(flow.text.slice(second?.start, second?.end))).toBe(true)
  })

  it('do not swallow headings, titles and signatures', async () => {
    const title = words(237, 800, '部门整体支出绩效自评报告', 14)
    const lines = [
      '　　一、基本情况',
      ...paragraph(LONG),
      '　　二、存在的问题',
      ...paragraph(OTHER),
      '',
      '　　　　　　　　　　　　　　　　　　　　　　　　　某某县财政局',
    ]
    expect(linesOf(await readPages(title + page(lines, 760)))).toEqual([
      '部门整体支出绩效自评报告',
      '一、基本情况',
      LONG,
      '二、存在的问题',
      OTHER,
      '某某县财政局',
    ])
  })

  it('that stand apart without indentation are told by their distance', async () => {
    const lines = [LONG, OTHER, LONG].flatMap((text) => [...paragraph(`${text}。`, 0), ''])
    expect(linesOf(await readPages(page(lines)))).toEqual([`${LONG}。`, `${OTHER}。`, `${LONG}。`])
  })

  it('are left line by line where lines end short of any margin', async () => {
    expect(linesOf(await readPages(page(['姓名甲', '职务乙', '电话丙'])))).toEqual(['姓名甲', '职务乙', '电话丙'])
  })
})

describe('what stands on every page', () => {
  const body = (i: number) => page([...paragraph(LONG), ...paragraph(`第${'甲乙丙丁'.charAt(i)}节${OTHER}`)], 740)

  it.each([
    ['— 1 —', (n: number) => `— ${n} —`],
    ['bare figures', (n: number) => `${n}`],
    ['第1页 共4页', (n: number) => `第${n}页 共4页`],
    ['figures that go on from elsewhere', (n: number) => `${n + 36}`],
  ])('is left out: page numbers as %s', async (_name, number) => {
    const flow = await readPages(...[0, 1, 2, 3].map((i) => body(i) + words(290, 40, number(i + 1))))
    expect(linesOf(flow).filter((line) => line !== LONG)).toEqual(['甲', '乙', '丙', '丁'].map((name) => `第${name}节${OTHER}`))
  })

  it('is left out: a running header, the same at the top of each page', async () => {
    const flow = await readPages(...[0, 1, 2].map((i) => words(200, 800, '某某县部门决算公开', 10) + body(i)))
    expect(flow.text).not.toContain('决算公开')
  })

  it('is kept when it is said on two pages only, and when the figure is no page number', async () => {
    const flow = await readPages(...[0, 1].map((i) => words(200, 800, '某某县部门决算公开', 10) + body(i) + words(290, 300, '2023')))
    expect(linesOf(flow).filter((line) => line === '某某县部门决算公开' || line === '2023')).toHaveLength(4)
  })
})

describe('pages in two columns', () => {
  it('are read column by column', async () => {
    const column = (text: string, x: number) =>
      Array.from({ length: 8 }, (_, i) => words(x, 760 - STEP * i, text.slice(i * 16, i * 16 + 16))).join('')
    const left = (LONG + OTHER).slice(0, 128)
    const right = (OTHER + LONG).slice(0, 125)
    expect(linesOf(await readPages(column(left, 72) + column(right, 300))).join('')).toBe(left + right)
  })
})
