import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { evaluationPage } from '../../src/evaluation/evaluation-page.ts'
import { evaluationRows } from '../../src/evaluation/evaluation-rows.ts'
import { evaluated, fact, facts } from './made.ts'

const options = { label: '样例细则', asOf: '2024-03-31' }

describe('the page of an evaluation', () => {
  const page = evaluationPage([evaluated()], options)

  it('opens every score to its rule, source, figures, evidence and steps', () => {
    expect(page.match(/<details /g)).toHaveLength(5)
    const execution = /<details id="u0-execution">.*?<\/details>/s.exec(page)?.[0] ?? ''
    for (const text of [
      '6.67',
      '全年执行数 ÷ 全年预算数',
      '按完成比例计分',
      '样例办法 第三条',
      '全年执行数：2000000 元',
      '支付明细 第3页',
      '66.67%',
    ])
      expect(execution).toContain(text)
    expect(page).toContain('取几位小数没有写')
  })

  it('has no script, and a policy that lets in its own style only', () => {
    const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? ''
    expect(page).not.toContain('<script')
    expect(page).toContain(`script-src &#39;none&#39;; style-src &#39;sha256-${createHash('sha256').update(style).digest('base64')}&#39;`)
    expect(page).not.toMatch(/ style="| on\w+="|https?:/)
  })

  it('shows what is open instead of a total, and never a nought for it', () => {
    const open = evaluationPage([evaluated(facts.filter(({ item }) => item !== 'executed'))], options)
    expect(open).toContain('缺少基础数据“全年执行数”')
    expect(open).toContain('补齐后才有总分')
    expect(open).not.toContain('总分 / 满分')
  })

  it('is not steered by what facts say', () => {
    const hostile = '</span><script>alert(1)</script>"\u202e\u0000'
    const list = [
      ...facts.slice(1),
      fact('budget', { kind: 'figure', value: '300', unit: 'wan-yuan' }, { source: hostile, evidence: [{ name: hostile, page: null }] }),
    ]
    const shown = evaluationPage([evaluated(list, '219001', hostile), evaluated()], options)
    expect(shown).not.toContain('<script')
    for (const character of ['\u202e', '\u0000']) expect(shown).not.toContain(character)
    expect(shown).toContain('&lt;script&gt;')
  })

  it('lists several units before their forms', () => {
    const two = evaluationPage([evaluated(), evaluated([], '219002', '219002 乙所')], options)
    expect(two).toContain('2 个单位')
    expect(two.indexOf('219002 乙所</a>')).toBeLessThan(two.indexOf('id="u0"'))
  })
})

describe('the lines of an evaluation', () => {
  it('speak of check points and classes by their names, and of figures with units', () => {
    const rows = new Map(evaluationRows(evaluated()).map((row) => [row.id, row]))
    expect(rows.get('rules')?.trace?.facts[0]?.says).toBe('有制度')
    expect(rows.get('quality')?.actual).toBe('达成预期指标')
    expect(rows.get('done')).toMatchObject({ actual: '2天', measure: '当年 10 月 31 日前完成' })
    expect(rows.get('rate')).toMatchObject({ target: '≥ 95%', actual: '96%', score: '10' })
    expect(rows.get('output')).toMatchObject({ kind: 'block', weight: '90', score: '70' })
  })
})
