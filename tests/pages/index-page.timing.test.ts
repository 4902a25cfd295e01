/** Ten thousand reports on one page: the browser never stands still. */
import { indexPage } from '@jiheng/report'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Pages, skipPages } from './browser.ts'
import { countyBatch } from './made-batch.ts'

/** What a person begins to feel, in milliseconds. */
const FELT = 100

/** Tasks that held the browser up for longer, since the page began. */
const heldUp = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const held: number[] = []
        new PerformanceObserver((list) => held.push(...list.getEntries().map(({ duration }) => duration))).observe({
          type: 'longtask',
          buffered: true,
        })
        setTimeout(() => resolve(held), 300)
      }),
  )

describe.skipIf(skipPages)('the page of a batch of ten thousand', () => {
  let pages: Pages
  beforeAll(async () => {
    pages = await Pages.start()
  })
  afterAll(async () => pages?.stop())

  test('opening, scrolling, sorting and filtering never hold the browser up', async () => {
    const text = indexPage(countyBatch(10_000), (file) => ({ page: `校核页/${file}.html`, copy: `批注副本/${file}.docx` }))
    const { page, context } = await pages.open(text)
    await page.waitForFunction(() => document.getElementById('shown')?.textContent === '共 10000 份')
    const load = await heldUp(page)
    for (const name of ['差错', '进入核对', '单位和文件']) {
      await page.locator('#files thead button', { hasText: name }).click()
      await page.waitForTimeout(400)
    }
    for (const letter of '第77') {
      await page.type('#words', letter)
      await page.waitForTimeout(250)
    }
    expect(await page.textContent('#shown')).toBe('显示 111 份，共 10000 份')
    await page.click('#reset')
    await page.waitForTimeout(600)
    await page.evaluate(() => document.querySelector('.sheet.long')?.scrollTo(0, 200_000))
    await page.waitForTimeout(300)
    const all = await heldUp(page)
    const felt = (times: readonly number[]) => times.filter((time) => time > FELT)
    expect({ load: felt(load), use: felt(all.slice(load.length)) }).toEqual({ load: [], use: [] })
    await context.close()
  }, 120_000)
})
