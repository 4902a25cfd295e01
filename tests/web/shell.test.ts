/** The frame of the pages and their parts in a real browser, under the content policy of the server. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtPages } from '../../scripts/bootstrap/web.mjs'
import { barriersOf } from '../pages/accessible.ts'
import { skipPages } from '../pages/browser.ts'
import { type Served, servePages } from './serve-pages.ts'
import { faultsEverywhere, settled, ways } from './support/product.ts'
import { type Answers, me, nobody, problem, somebody, startBrowser, visit } from './visit.ts'

const clean = { errors: [], breaches: [], foreign: [] }

describe.skipIf(skipPages)('the pages', () => {
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

  const open = (path: string, answers: Answers, options: BrowserContextOptions = {}) =>
    visit(browser, product.address + path, answers, options)
  const show = (view: string, options: BrowserContextOptions = {}) => visit(browser, `${gallery.address}/?view=${view}`, {}, options)

  test.each([
    ['/sign-in', nobody, '登录'],
    ['/setup?token=word', nobody, '首次设置'],
    ['/setup', nobody, '首次设置'],
    ['/', somebody, '工作台'],
    ['/nowhere', somebody, '没有这个页面'],
  ] as const)('everybody can use %s, and it keeps the policy', async (path, answers, heading) => {
    const seen = await open(path, answers)
    await seen.page.getByRole('heading', { level: 1, name: heading }).waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await seen.context.close()
  })

  test.each(['table', 'parts', 'empty', 'loading', 'error', 'offline', 'broken', 'outdated', 'no-permission', 'not-found'])(
    'everybody can use the parts: %s',
    async (view) => {
      const seen = await show(view)
      await seen.page.locator('h1').first().waitFor()
      if (view === 'loading') await seen.page.locator('.state-wheel').waitFor()
      expect(await faultsEverywhere(seen)).toEqual([])
      await seen.context.close()
    },
  )

  test.each(ways)('everybody can use what opens over a page, %s', async (_way, options) => {
    const { page, context, misdeeds } = await open('/', somebody, options)
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
    await page.getByRole('button', { name: '账号：示例人员' }).click()
    await page.getByRole('menuitem', { name: '退出' }).waitFor()
    await settled(page)
    expect(await barriersOf(page)).toEqual([])
    expect(misdeeds).toEqual(clean)
    await context.close()

    const asking = await show('parts', options)
    await asking.page.getByRole('button', { name: '核实无误' }).click()
    await asking.page.getByLabel('理由').fill('口径不同')
    await asking.page.getByRole('button', { name: '确定' }).click()
    await asking.page.getByRole('dialog').getByText('系统繁忙，没有在时限内完成。').waitFor()
    await settled(asking.page)
    expect(await barriersOf(asking.page)).toEqual([])
    expect(asking.misdeeds).toEqual(clean)
    await asking.context.close()
  })

  test('whoever is not signed in signs in and comes back to where they were', async () => {
    const { page, context } = await open('/nowhere?year=2025', nobody)
    await page.waitForURL('**/sign-in?back=*')
    const sent: unknown[] = []
    await page.route('**/api/v1/sessions', (route) => {
      sent.push(route.request().postDataJSON())
      return route.fulfill({ json: me })
    })
    await page.getByLabel('账号').fill('someone')
    await page.getByLabel('密码', { exact: true }).fill('a long password')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/nowhere?year=2025')
    expect(sent).toEqual([{ loginName: 'someone', password: 'a long password', code: null }])
    await context.close()
  })

  test('the second factor is asked for when the server wants it, and a refusal says what to do', async () => {
    const { page, context } = await open('/sign-in', {
      ...nobody,
      'POST /sessions': { status: 401, body: problem(401, 'session.code-needed') },
    })
    await page.getByLabel('账号').fill('someone')
    await page.getByLabel('密码', { exact: true }).fill('a long password')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByLabel('动态验证码').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.route('**/api/v1/sessions', (route) =>
      route.fulfill({ status: 401, json: problem(401, 'session.wrong-code'), contentType: 'application/problem+json' }),
    )
    await page.getByLabel('动态验证码').fill('123456')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('请等下一组数字出现后再输入。').waitFor()
    await context.close()
  })

  test('the one-time word leaves the address as soon as it is read', async () => {
    const { page, context } = await open('/setup?token=word', nobody)
    await page.getByRole('heading', { name: '首次设置' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await context.close()
  })

  test('the menu shows what may be done for the organisation of the moment', async () => {
    const { page, context } = await open('/', somebody)
    const entries = () => page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allTextContents()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await entries()).toEqual(['工作台', '校核批次', '材料', '问题', '单位名录', '人员与权限', '操作记录', '接口说明'])
    await page.getByRole('button', { name: '当前单位：示例县财政局（绩效股）' }).click()
    await page.getByRole('menuitem', { name: '示例乡镇财政所（报账员）' }).click()
    expect(await entries()).toEqual(['工作台', '材料', '问题', '本单位自查', '接口说明'])
    await page.reload()
    await page.getByRole('button', { name: '当前单位：示例乡镇财政所（报账员）' }).waitFor()
    await context.close()
  })

  test('on a phone the menu is a drawer that Escape closes', async () => {
    const { page, context } = await open('/', somebody, { viewport: { width: 390, height: 844 } })
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
    await page.getByRole('button', { name: '打开菜单' }).click()
    await page.getByRole('dialog').getByRole('link', { name: '校核批次' }).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await context.close()
  })

  test('a chosen shade stays; what waits is counted; a slash starts the search', async () => {
    const { page, context } = await open('/', somebody)
    await page.getByRole('link', { name: '待办，7 件' }).waitFor()
    await page.getByRole('button', { name: '账号：示例人员' }).click()
    await page.getByRole('menuitem', { name: '深色' }).click()
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.evaluate(() => document.documentElement.className)).toBe('shade-dark')
    await page.keyboard.press('/')
    await page.keyboard.type('预算')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/search?q=${encodeURIComponent('预算')}`)
    await context.close()
  })

  test('the keyboard walks through a table and opens a row; only rows in sight are in the page', async () => {
    const { page, context } = await show('table')
    await page.getByRole('region', { name: '问题清单（示例）' }).focus()
    await page.keyboard.press('End')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe('10001')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.title()).toBe('row 9998')
    expect(await page.locator('tbody tr').count()).toBeLessThan(80)
    await context.close()
  })

  test('a column is filtered from its head', async () => {
    const { page, context } = await show('table')
    await page.getByRole('button', { name: '筛选：程度' }).click()
    await page.getByRole('menuitem', { name: '疑点' }).click()
    await page.getByRole('button', { name: '筛选：程度，已选 1 项' }).waitFor()
    expect(new Set(await page.locator('tbody .tag-error, tbody .tag-warning, tbody .tag-info').allTextContents())).toEqual(
      new Set(['疑点']),
    )
    await settled(page)
    expect(await barriersOf(page)).toEqual([])
    await context.close()
  })

  test('on paper every row stands, and the frame does not', async () => {
    const { page, context } = await show('table')
    await page.locator('tbody tr').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('tbody tr').count()).toBe(10_000)
    expect(await page.getByRole('button', { name: '新建批次' }).isVisible()).toBe(false)
    await context.close()
    const framed = await open('/', somebody)
    await framed.page.getByRole('heading', { level: 1 }).waitFor()
    await framed.page.emulateMedia({ media: 'print' })
    expect(await framed.page.getByRole('navigation').count()).toBe(0)
    await framed.context.close()
  })

  test('a plot has a table of the same figures', async () => {
    const { page, context, misdeeds } = await show('parts')
    await page.locator('.chart canvas').waitFor()
    await page.locator('.chart canvas').hover({ position: { x: 200, y: 150 } })
    await page.getByText('数据表').click()
    expect(await page.locator('.chart tbody tr').first().allTextContents()).toEqual(['财政局39'])
    expect(await barriersOf(page)).toEqual([])
    expect(misdeeds).toEqual(clean)
    await context.close()
  })
})
