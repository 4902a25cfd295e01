/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The page of a report in a real browser: what people do with it, and what it must never do. */
import type { Audited } from '@jiheng/report'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportPage } from '../../packages/report/src/html/report-page.ts'
import { isLong, sampled } from '../setup/breadth.ts'
import { barriersOf } from './accessible.ts'
import { auditedAs, auditedBytes, corpusReport, type MadeFormat } from './audited-files.ts'
import { Pages, skipPages } from './browser.ts'

const PHONE = { viewport: { width: 390, height: 844 } }
const formats: readonly MadeFormat[] = sampled(['txt', 'docx', 'xlsx', 'pdf'], 1, 3)
/** Several reports in one file; a report with a large table. */
const names = ['004-shandan-2023.txt', '003-jinshui-2021.txt']

describe.skipIf(skipPages)('the page of a report', () => {
  let pages: Pages
  const made = new Map<string, Audited>()
  const given = (name: string, format: MadeFormat): Audited => made.get(`${name} ${format}`) as Audited
  const [several, table] = names as [string, string]

  beforeAll(async () => {
    pages = await Pages.start()
    for (const name of names) for (const format of formats) made.set(`${name} ${format}`, await auditedAs(corpusReport(name), format))
  }, 60_000)
  afterAll(async () => pages?.stop())

  describe.each(formats)('of a %s file', (format) => {
    // The page of one format is looked at each day, those of all in the long run.
    const looked = isLong || format === formats[0]
    test.each(names)('%s: opens without an error, asks for nothing, keeps its policy', async (name) => {
      const { page, context, misdeeds } = await pages.open(reportPage(given(name, format)))
      for (const key of ['j', 'j', 'k', '1', '1', 'Escape']) await page.keyboard.press(key)
      expect(misdeeds).toEqual({ errors: [], requests: [] })
      expect(await page.locator('.finding').count()).toBe(given(name, format).result.findings.length)
      await context.close()
    })

    if (looked)
      test.each([
        ['by day', {}, 'screen'],
        ['by night', { colorScheme: 'dark' }, 'screen'],
        ['on a phone', PHONE, 'screen'],
        ['on paper', {}, 'print'],
      ] as const)(
        'everybody can use it: %s',
        async (_when, options, media) => {
          // Both reports on paper, where links in lines differ; else the one with every kind of block.
          for (const name of media === 'print' ? names : [table]) {
            const { page, context } = await pages.open(reportPage(given(name, format)), options)
            await page.emulateMedia({ media })
            await page.keyboard.press('j')
            expect(await barriersOf(page), name).toEqual([])
            await context.close()
          }
        },
        60_000,
      )

    test('each finding leads to its words, and the words are those that it accuses', async () => {
      const audited = given(several, format)
      const { page, context } = await pages.open(reportPage(audited))
      for (let at = 1; at <= audited.result.findings.length; at++) {
        await page.keyboard.press('j')
        const { words, seen } = await chosen(page)
        expect(words, `finding ${at}`).not.toBe('')
        expect(words.replace(/\s/g, ''), `finding ${at}`).toBe((await accusedOf(page)).replace(/[\s｜]/g, ''))
        expect(seen, `finding ${at}`).toBe(true)
      }
      await context.close()
    })

    test('everything is there without its script', async () => {
      const audited = given(several, format)
      const { page, context } = await pages.open(reportPage(audited), { javaScriptEnabled: false })
      expect(await page.locator('.finding .rule').first().isVisible()).toBe(true)
      expect(await page.locator('.finding').count()).toBe(audited.result.findings.length)
      expect(await page.locator('#tools').isVisible()).toBe(false)
      await page.locator('.finding .jump').first().click()
      expect(page.url()).toMatch(/#m1$/)
      await context.close()
    })
  })

  test('the keys walk through the findings, and the address names the chosen one', async () => {
    const { result } = given(table, 'txt')
    const { page, context } = await pages.open(reportPage(given(table, 'txt')))
    const ids = await page.locator('.finding').evaluateAll((cards) => cards.map(({ id }) => id))
    const current = () => page.locator('.finding[aria-current]').getAttribute('id')
    await page.keyboard.press('j')
    expect(await current()).toBe(ids[0])
    await page.keyboard.press('ArrowDown')
    expect(await current()).toBe(ids[1])
    expect(page.url()).toContain(`#${ids[1]}`)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('k')
    expect(await current()).toBe(ids[0])
    expect(await page.locator('#count').textContent()).toBe(`共 ${result.findings.length} 条；第 1 条`)
    const more = page.locator('.finding[aria-current] .more')
    expect(await more.isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    expect(await more.isVisible()).toBe(false)
    await page.keyboard.press('Enter')
    expect(await more.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('.finding[aria-current]').count()).toBe(0)
    await page.keyboard.press('?')
    expect(await page.locator('#keys').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('#keys').isVisible()).toBe(false)
    await context.close()
  })

  test('an address with the id of a finding opens it', async () => {
    const audited = given(table, 'txt')
    const id = audited.result.findings.at(-1)?.id as string
    const { page, context } = await pages.open(reportPage(audited), {}, `#${id}`)
    expect(await page.locator('.finding[aria-current]').getAttribute('id')).toBe(id)
    expect((await chosen(page)).seen).toBe(true)
    await context.close()
  })

  test('filters leave what fits and say how many', async () => {
    const { result } = given(several, 'txt')
    const { page, context } = await pages.open(reportPage(given(several, 'txt')))
    const shown = () => page.locator('.finding:visible').count()
    const of = (severity: string) => result.findings.filter((finding) => finding.severity === severity).length
    const all = result.findings.length
    await page.keyboard.press('1')
    expect(await shown()).toBe(all - of('error'))
    await page.keyboard.press('3')
    expect(await shown()).toBe(of('warning'))
    expect(await page.locator('#count').textContent()).toContain(`显示 ${of('warning')} 条，共 ${all} 条`)
    await page.keyboard.press('Escape')
    expect(await shown()).toBe(all)
    await page.locator('#unit').selectOption('1')
    expect(await shown()).toBe(result.reports[1]?.findings.length)
    await page.locator('#unit').selectOption('')
    await page.locator('#kind').selectOption('numbering')
    expect(await shown()).toBe(result.findings.filter(({ kind }) => kind === 'numbering').length)
    await page.locator('#kind').selectOption('')
    await page.keyboard.press('/')
    await page.keyboard.type('没有这样的文字')
    await page.locator('#none').waitFor()
    expect(await shown()).toBe(0)
    await page.keyboard.press('Escape')
    expect(await shown()).toBe(all)
    await context.close()
  })

  test('words in the document lead to their finding, and show what they were held against', async () => {
    const { page, context } = await pages.open(reportPage(given(several, 'pdf')))
    await page.keyboard.press('j')
    const operands = await page.locator('#document .q.lit').count()
    expect(operands).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    expect(await page.locator('#document .lit').count()).toBe(0)
    const box = await page.evaluate(() => {
      const words = document.querySelector('#document a[data-f~="1"]')
      words?.scrollIntoView({ block: 'center' })
      return words?.getBoundingClientRect().toJSON() as DOMRect
    })
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    expect(await page.locator('.finding[aria-current]').getAttribute('data-number')).toBe('1')
    expect(await page.locator('#document .q.lit').count()).toBe(operands)
    await context.close()
  })

  test('what stands in a document or its name never runs', async () => {
    const attack = `<img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>]]>&lt;"'\`javascript:alert(4)</noscript></style></title>\u202e\u0001`
    const wrong = `${attack}。2023年支出合计12.34万元，其中：基本支出7.34万元，项目支出6万元。${attack}\n`
    for (const repeat of [1, 600]) {
      const words = `某局2023年度绩效自评报告\n一、支出情况${attack}\n${wrong.repeat(repeat)}`
      const audited = await auditedBytes(new TextEncoder().encode(words), `${attack.replaceAll('/', '')}.txt`)
      expect(audited.result.findings.length).toBeGreaterThan(0)
      const { page, context, misdeeds } = await pages.open(reportPage(audited))
      await page.keyboard.press('j')
      await page.waitForFunction(() => document.querySelector('noscript') === null)
      expect(misdeeds).toEqual({ errors: [], requests: [] })
      expect(await page.locator('img, #document script').count()).toBe(0)
      await context.close()
    }
  })

  test('a page without findings says what was covered; one that was not read says why', async () => {
    const clean = await auditedAs(corpusReport('101-wenling-2023.txt'), 'docx')
    const first = await pages.open(reportPage(clean))
    expect(await first.page.locator('#side h2').first().textContent()).toBe('未发现问题')
    expect(await first.page.locator('#coverage').isVisible()).toBe(true)
    expect(await barriersOf(first.page)).toEqual([])
    const unread = await auditedBytes(new Uint8Array(), '空.docx')
    const second = await pages.open(reportPage(unread))
    expect(await second.page.locator('main').textContent()).toContain('文件是空的')
    expect(await barriersOf(second.page)).toEqual([])
    expect([first.misdeeds, second.misdeeds]).toEqual([
      { errors: [], requests: [] },
      { errors: [], requests: [] },
    ])
  })
})

/** The words that the chosen finding lights up in the document, and whether they are in sight. */
function chosen(page: Page): Promise<{ words: string; seen: boolean }> {
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const number = document.querySelector<HTMLElement>('.finding[aria-current]')?.dataset.number
    const marks = Array.from(document.querySelectorAll(`#document a[data-f~="${number}"]`))
    const words = marks.map((mark) => {
      const copy = mark.cloneNode(true) as Element
      for (const label of copy.querySelectorAll('sup, title')) label.remove()
      return copy.textContent
    })
    const first = marks[0]?.getBoundingClientRect()
    const pane = document.getElementById('document')?.getBoundingClientRect()
    return {
      words: words.join(''),
      seen: first !== undefined && pane !== undefined && first.top >= pane.top && first.bottom <= pane.bottom,
    }
  })
}

const accusedOf = (page: Page): Promise<string> => page.locator('.finding[aria-current] .line b').innerText()
