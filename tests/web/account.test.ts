/** Coming in and the own account in the browser: first set-up, links, signing in again, second factor, devices, tokens. */
import { describe, expect, test } from 'vitest'
import { skipPages } from '../pages/browser.ts'
import { answer, refusal } from './support/answer.ts'
import { id, signedInWith } from './support/county.ts'
import { faultsEverywhere, product } from './support/product.ts'
import { me, nobody } from './visit.ts'

const fresh = { ...nobody, ...answer('setup.state', { isDone: false, region: null, signOn: null, warnings: ['正在用内嵌数据库。'] }) }
const invitation = {
  ...nobody,
  ...answer('link.look', { kind: 'invite', name: '钱进', loginName: 'qianjin', region: '示例县' }, { token: 'word' }),
}
const session = {
  id: id(61),
  createdAt: '2026-03-02T01:00:00.000Z',
  lastSeenAt: '2026-03-02T02:00:00.000Z',
  device: 'Windows Edge',
  address: '10.0.0.8',
  isThis: false,
}
const token = {
  id: id(62),
  name: '一体化系统',
  permissions: ['document.read' as const],
  createdAt: '2026-03-02T01:00:00.000Z',
  expiresAt: '2026-06-02T01:00:00.000Z',
  lastUsedAt: null,
}
const own = {
  ...signedInWith('document.read', 'finding.ask'),
  ...answer('sessions.list', { items: [session, { ...session, id: id(63), isThis: true }] }),
  ...answer('tokens.list', { items: [token] }),
}
const strong = '春风化雨-润物无声-66'

describe.skipIf(skipPages)('coming in', () => {
  const open = product()

  test('everybody can use the first set-up, and it goes straight to work', async () => {
    const seen = await open('/setup?token=word', { ...fresh, ...answer('setup.do', me), ...answer('inbox.get', noInbox) })
    const { page, context } = seen
    await page.getByLabel('地区名称').fill('示例县')
    await page.getByLabel('行政区划代码').fill('130999')
    await page.getByLabel('管理人员姓名').fill('王敏')
    await page.getByLabel('登录账号').fill('wangmin')
    await page.getByLabel('密码', { exact: true }).fill('wangmin-2026')
    await page.getByLabel('再输一次密码').fill('other')
    await page.getByRole('button', { name: '完成设置' }).click()
    await page.getByText('密码还不符合下面的要求').waitFor()
    await page.getByText('两次输入的密码不一样').waitFor()
    await page.getByRole('listitem', { name: '还不符合：不含账号名和姓名' }).waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await page.getByLabel('密码', { exact: true }).fill(strong)
    await page.getByLabel('再输一次密码').fill(strong)
    await page.getByRole('listitem', { name: '已符合：不含账号名和姓名' }).waitFor()
    await page.getByRole('button', { name: '完成设置' }).click()
    expect((await sent).postDataJSON()).toEqual({
      token: 'word',
      region: { name: '示例县', code: '130999' },
      name: '王敏',
      loginName: 'wangmin',
      password: strong,
    })
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    await context.close()
  })

  test('where the region is there, it is not asked for again', async () => {
    const { page, context } = await open('/setup?token=word', {
      ...fresh,
      ...answer('setup.state', { isDone: false, region: { name: '示例县' }, signOn: null, warnings: [] }),
    })
    await page.getByText('“示例县”的数据已经在系统里').waitFor()
    expect(await page.getByLabel('地区名称').count()).toBe(0)
    await context.close()
  })

  test('a set-up that was done says so, and leads to signing in', async () => {
    const seen = await open('/setup?token=word', nobody)
    await seen.page.getByText('系统已经初始化').waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await seen.page.getByRole('link', { name: '去登录' }).click()
    await seen.page.getByRole('heading', { name: '登录' }).waitFor()
    await seen.context.close()
  })

  test('an invitation names the account, takes a password, and its word leaves the address', async () => {
    const seen = await open('/link?token=word', {
      ...invitation,
      ...answer('link.use', me, { token: 'word' }),
      ...answer('inbox.get', noInbox),
    })
    const { page, context } = seen
    await page.getByText('qianjin').waitFor()
    expect(new URL(page.url()).search).toBe('')
    expect(await faultsEverywhere(seen)).toEqual([])
    await page.getByLabel('新密码').fill(strong)
    await page.getByLabel('再输一次密码').fill(strong)
    await page.getByRole('button', { name: '保存密码并进入' }).click()
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    await context.close()
  })

  test('a link that was used says what to do', async () => {
    const { page, context } = await open('/link?token=word', { ...nobody, ...refusal('link.look', 'link.invalid', { token: 'word' }) })
    await page.getByText('链接已经用过、过期或不完整。').waitFor()
    await page.getByText('请向发链接的管理人员要一个新的').waitFor()
    await context.close()
  })

  test('trouble of the single sign-on is told; what nobody wrote into the address is not', async () => {
    const { page, context } = await open('/sign-in?problem=sign-on.unknown-person', nobody)
    await page.getByText('统一身份认证的这个账号还没有对应到本系统人员。').waitFor()
    await page.goto(new URL('/sign-in?problem=%3Cb%3Ewin%3C/b%3E', page.url()).href)
    await page.getByLabel('账号').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await context.close()
  })

  test('whose session ends at work signs in over the page, and what was typed is still there', async () => {
    const seen = await open('/account', { ...own, ...refusal('session.password', 'session.missing') })
    const { page, context } = seen
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.getByLabel('原密码').fill('what was typed')
    await page.getByLabel('新密码').fill(strong)
    await page.getByLabel('再输一次密码').fill(strong)
    await page.getByRole('button', { name: '保存新密码' }).click()
    const dialog = page.getByRole('dialog', { name: '登录已过期' })
    await dialog.waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await dialog.getByLabel('密码', { exact: true }).fill('a long password')
    await dialog.getByRole('button', { name: '登录', exact: true }).click()
    await expect.poll(() => dialog.count()).toBe(0)
    expect(await page.getByLabel('原密码').inputValue()).toBe('what was typed')
    await context.close()
  })

  test('while the server is away a notice says so, and it goes when the server is back', async () => {
    const { page, context } = await open('/account', { ...own, ...answer('system.health', { ok: true }) })
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.getByLabel('原密码').fill('what was typed')
    await page.getByLabel('新密码').fill(strong)
    await page.getByLabel('再输一次密码').fill(strong)
    await page.route('**/api/v1/**', (route) => route.abort())
    await page.getByRole('button', { name: '保存新密码' }).click()
    await page.getByText('暂时连不上系统，正在自动重试。').waitFor()
    await page.unroute('**/api/v1/**')
    await page.route('**/api/v1/health', (route) => route.fulfill({ json: { ok: true } }))
    await expect.poll(() => page.getByText('暂时连不上系统').count(), { timeout: 8_000 }).toBe(0)
    expect(await page.getByLabel('原密码').inputValue()).toBe('what was typed')
    await context.close()
  })

  test('a page that cannot be read without a line says so, and opens by itself when the line is back', async () => {
    const { page, context } = await open('/account', { ...own, ...answer('system.health', { ok: true }) })
    await page.getByRole('button', { name: '修改密码' }).waitFor()
    await page.route(/api-guide-page|health/, (route) => route.abort())
    await page.getByRole('link', { name: '接口说明' }).click()
    await page.getByRole('heading', { name: '连不上系统' }).waitFor()
    expect(await page.getByText('系统已更新').count()).toBe(0)
    await page.unrouteAll()
    await page.route('**/api/v1/health', (route) => route.fulfill({ json: { ok: true } }))
    await page.waitForEvent('load')
    await context.close()
  })
})

describe.skipIf(skipPages)('我的账号', () => {
  const open = product()

  test('everybody can use it', async () => {
    const seen = await open('/account', own)
    await seen.page.getByText('Windows Edge').first().waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await seen.context.close()
  })

  test('the second factor: password, picture, code, and spare codes printed alone', async () => {
    const seen = await open('/account', {
      ...own,
      ...answer('second-factor.begin', { address: 'otpauth://totp/x?secret=ABCD', secret: 'ABCD' }),
      ...answer('second-factor.confirm', { spareCodes: ['abcde-23456', 'fghij-34567'] }),
    })
    const { page, context } = seen
    await page.getByRole('button', { name: '启用' }).click()
    await page.getByLabel('请先输入登录密码').fill('a long password')
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: '动态验证码的二维码' }).waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await page.getByLabel('验证器上的六位数字').fill('123456')
    await page.getByRole('button', { name: '确认启用' }).click()
    await page.getByText('abcde-23456').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('abcde-23456').isVisible()).toBe(true)
    expect(await page.getByRole('heading', { name: '接口令牌' }).isVisible()).toBe(false)
    await context.close()
  })

  test('a token offers only what the person may, and is shown once', async () => {
    const seen = await open('/account', { ...own, ...answer('tokens.create', { token: 'jh_secret', item: token }) })
    const { page, context } = seen
    await page.getByRole('button', { name: '新建令牌' }).click()
    expect(await page.getByRole('dialog').getByRole('checkbox').count()).toBe(2)
    await page.getByLabel('用途').fill('一体化系统')
    await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click()
    await page.getByText('至少选一项').waitFor()
    await page.getByLabel('查看材料').check()
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click()
    expect((await sent).postDataJSON()).toEqual({ name: '一体化系统', permissions: ['document.read'], days: 90 })
    expect(await page.getByRole('textbox', { name: '接口令牌' }).inputValue()).toBe('jh_secret')
    expect(await faultsEverywhere(seen)).toEqual([])
    await page.getByRole('button', { name: '我已复制' }).click()
    expect(await page.getByText('jh_secret').count()).toBe(0)
    await context.close()
  })

  test('another device is made to sign out; this one is not offered', async () => {
    const { page, context } = await open('/account', { ...own, ...answer('sessions.revoke', null, { session: session.id }) })
    await page.getByText('Windows Edge').first().waitFor()
    const devices = page.getByRole('region', { name: '登录的设备' })
    expect(await devices.getByRole('button', { name: '退出' }).count()).toBe(1)
    const sent = page.waitForRequest((request) => request.method() === 'DELETE')
    await devices.getByRole('button', { name: '退出' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '退出' }).click()
    expect((await sent).url()).toContain(session.id)
    await context.close()
  })
})

const noInbox = {
  year: 2026,
  toReview: 0,
  returned: 0,
  asked: 0,
  answered: 0,
  ownReturned: 0,
  ownAsked: 0,
  unassigned: 0,
  running: 0,
  items: [],
}
