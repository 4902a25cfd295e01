/** How long people wait: the first paint, and a list of ten thousand rows. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtPages } from '../../scripts/bootstrap/web.mjs'
import { skipPages } from '../pages/browser.ts'
import { type Served, servePages } from './serve-pages.ts'
import { somebody, startBrowser, visit } from './visit.ts'

const usefulPaint = 1_500
const slowPaint = 4_000
const longestTask = 100

describe.skipIf(skipPages)('waiting', () => {
  let browser: Browser
  let product: Served
  let gallery: Served
  beforeAll(async () => {
    product = await servePages(await builtPages())
    gallery = await servePages(await builtPages('gallery'), 'gallery.html')
    browser = await startBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
    await gallery?.stop()
  })

  test('the first page with its content stands within a second and a half, nothing in the cache', async () => {
    const times: number[] = []
    for (let round = 0; round < 3; round++) {
      const { page, context } = await visit(browser, `${product.address}/`, somebody)
      await page.getByRole('heading', { level: 1 }).waitFor()
      times.push(await page.evaluate(() => performance.now()))
      await context.close()
    }
    expect(times.sort((a, b) => a - b)[1]).toBeLessThan(usefulPaint)
  })

  test('on a computer a quarter as fast it stands within four seconds', async () => {
    const times: number[] = []
    for (let round = 0; round < 3; round++) {
      const { page, context } = await visit(browser, `${product.address}/`, somebody)
      const session = await context.newCDPSession(page)
      await session.send('Network.setCacheDisabled', { cacheDisabled: true })
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
      times.push(await page.evaluate(() => performance.now()))
      await context.close()
    }
    expect(times.sort((a, b) => a - b)[1]).toBeLessThan(slowPaint)
  }, 60_000)

  test('ten thousand rows are scrolled through without a task over 100 ms', async () => {
    const { page, context } = await visit(browser, `${gallery.address}/?view=table`)
    await page.locator('tbody tr').first().waitFor()
    const { tasks, rows } = await page.evaluate(async () => {
      const tasks: number[] = []
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        entryTypes: ['longtask'],
      })
      const element = document.querySelector('.table-scroller') as HTMLElement
      const rows = new Set<string>()
      const step = element.scrollHeight / 150
      for (let at = 0; at < 150; at++) {
        element.scrollTop = at % 10 === 9 ? ((at * 37) % 150) * step : at * step
        await new Promise((resolve) => requestAnimationFrame(resolve))
        for (const row of document.querySelectorAll('tr[data-row]')) rows.add(row.getAttribute('data-row') as string)
      }
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { tasks, rows: rows.size }
    })
    expect(rows).toBeGreaterThan(2_000)
    expect(tasks.filter((duration) => duration > longestTask)).toEqual([])
    await context.close()
  })
})
