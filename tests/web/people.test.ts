/** 人员与权限 in the browser: accounts, links, posts, hand-over, roles. */
import { describe, expect, test } from 'vitest'
import { skipPages } from '../pages/browser.ts'
import { answer, refusal } from './support/answer.ts'
import { handOver, id, organisations, person, roles, signedInWith } from './support/county.ts'
import { faultsEverywhere, product } from './support/product.ts'
import { problem } from './visit.ts'

const sun = person(41, '孙丽')
const liu = person(42, '刘洋', { hasPassword: false, lastSeenAt: null })
const link = { address: 'http://127.0.0.1/link?token=word', expiresAt: '2026-03-03T01:00:00.000Z' }
const office = {
  ...signedInWith(),
  ...answer('organisations.list', { year: 2026, items: [...organisations] }),
  ...answer('roles.list', { items: [...roles] }),
  ...answer('accounts.list', { items: [sun, liu, person(43, '周伟', { isDisabled: true, posts: [] })], next: null }),
  ...answer('accounts.get', sun, { account: sun.id }),
  ...answer('hand-overs.list', { items: [handOver], next: null }),
}

describe.skipIf(skipPages)('人员与权限', () => {
  const open = product()

  test.each([
    ['/people', '孙丽'],
    [`/people/${sun.id}`, '示例县第一中学'],
    ['/people/roles', '绩效股审核人员'],
    ['/people/hand-overs', '材料 2 份，询问 1 条'],
    [`/people/hand-overs?sheet=${handOver.id}`, '监交人（签字）'],
  ])('everybody can use %s', async (path, words) => {
    const seen = await open(path, office)
    await seen.page.getByText(words).first().waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await seen.context.close()
  })

  test('everybody can use the dialogs', async () => {
    const seen = await open('/people/roles', office)
    await seen.page.getByRole('button', { name: '修改角色 单位经办人' }).click()
    await seen.page.getByLabel('角色名称').waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await seen.context.close()
  })

  test('a new account gives a link to hand on, with words to send', async () => {
    const seen = await open('/people', { ...office, ...answer('accounts.create', { account: person(44, '钱进'), link }) })
    const { page, context } = seen
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/accounts'))
    await page.getByRole('button', { name: '开设账号' }).click()
    await page.getByLabel('姓名', { exact: true }).fill('钱进')
    await page.getByLabel('登录账号').fill('qianjin')
    await page.getByLabel('单位', { exact: true }).click()
    await page.keyboard.type('一中')
    await page.keyboard.press('Enter')
    await page.getByLabel('角色', { exact: true }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '单位经办人' }).click()
    await page.getByRole('button', { name: '开设，得到邀请链接' }).click()
    expect((await sent).postDataJSON()).toEqual({ name: '钱进', loginName: 'qianjin', organisation: organisations[1]?.id, role: id(32) })
    await page.getByText('账号已开设').waitFor()
    expect(await page.getByLabel('链接', { exact: true }).inputValue()).toBe(link.address)
    expect(await page.getByLabel('也可以连同说明一起发').inputValue()).toContain('钱进，您好！')
    expect(await faultsEverywhere(seen)).toEqual([])
    await context.close()
  })

  test('a reset asks first and then shows the link', async () => {
    const { page, context } = await open(`/people/${sun.id}`, { ...office, ...answer('accounts.reset', { link }, { account: sun.id }) })
    await page.getByRole('button', { name: '重置密码' }).click()
    await page.getByText('原密码和动态验证码立即作废').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '重置密码' }).click()
    await page.getByText('已重置').waitFor()
    expect(await page.getByLabel('链接', { exact: true }).inputValue()).toBe(link.address)
    await context.close()
  })

  test('what goes beyond the own reach is refused in words, beside the question', async () => {
    const { page, context } = await open(`/people/${sun.id}`, {
      ...office,
      ...refusal('accounts.change', 'post.beyond-own', { account: sun.id }),
    })
    await page.getByRole('button', { name: '停用' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    const refused = page.getByRole('dialog').getByText('不能安排超出您自己范围或权限的岗位。')
    await refused.waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '停用' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await refused.count()).toBe(0)
    await context.close()
  })

  test('where somebody was faster the second try goes out from what is newer, with all that was typed', async () => {
    const { page, context } = await open(`/people/${sun.id}`, office)
    const sent: { readonly name: string; readonly version: number }[] = []
    await page.route(`**/api/v1/accounts/${sun.id}`, (route) => {
      const newer = { ...sun, version: sun.version + 1 }
      if (route.request().method() === 'GET') return sent.length === 0 ? route.fallback() : route.fulfill({ json: newer })
      sent.push(route.request().postDataJSON())
      if (sent.length > 1) return route.fulfill({ json: newer })
      return route.fulfill({ status: 409, json: problem(409, 'thing.changed'), contentType: 'application/problem+json' })
    })
    await page.getByRole('button', { name: '修改', exact: true }).click()
    await page.getByLabel('姓名').fill('孙莉')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('dialog').getByRole('alert').waitFor()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已完成').waitFor()
    expect(sent.map(({ name, version }) => [name, version])).toEqual([
      ['孙莉', sun.version],
      ['孙莉', sun.version + 1],
    ])
    await context.close()
  })

  test('a hand-over ends at the sheet that both sign, printed alone', async () => {
    const { page, context } = await open(`/people/${sun.id}`, {
      ...office,
      ...answer('posts.hand-over', handOver, { post: sun.posts[0]?.id ?? '' }),
    })
    await page.getByRole('button', { name: '交接', exact: true }).click()
    await page.getByLabel('接手人').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '刘洋' }).click()
    await page.getByRole('button', { name: '办理交接' }).click()
    await page.getByRole('heading', { name: '示例县岗位交接单' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('监交人（签字）').isVisible()).toBe(true)
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false)
    await context.close()
  })

  test('the filters stand in the address', async () => {
    const { page, context } = await open('/people', office)
    await page.getByLabel('查人员').fill('孙')
    await page.waitForURL('**/people?q=*')
    // The box follows the address, a moment later.
    await page.getByLabel('只看已停用').click()
    await page.waitForURL('**&disabled=true')
    await page.reload()
    expect(await page.getByLabel('查人员').inputValue()).toBe('孙')
    await context.close()
  })

  test('who governs no accounts is led to what they may see, or told', async () => {
    const poster = await open('/people', { ...office, ...signedInWith('post.manage') })
    await poster.page.waitForURL('**/people/roles')
    await poster.context.close()
    const reader = await open('/people', { ...office, ...signedInWith('document.read') })
    await reader.page.getByText('您没有查看这里的权限').waitFor()
    await reader.context.close()
  })
})
