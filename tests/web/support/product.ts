/** The built pages, served under their policy, for a file of tests: built once, opened as often as wanted. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { builtPages } from '../../../scripts/bootstrap/web.mjs'
import { barriersOf } from '../../pages/accessible.ts'
import { sampled } from '../../setup/breadth.ts'
import { type Served, servePages } from '../serve-pages.ts'
import { type Answers, startBrowser, type Visit, visit } from '../visit.ts'

export type Open = (path: string, answers: Answers, options?: BrowserContextOptions) => Promise<Visit>

/** Call it at the top of a `describe`. */
export function product(): Open {
  let browser: Browser
  let served: Served
  beforeAll(async () => {
    served = await servePages(await builtPages())
    browser = await startBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })
  return (path, answers, options = {}) => visit(browser, served.address + path, answers, options)
}

const allWays = [
  ['by night', { colorScheme: 'dark', viewport: { width: 1366, height: 768 } }],
  ['on a phone', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
  ['by day', { colorScheme: 'light', viewport: { width: 1366, height: 768 } }],
] as const satisfies readonly (readonly [string, BrowserContextOptions])[]

/** How pages are looked at: each must be usable in all of them. Every day in both colours and both sizes, in the long run in all. */
export const ways = sampled(allWays, 2)

/** By day, by night and on a phone. Empty when all is well everywhere. */
export async function faultsEverywhere(seen: Visit): Promise<readonly string[]> {
  const faults: string[] = []
  for (const [way, { colorScheme, viewport }] of ways) {
    await turnTo(seen.page, colorScheme)
    await seen.page.setViewportSize(viewport)
    faults.push(...(await faultsOf(seen)).map((fault) => `${way}: ${fault}`))
  }
  return faults
}

/** What keeps people from using the page as it stands, with what it did that it must not. */
export async function faultsOf({ page, misdeeds }: Visit): Promise<readonly string[]> {
  await settled(page)
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  const isTooLong = await page.evaluate(
    () => document.documentElement.scrollHeight > innerHeight + 1 && document.querySelector('.frame') !== null,
  )
  return [
    ...(await barriersOf(page)),
    ...(isTooWide ? ['wider than the window'] : []),
    ...(isTooLong ? ['longer than the window'] : []),
    ...misdeeds.errors,
    ...misdeeds.breaches,
    ...misdeeds.foreign,
  ]
}

/** Until the colours of the other shade are there: they come with the next drawing. */
async function turnTo(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  const now = () =>
    page.evaluate(() => ({
      isDark: matchMedia('(prefers-color-scheme: dark)').matches,
      link: getComputedStyle(document.documentElement).getPropertyValue('--ant-color-link'),
    }))
  const { isDark, link } = await now()
  if (isDark === (colorScheme === 'dark')) return
  await page.emulateMedia({ colorScheme })
  await page.waitForFunction((before) => getComputedStyle(document.documentElement).getPropertyValue('--ant-color-link') !== before, link)
}

/** Until nothing moves any more: half-faded text has not its colour yet. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What turns for ever, as long as something is awaited, never ends.
    const ending = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
    const ended = Promise.all(ending.map((one) => one.finished.catch(() => null)))
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3_000))])
  })
}
