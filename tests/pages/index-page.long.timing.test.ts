/** Ten thousand reports on one page: the browser never stands still. */
import { indexPage } from '@jiheng/report'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Pages, skipPages } from './browser.ts'
import { countyBatch } from './made-batch.ts'

/** What a person begins to feel, in milliseconds. */
const FELT = 100

interface TraceEvent {
  readonly name: string
  readonly ph: string
  /** Of the processor, in microseconds: what neighbours take from it does not count. */
  readonly tdur?: number
}

/** How long each task of the browser took, in milliseconds, while something is done. */
async function tasksOf(session: CDPSession, act: () => Promise<void>): Promise<readonly number[]> {
  const events: TraceEvent[] = []
  const take = ({ value }: { value: unknown[] }) => {
    for (const event of value) events.push(event as TraceEvent)
  }
  session.on('Tracing.dataCollected', take)
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'] },
    transferMode: 'ReportEvents',
  })
  await act()
  const isOver = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await isOver
  session.off('Tracing.dataCollected', take)
  return events.filter(({ name, ph }) => name === 'RunTask' && ph === 'X').map(({ tdur }) => (tdur ?? 0) / 1000)
}

describe.skipIf(skipPages)('the page of a batch of ten thousand', () => {
  let pages: Pages
  beforeAll(async () => {
    pages = await Pages.start()
  })
  afterAll(async () => pages?.stop())

  test('opening, scrolling, sorting and filtering never hold the browser up', async () => {
    const text = indexPage(countyBatch(10_000), (file) => ({ page: `校核页/${file}.html`, copy: `批注副本/${file}.docx` }))
    const { page, context } = await pages.open(text)
    const session = await context.newCDPSession(page)
    const isThere = (count: string) => page.waitForFunction((said) => document.getElementById('shown')?.textContent === said, count)
    const load = await tasksOf(session, async () => {
      await page.reload()
      await isThere('共 10000 份')
    })
    const use = await tasksOf(session, async () => {
      for (const name of ['差错', '进入核对', '单位和文件']) {
        await page.locator('#files thead button', { hasText: name }).click()
        await page.waitForTimeout(400)
      }
      await page.locator('#words').pressSequentially('第77', { delay: 250 })
      await isThere('显示 111 份，共 10000 份')
      await page.click('#reset')
      await isThere('共 10000 份')
      await page.waitForTimeout(400)
      await page.evaluate(() => document.querySelector('.sheet.long')?.scrollTo(0, 200_000))
      await page.waitForTimeout(300)
    })
    expect(load.length).toBeGreaterThan(100)
    expect(use.length).toBeGreaterThan(100)
    const felt = (times: readonly number[]) => times.filter((time) => time > FELT)
    expect({ load: felt(load), use: felt(use) }).toEqual({ load: [], use: [] })
    expect(await page.locator('#files tbody tr').count()).toBe(10_000)
    await context.close()
  }, 120_000)
})
