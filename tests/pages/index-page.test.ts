/** The page of a batch in a real browser: sorting, filtering, and what it must never do. */
import { indexPage } from '@jiheng/report'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriersOf } from './accessible.ts'
import { Pages, skipPages } from './browser.ts'
import { batchOf, countyBatch, renamed, unread, wrongRate } from './made-batch.ts'

const links = (file: number) => ({ page: `校核页/${file}.html`, copy: `批注副本/${file}.docx`, letter: `退回意见/${file}.docx` })
const county = indexPage(countyBatch(60), links, {
  asOf: '2026-01-01',
  version: '1.0.0',
  files: [{ label: '问题清单.xlsx', path: '问题清单.xlsx', note: '每行一个问题' }],
})

const rows = (page: Page) => page.locator('#files tbody tr')
const errorsOf = (page: Page) => page.locator('#files tbody tr td:nth-child(4)').allTextContents()
const namesOf = (page: Page) => page.locator('#files tbody tr .name').allTextContents()

describe.skipIf(skipPages)('the page of a batch', () => {
  let pages: Pages
  beforeAll(async () => {
    pages = await Pages.start()
  })
  afterAll(async () => pages?.stop())

  test.each([
    ['by day', {}, 'screen'],
    ['by night', { colorScheme: 'dark' }, 'screen'],
    ['on a phone', { viewport: { width: 390, height: 844 } }, 'screen'],
    ['on paper', {}, 'print'],
  ] as const)(
    'everybody can use it: %s',
    async (_when, options, media) => {
      const { page, context } = await pages.open(county, options)
      await page.emulateMedia({ media })
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true
      })
      expect(await barriersOf(page)).toEqual([])
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
      expect(tooWide).toBe(false)
      await context.close()
    },
    60_000,
  )

  test('opens without an error, asks for nothing, keeps its policy', async () => {
    const { page, context, misdeeds } = await pages.open(county)
    await page.fill('#words', '示例')
    await page.locator('#files thead button').first().click()
    expect(misdeeds).toEqual({ errors: [], requests: [] })
    await context.close()
  })

  test('figures are sorted the largest first, then turned round, then as the batch was', async () => {
    const { page, context } = await pages.open(county)
    const before = await namesOf(page)
    const head = page.locator('#files thead th').nth(3)
    const button = head.locator('button')
    await button.click()
    const falling = (await errorsOf(page)).filter((text) => text !== '').map(Number)
    expect(falling).toEqual([...falling].sort((a, b) => b - a))
    expect(falling[0]).toBeGreaterThan(falling.at(-1) as number)
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    expect((await errorsOf(page)).at(-1)).toBe('')
    await button.press('Enter')
    const rising = (await errorsOf(page)).filter((text) => text !== '').map(Number)
    expect(rising).toEqual([...rising].sort((a, b) => a - b))
    expect((await errorsOf(page)).at(-1)).toBe('')
    await button.click()
    expect(await namesOf(page)).toEqual(before)
    expect(await head.getAttribute('aria-sort')).toBe(null)
    await context.close()
  })

  test('the table is filtered by words and by severity, and says how many are shown', async () => {
    const { page, context } = await pages.open(county)
    await page.fill('#words', '第1示例 2023')
    expect(await namesOf(page)).toEqual(['报送包.zip/第1示例局.txt'])
    expect(await page.textContent('#shown')).toBe('显示 1 份，共 60 份')
    await page.fill('#words', '')
    await page.selectOption('#level', 'error')
    expect((await errorsOf(page)).every((text) => Number(text) > 0)).toBe(true)
    const withErrors = await rows(page).count()
    await page.selectOption('#level', 'unread')
    expect(await namesOf(page)).toEqual(['报送包.zip/第8示例局.txt', '报送包.zip/第58示例局.txt'])
    await page.selectOption('#level', 'nothing')
    expect(withErrors + 2 + (await rows(page).count())).toBe(60)
    await page.fill('#words', '没有这样的单位')
    expect(await rows(page).count()).toBe(0)
    await page.click('#reset')
    expect(await rows(page).count()).toBe(60)
    await context.close()
  })

  test('every plot has its table, and without scripts everything is there but the tools', async () => {
    const { page, context } = await pages.open(county, { javaScriptEnabled: false })
    expect(await rows(page).count()).toBe(60)
    expect(await page.locator('#tools').isVisible()).toBe(false)
    expect(await page.locator('#files thead button').count()).toBe(0)
    for (const figure of await page.locator('figure').all()) {
      expect(await figure.locator('svg[role=img]').isVisible()).toBe(true)
      await figure.locator('summary').click()
      expect(await figure.locator('table tbody tr').first().isVisible()).toBe(true)
    }
    expect(await page.locator('a', { hasText: '校核页' }).first().getAttribute('href')).toMatch(/^%E6.*\/0\.html$/)
    await context.close()
  })

  test('rows that come later are there, with scripts and without, and what is asked for meanwhile is not lost', async () => {
    const large = indexPage(countyBatch(700), links)
    const live = await pages.open(large)
    await live.page.fill('#words', '第699示例')
    await live.page.waitForFunction(() => document.getElementById('shown')?.textContent === '显示 1 份，共 700 份')
    expect(await namesOf(live.page)).toEqual(['报送包.zip/第699示例局.txt'])
    expect(live.misdeeds).toEqual({ errors: [], requests: [] })
    await live.context.close()
    const still = await pages.open(large, { javaScriptEnabled: false })
    expect(await still.page.locator('.files tbody tr').count()).toBe(700)
    expect(await still.page.locator('.files tbody tr').last().locator('th').isVisible()).toBe(true)
    await still.context.close()
  })

  test('names that would be markup, scripts or addresses are shown as they are', async () => {
    const evil = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;`
    const batch = batchOf([renamed(wrongRate, evil, `${evil}.txt`), renamed(wrongRate, '甲局', '甲.txt'), unread(`${evil}.docx`)])
    const text = indexPage(batch, () => ({ page: 'javascript:alert(3)' }), {
      title: evil,
      files: [{ label: evil, path: `x:${evil}`, note: evil }],
    })
    const { page, context, misdeeds } = await pages.open(text)
    expect(await page.textContent('h1')).toBe(evil)
    expect(await page.locator('img').count()).toBe(0)
    await page.fill('#words', '<script>')
    expect(await rows(page).count()).toBe(2)
    expect(await page.locator('a').evaluateAll((all) => all.filter((one) => (one as HTMLAnchorElement).protocol !== 'file:').length)).toBe(
      0,
    )
    expect(misdeeds).toEqual({ errors: [], requests: [] })
    await context.close()
  })
})
