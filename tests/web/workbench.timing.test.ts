/** A very long document, and very many findings. */
import { describe, expect, test } from 'vitest'
import { skipPages } from '../pages/browser.ts'
import { answer } from './support/answer.ts'
import { audited, detail, finding, listed } from './support/audited.ts'
import { product } from './support/product.ts'

const longestToOpen = 200
const longestToMove = 100

describe.skipIf(skipPages)('waiting in the workbench', () => {
  const open = product()
  const many = (count: number) => Array.from({ length: count }, (_, index) => finding(index + 1))
  const address = `/documents/${detail().id}`

  test('a document of 20,000 paragraphs opens without a task over 200 ms, and its last mark is found', async () => {
    const { page, context } = await open('/batches', audited(many(400), { paragraphs: 20_000, each: 50 }))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.evaluate(watchTasks)
    await page.getByRole('link', { name: '2025年度示例批次' }).click()
    await page.getByRole('link', { name: '示例报告801' }).click()
    await page.locator('.paper mark').first().waitFor()
    await page.waitForTimeout(1_500)
    const opening = await page.evaluate(longestTask)
    await page.getByRole('searchbox', { name: '筛选文字（/）' }).fill('问题名称400')
    await page.getByRole('button', { name: /问题名称400/ }).click()
    await page.locator('.paper mark.is-current', { hasText: '400.53%' }).waitFor()
    expect(await page.locator('.paper mark.is-current').evaluate((mark) => isInSight(mark))).toBe(true)
    expect(opening).toBeLessThan(longestToOpen)
    await context.close()
  })

  test('10,000 findings of one document, each marked, are stepped, scrolled and filtered through without a task over 100 ms', async () => {
    const { page, context } = await open(address, audited(many(10_000), { paragraphs: 10_000 }))
    await page.locator('.finding').first().waitFor()
    await page.waitForTimeout(2_000)
    await page.evaluate(watchTasks)
    for (let step = 0; step < 20; step++) await page.keyboard.press('j')
    for (const column of ['.finding-list', '.paper']) await page.evaluate(scrollThrough, column)
    for (let step = 0; step < 20; step++) await page.keyboard.press('k')
    await page.keyboard.press('/')
    await page.keyboard.type('问题名称9876', { delay: 30 })
    await expect.poll(() => page.locator('.finding').count()).toBe(1)
    await page.locator('.finding-head').click()
    await page.locator('.paper mark.is-current', { hasText: '9876.53%' }).waitFor()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByRole('button', { name: '疑点 3333' }).click()
    await page.getByText('显示 6667 条，共 10000 条').waitFor()
    expect(await page.evaluate(longestTask)).toBeLessThan(longestToMove)
    expect(await page.locator('.finding').count()).toBeLessThan(100)
    await context.close()
  })

  test('10,000 findings of many documents are scrolled through without a task over 100 ms', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => listed(index + 1))
    const { page, context } = await open('/findings', { ...audited([]), ...answer('findings.list', { items: rows, next: null }) })
    await page.locator('tbody tr').first().waitFor()
    await page.waitForTimeout(1_000)
    await page.evaluate(watchTasks)
    await page.evaluate(scrollThrough, '.table-scroller')
    expect(await page.evaluate(longestTask)).toBeLessThan(longestToMove)
    await context.close()
  })
})

async function scrollThrough(selector: string): Promise<void> {
  const list = document.querySelector(selector) as HTMLElement
  for (let at = 0; at < 120; at++) {
    list.scrollTop = ((at * 37) % 120) * (list.scrollHeight / 120)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

function watchTasks(): void {
  const tasks: number[] = []
  Object.assign(globalThis, {
    tasks,
    isInSight: (element: Element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    },
  })
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] })
}

declare const isInSight: (element: Element) => boolean
const longestTask = () => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks)
