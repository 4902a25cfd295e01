import { describe, expect, it } from 'vitest'
import { fitted, shareBars, stackedBars } from '../../src/html/plots.ts'

const words = { id: 'p', title: '图', description: '说明' }

const widthsIn = (text: string): number[] => [...text.matchAll(/<rect x="\d+" y="6" width="(\d+)"/g)].map(([, width]) => Number(width))
const figuresIn = (text: string): string[] => [...text.matchAll(/class="(?:figure|none)">([^<]*)</g)].map(([, figure]) => figure ?? '')

describe('stacked bars', () => {
  const { text } = stackedBars(
    [
      { label: '甲局', counts: { error: 3, warning: 0, info: 1 } },
      { label: '乙局', counts: { error: 0, warning: 0, info: 8 } },
      { label: '丙局', counts: { error: 0, warning: 0, info: 0 } },
    ],
    words,
  )

  it('have the length of their figures, and none where there is nothing', () => {
    const [error = 0, info = 0, most = 0, ...rest] = widthsIn(text)
    expect(rest).toEqual([])
    expect(most).toBe(146)
    expect(error / most).toBeCloseTo(3 / 8, 1)
    expect(info / most).toBeCloseTo(1 / 8, 1)
  })

  it('have every figure beside them, and in words for whoever points at them', () => {
    expect(figuresIn(text)).toEqual(['3', '0', '1', '0', '0', '8', '0', '0', '0'])
    expect(text).toContain('<title>甲局：差错 3，疑点 0，提示 1</title>')
  })

  it('are a picture with a name and a description, without styles', () => {
    expect(text).toContain('role="img" aria-labelledby="p-title p-desc"')
    expect(text).not.toContain('style=')
  })

  it('show one among very many', () => {
    const tall = stackedBars([{ label: '甲', counts: { error: 1, warning: 9999, info: 0 } }], words).text
    expect(widthsIn(tall)[0]).toBeGreaterThan(1)
  })
})

it('shares never pass their whole, and nothing to share is said', () => {
  const rows = [
    { label: '甲', part: 5, whole: 5 },
    { label: '乙', part: 0, whole: 7 },
    { label: '丙', part: 0, whole: 0 },
  ]
  const { text } = shareBars(rows, { ...words, heading: '进入 / 全部', nothing: '没有数字' })
  expect(widthsIn(text)).toEqual([168, 168, 168])
  expect(figuresIn(text)).toEqual(['5 / 5', '0 / 7', '没有数字'])
})

it('a long name keeps both ends, since the middle tells least', () => {
  expect(fitted('县财政局')).toBe('县财政局')
  const short = fitted('临河县农业农村和水利事业发展服务中心')
  expect(short).toMatch(/^临河县.*….*服务中心$/)
  expect(Array.from(short).length).toBeLessThan(12)
  expect(fitted(`${'𠮷'.repeat(50)}`)).toMatch(/^𠮷+…𠮷+$/u)
})

it('labels are text and nothing else', () => {
  const { text } = stackedBars([{ label: '</text><script>x</script>', counts: { error: 1, warning: 0, info: 0 } }], words)
  expect(text).not.toContain('<script>')
})
