/** How long people wait: the first paint, and a list of ten thousand rows. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWeb } from '../../scripts/bootstrap/web.mjs'
import { skipPages } from '../pages/browser.ts'
import { type Served, servePages } from './serve-pages.ts'
import { somebody, startBrowser, visit } from './visit.ts'

const usefulPaint = 1_500
const longestTask = 100

describe.skipIf(skipPages)('waiting', () => {
  let folder: string
  let browser: Browser
  let product: Served
  let gallery: Served
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiheng-web-'))
    await buildWeb(join(folder, 'product'))
    await buildWeb(join(folder, 'gallery'), 'gallery')
    product = await servePages(join(folder, 'product'))
    gallery = await servePages(join(folder, 'gallery'), 'gallery.html')
    browser = await startBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
    await gallery?.stop()
    await rm(folder, { recursive: true, force: true })
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
