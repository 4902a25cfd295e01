/** 操作记录 and 接口说明 in the browser. */
import { apiDescription } from '@jiheng/contract'
import { describe, expect, test } from 'vitest'
import { skipPages } from '../pages/browser.ts'
import { answer, refusal } from './support/answer.ts'
import { id, signedInWith } from './support/county.ts'
import { faultsEverywhere, product } from './support/product.ts'

const digest = 'ab12'.repeat(16)
const entry = (number: number) => ({
  id: id(number),
  at: '2026-03-02T01:00:00.000Z',
  actor: number % 2 === 0 ? { id: id(41), name: '孙丽' } : null,
  event: 'session.signed-in',
  says: `登录 ${number}`,
  subject: null,
  details: {},
  seal: number > 101 ? null : 7,
})
const office = {
  ...signedInWith('journal.read'),
  ...answer('journal.list', { items: [entry(100), entry(101), entry(102)], next: null }),
  ...answer('journal.head', { seal: 7, digest, entries: 41, unsealed: 2, sealedAt: '2026-03-02T01:00:00.000Z' }),
  ...answer('journal.verify', { isWhole: true, seals: 7, entries: 41, broken: null }),
}

describe.skipIf(skipPages)('操作记录', () => {
  const open = product()

  test('everybody can use the list, and a name shows what that person did', async () => {
    const seen = await open('/journal', office)
    await seen.page.getByText('登录 102').waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await seen.page.getByRole('button', { name: '孙丽' }).first().click()
    await seen.page.waitForURL(`**/journal?actor=${id(41)}`)
    await seen.page.getByRole('button', { name: '取消 只看：孙丽' }).click()
    await seen.page.waitForURL('**/journal')
    await seen.context.close()
  })

  test('a digest that was kept is compared; a wrong line is told before it is sent', async () => {
    const seen = await open('/journal/seals', office)
    const { page, context } = seen
    await page.getByText('最新封存摘要').waitFor()
    await page.getByLabel('以前另存的一行').fill('7 abc')
    await page.getByRole('button', { name: '核对', exact: true }).click()
    await page.getByText('应为次数、空格和 64 位摘要').waitFor()
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await page.getByLabel('以前另存的一行').fill(`7  ${digest.toUpperCase()}`)
    await page.getByRole('button', { name: '核对', exact: true }).click()
    expect((await sent).postDataJSON()).toEqual({ kept: { seal: 7, digest } })
    await page.getByText('和另存的第 7 次摘要一致').waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await context.close()
  })

  test('without a kept digest no more is claimed than was checked; a broken chain names the seal', async () => {
    const whole = await open('/journal/seals', office)
    await whole.page.getByRole('button', { name: '核对', exact: true }).click()
    await whole.page.getByText('没有比对另存的摘要，不能排除整条链被重做。').waitFor()
    await whole.context.close()
    const broken = await open('/journal/seals', {
      ...office,
      ...answer('journal.verify', { isWhole: false, seals: 7, entries: 41, broken: { seal: 3, why: 'entry-changed' } }),
    })
    await broken.page.getByRole('button', { name: '核对', exact: true }).click()
    await broken.page.getByText('第 3 次封存对不上').waitFor()
    expect(await faultsEverywhere(broken)).toEqual([])
    await broken.context.close()
  })

  test('who may not read it is told, and a busy server is told', async () => {
    const stranger = await open('/journal', signedInWith('document.read'))
    await stranger.page.getByText('您没有查看这里的权限').waitFor()
    expect(await faultsEverywhere(stranger)).toEqual([])
    await stranger.context.close()
    const busy = await open('/journal', { ...office, ...refusal('journal.list', 'server.busy') })
    await busy.page.getByText('系统繁忙，没有在时限内完成。').waitFor()
    await busy.context.close()
  })
})

describe.skipIf(skipPages)('接口说明', () => {
  const open = product()
  const reader = { ...signedInWith('document.read'), ...answer('system.description', apiDescription('1.2.3')) }

  test('every route is there, found by a name of a field, and opened to its shape', async () => {
    const seen = await open('/api-guide', reader)
    const { page, context } = seen
    await page.getByText('版本 1.2.3').waitFor()
    expect(await page.locator('details.operation').count()).toBe(
      Object.values(apiDescription('').paths as object).flatMap(Object.keys).length,
    )
    await page.getByLabel('查接口').fill('takesOver')
    await page.getByText('登记合并、拆分、划转、更名').click()
    await page.getByText('需要权限 organisation.manage（维护单位名录）').waitFor()
    expect(await page.getByLabel('例子').first().inputValue()).toContain(
      `curl -X POST '${new URL(page.url()).origin}/api/v1/organisation-changes'`,
    )
    expect(await faultsEverywhere(seen)).toEqual([])
    await context.close()
  })
})
