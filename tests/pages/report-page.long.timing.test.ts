/// <reference lib="dom" />
/** Five hundred pages: the browser never stands still. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportPage } from '../../packages/report/src/html/report-page.ts'
import { auditedAs, corpusReport, type MadeFormat } from './audited-files.ts'
import { Pages, skipPages } from './browser.ts'

/** What a person begins to feel, in milliseconds. */
const FELT = 100

describe.skipIf(skipPages)('a report of five hundred pages', () => {
  let pages: Pages
  beforeAll(async () => {
    pages = await Pages.start()
  })
  afterAll(async () => pages?.stop())

  test.each<MadeFormat>(['txt', 'pdf'])(
    'as %s: opening, stepping and filtering never hold the browser up',
    async (format) => {
      const reports = corpusReport('004-shandan-2023.txt').reports.concat(corpusReport('003-jinshui-2021.txt').reports)
      const audited = await auditedAs({ reports: Array.from({ length: 16 }, () => reports).flat() }, format)
      const characters = audited.document.reports.flatMap(({ blocks }) => blocks).reduce((sum, { at }) => sum + at.original.length, 0)
      expect(characters).toBeGreaterThan(300_000)
      expect(audited.result.findings.length).toBeGreaterThan(400)
      const page = reportPage(audited)
      const { page: opened, context } = await pages.open(page, {}, '', undefined, watch)
      const held = (): Promise<readonly number[]> => opened.evaluate(() => (globalThis as unknown as Watching).held.splice(0))
      await opened.waitForFunction(() => document.querySelector('noscript') === null)
      const load = await held()
      for (const key of ['j', 'j', 'j', 'k', '1', '1', '/', '预', '算', 'Escape']) {
        await (key.length === 1 && key > 'z' ? opened.keyboard.type(key) : opened.keyboard.press(key))
        await opened.waitForTimeout(120)
      }
      const use = await held()
      expect({ load: load.filter((time) => time > FELT), use: use.filter((time) => time > FELT) }).toEqual({ load: [], use: [] })
      await context.close()
    },
    120_000,
  )
})

interface Watching {
  held: number[]
}

/** Runs in the browser before the page. */
function watch(): void {
  const watching = globalThis as unknown as Watching
  watching.held = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watching.held.push(Math.round(duration))
  }).observe({ type: 'longtask', buffered: true })
}
