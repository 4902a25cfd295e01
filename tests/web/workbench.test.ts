/** Looking through one document in a real browser: marks, findings, decisions, keys. */
import type { Finding } from '@jiheng/contract'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { skipPages } from '../pages/browser.ts'
import { answer, refusal } from './support/answer.ts'
import { audited, detail, finding, item } from './support/audited.ts'
import { education, id } from './support/county.ts'
import { faultsEverywhere, product } from './support/product.ts'
import { type Answers, problem, me as someone } from './visit.ts'

const document = detail()
const address = `/documents/${document.id}`
const three = [finding(1), finding(2), finding(3, { repair: null, expected: null })]

describe.skipIf(skipPages)('the workbench', () => {
  const open = product()

  test.each([
    ['with findings', audited(three)],
    ['without a finding', audited([])],
    ['with everything handled', audited(three.map((one) => ({ ...one, status: 'returned' as const })))],
    ['of a draft', audited(three, { document: detail({ stage: 'private', may: ['submit', 'dismiss', 'remove'] }) })],
    ['that was not audited', audited([], { document: detail({ state: 'unread', audit: null, notes: ['图片里的文字读不出来。'] }) })],
    ['that is being audited', audited([], { document: detail({ state: 'running', audit: null }) })],
    ['that is not to be seen', { ...audited([]), ...refusal('documents.get', 'thing.not-found', { document: document.id }) }],
  ] as const)('everybody can use a document %s', async (_what, answers) => {
    const visit = await open(address, answers)
    await visit.page.locator('.finding-list, .state-title').first().waitFor()
    expect(await faultsEverywhere(visit)).toEqual([])
    await visit.context.close()
  })

  test('a mark leads to its finding, and a finding to its mark', async () => {
    const { page, context } = await open(address, audited(three, { paragraphs: 90, each: 30 }))
    await page.locator('.paper mark.is-current', { hasText: '1.53%' }).waitFor()
    await page.keyboard.press('j')
    await page.locator('.paper mark.is-current', { hasText: '2.53%' }).waitFor()
    await page.getByRole('button', { name: /问题名称2/, expanded: true }).waitFor()
    await page.locator('.paper mark', { hasText: '3.53%' }).click()
    await page.getByRole('button', { name: /问题名称3/, expanded: true }).waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('finding')).toBe('finding-3')
    await context.close()
  })

  test('the suggested words stand in the document while they are wanted', async () => {
    const { page, context } = await open(address, audited(three))
    await page.locator('.paper mark.is-current').waitFor()
    await page.keyboard.press('r')
    expect(await page.locator('.paper .repair').textContent()).toBe('1.53% 1.35%')
    await page.keyboard.press('r')
    await expect.poll(() => page.locator('.paper .repair').count()).toBe(0)
    await context.close()
  })

  test('a sentence is copied in the words of the document alone, and the number of its mark is still told', async () => {
    const { page, context } = await open(address, audited(three))
    await page.locator('.paper mark.is-current').waitFor()
    await page.keyboard.press('r')
    await page.locator('.paper .repair').waitFor()
    const paragraph = page.locator('.paper-words', { hasText: '1.53%' })
    const copied = await paragraph.evaluate((element) => {
      getSelection()?.selectAllChildren(element)
      return getSelection()?.toString()
    })
    expect(copied).toBe('第1段：基本支出占总支出的1.53%，其余说明文字若干，用来占去一行多一点的地方，好像真的报告一样。')
    await paragraph.getByRole('img', { name: '问题 1' }).waitFor()
    await context.close()
  })

  test('a dismissal wants a reason, is sent with the version that was seen, and leads to the next open finding', async () => {
    const { page, context } = await open(address, audited(three))
    const sent = await deciding(page, three)
    await page.locator('.finding').first().waitFor()
    await page.keyboard.press('1')
    expect(await page.getByRole('button', { name: '确定（回车）' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: '四舍五入造成' }).click()
    await page.getByLabel('为什么核实无误？').press('Enter')
    await page.getByRole('button', { name: /问题名称2/, expanded: true }).waitFor()
    expect(sent).toEqual([{ finding: 'finding-1', status: 'dismissed', reason: '四舍五入造成', version: 0 }])
    await page.getByText('已处理 1 / 3').waitFor()
    await page.keyboard.press('2')
    await page.getByRole('button', { name: /问题名称3/, expanded: true }).waitFor()
    expect(sent[1]).toEqual({ finding: 'finding-2', status: 'returned', reason: '', version: 0 })
    await context.close()
  })

  test('what was decided by a slip is taken back at once, by the same key as ever or by the mouse', async () => {
    const { page, context } = await open(address, audited(three))
    const sent = await deciding(page, three)
    await page.locator('.finding').first().waitFor()
    for (const back of [() => page.keyboard.press('0'), () => page.getByRole('button', { name: '撤销 0' }).click()]) {
      await page.keyboard.press('2')
      await page.getByRole('button', { name: /问题名称2/, expanded: true }).waitFor()
      await page.getByText('已处理 1 / 3').waitFor()
      await back()
      await page.getByRole('button', { name: /问题名称1/, expanded: true }).waitFor()
      await page.getByText('已处理 0 / 3').waitFor()
      await expect.poll(() => page.getByRole('button', { name: '撤销 0' }).count()).toBe(0)
    }
    await page.keyboard.press('0')
    expect(sent.map((one) => (one as { status: string }).status)).toEqual(['returned', 'open', 'returned', 'open'])
    await context.close()
  })

  test('beside the field Enter presses the button that it stands on', async () => {
    const { page, context } = await open(address, audited(three))
    const sent = await deciding(page, three)
    await page.locator('.finding').first().waitFor()
    await page.keyboard.press('1')
    await page.getByRole('button', { name: '四舍五入造成' }).press('Enter')
    expect(await page.getByLabel('为什么核实无误？').inputValue()).toBe('四舍五入造成')
    await page.getByRole('button', { name: '取消（Esc）' }).press('Enter')
    await expect.poll(() => page.locator('.write-panel').count()).toBe(0)
    expect(sent).toEqual([])
    await context.close()
  })

  test('a step goes on while its key is held, and nothing else does', async () => {
    const { page, context } = await open(address, audited(three))
    const sent = await deciding(page, three)
    await page.locator('.finding').first().waitFor()
    await page.keyboard.down('j')
    await page.keyboard.down('j')
    await page.keyboard.up('j')
    await page.getByRole('button', { name: /问题名称3/, expanded: true }).waitFor()
    for (const press of ['down', 'down', 'up'] as const) await page.keyboard[press]('2')
    await page.getByRole('button', { name: /问题名称1/, expanded: true }).waitFor()
    expect(sent).toHaveLength(1)
    await context.close()
  })

  test('where only open findings are shown, a decision leads to the one below and not back to the first', async () => {
    const { page, context } = await open(address, audited(three))
    await deciding(page, three)
    await page.locator('.finding').first().waitFor()
    await page.getByLabel('状态').selectOption({ label: '待核' })
    await page.keyboard.press('j')
    await page.keyboard.press('2')
    await page.getByText('已处理 1 / 3').waitFor()
    await page.getByRole('button', { name: /问题名称3/, expanded: true }).waitFor()
    await context.close()
  })

  test('the last decision brings into sight that all is done', async () => {
    const many = Array.from({ length: 12 }, (_, at) => finding(at + 1, at === 11 ? {} : { status: 'dismissed' }))
    const { page, context } = await open(address, audited(many))
    await deciding(page, many)
    await page.getByRole('button', { name: /问题名称12/, expanded: true }).waitFor()
    await page.keyboard.press('2')
    await expect.poll(() => page.locator('.end-panel').evaluate(isSeen)).toBe(true)
    await context.close()
  })

  test('from the field of the filter Enter leads into the list, and Escape back to everything', async () => {
    const { page, context } = await open(address, audited(three))
    await page.locator('.finding').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('问题名称3')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /问题名称3/, expanded: true }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.finding').count()).toBe(3)
    await page.keyboard.press('k')
    await page.getByRole('button', { name: /问题名称2/, expanded: true }).waitFor()
    await context.close()
  })

  test('after the last finding it says so, and the opinion is made of what was returned', async () => {
    const handled = three.map((one, at) => ({ ...one, status: at === 0 ? ('returned' as const) : ('dismissed' as const) }))
    const { page, context } = await open(address, audited(handled))
    await page.getByText('这份材料的问题都处理完了').waitFor()
    await page.getByRole('button', { name: /问题名称1/, expanded: true }).waitFor()
    expect(await page.locator('.end-panel').evaluate(isSeen)).toBe(true)
    await page.getByRole('button', { name: '退回', exact: true }).first().click()
    const opinion = page.getByRole('dialog').getByLabel('退回意见')
    expect(await opinion.inputValue()).toBe('1. 第1行：占比写为 1.53%，按所列数据计算为 1.35%，请核对。（应为 1.35%）')
    await context.close()
  })

  test('where somebody was faster it says who, shows what they decided, and keeps what was typed', async () => {
    const { page, context } = await open(address, audited(three))
    await page.locator('.finding').first().waitFor()
    const theirs = finding(1, {
      status: 'returned',
      version: 1,
      decisions: [{ status: 'returned', reason: '', by: { id: id(32), name: '李复核' }, at: '2026-03-02T01:30:00.000Z' }],
    })
    await page.route('**/decision', (route) =>
      route.fulfill({
        status: 409,
        json: { ...problem(409, 'thing.changed'), message: '您打开之后，李复核已经修改过。' },
        contentType: 'application/problem+json',
      }),
    )
    await page.route(`**${address}/findings`, (route) => route.fulfill({ json: { items: [theirs, three[1], three[2]] } }))
    await page.keyboard.press('1')
    await page.getByLabel('为什么核实无误？').fill('与批复一致')
    await page.keyboard.press('Enter')
    await page.getByText('您打开之后，李复核已经修改过。').waitFor()
    await page.getByText('您输入时，李复核刚刚处理为“列入退回”。').waitFor()
    expect(await page.getByLabel('为什么核实无误？').inputValue()).toBe('与批复一致')
    await context.close()
  })

  test('a click beside a dialog loses nothing of what was written in it', async () => {
    const { page, context } = await open(address, audited(three))
    await page.getByRole('button', { name: '退回', exact: true }).click()
    const opinion = page.getByRole('dialog').getByLabel('退回意见')
    await opinion.fill('请按附表核对')
    await page.mouse.click(8, 400)
    await page.waitForTimeout(500)
    expect(await opinion.inputValue()).toBe('请按附表核对')
    await context.close()
  })

  test('a list that was on its way while somebody decided does not undo what they see', async () => {
    const { page, context } = await open(address, audited(three))
    await page.locator('.finding').first().waitFor()
    const gates = { decision: () => {}, list: () => {} }
    const closed = (gate: keyof typeof gates) =>
      new Promise<void>((pass) => {
        gates[gate] = pass
      })
    const [decided, listed] = [closed('decision'), closed('list')]
    await page.route('**/decision', async (route) => {
      await decided
      await route.fulfill({ json: { ...three[0], status: 'returned', version: 1 } })
    })
    await page.route(`**${address}/findings`, async (route) => {
      await listed
      await route.fulfill({ json: { items: three } }).catch(() => {})
    })
    await page.keyboard.press('2')
    const asked = page.waitForRequest(`**${address}/findings`)
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
    await asked
    gates.decision()
    await page.getByRole('button', { name: /问题名称2/, expanded: true }).waitFor()
    gates.list()
    await page.waitForTimeout(500)
    expect(await page.getByText('已处理 1 / 3').count()).toBe(1)
    await context.close()
  })

  test('what was typed is still there after a look at another finding', async () => {
    const { page, context } = await open(address, audited(three))
    await page.locator('.finding').first().waitFor()
    await page.keyboard.press('3')
    await page.getByLabel('要单位说明什么？').fill('请说明')
    await page.getByRole('button', { name: /问题名称2/ }).click()
    await page.getByRole('button', { name: /问题名称1/ }).click()
    await page.keyboard.press('3')
    expect(await page.getByLabel('要单位说明什么？').inputValue()).toBe('请说明')
    await context.close()
  })

  test('what was typed is still there after somebody had the document audited anew, and the findings are those of the new audit', async () => {
    const { page, context } = await open(address, audited(three))
    await page.locator('.finding').first().waitFor()
    await page.keyboard.press('3')
    await page.getByLabel('要单位说明什么？').fill('请说明')
    const anew = detail({ audit: { ...document.audit, at: '2026-03-02T02:00:00.000Z' } as typeof document.audit })
    await page.route(`**/api/v1${address}`, (route) => route.fulfill({ json: anew }))
    await page.route(`**/api/v1${address}/findings`, (route) => route.fulfill({ json: { items: [three[0]] } }))
    // As when the person comes back to the window: it is read anew.
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
    await page.getByText('已处理 0 / 1').waitFor()
    await page.keyboard.press('3')
    expect(await page.getByLabel('要单位说明什么？').inputValue()).toBe('请说明')
    await context.close()
  })

  test('on a low screen, or magnified, the finding still has room', async () => {
    const { page, context } = await open(address, audited(three), { viewport: { width: 911, height: 512 } })
    const current = page.getByRole('button', { name: /问题名称1/, expanded: true })
    await current.waitFor()
    await page.locator('.dock').scrollIntoViewIfNeeded()
    const list = await page.locator('.finding-list').boundingBox()
    const foot = await page.locator('.pane-foot').boundingBox()
    expect(list?.height).toBeGreaterThan(200)
    expect(foot?.height).toBeLessThan(40)
    await context.close()
  })

  test('findings are filtered, and what is filtered away is neither marked nor decided', async () => {
    const { page, context } = await open(address, audited(three))
    await page.locator('.finding').first().waitFor()
    expect(await page.locator('.dock').count()).toBe(1)
    expect(await page.locator('.paper .mark-warning').count()).toBe(1)
    await page.getByRole('button', { name: '疑点 1' }).click()
    await expect.poll(() => page.locator('.finding').count()).toBe(2)
    expect(await page.locator('.paper .mark-warning').count()).toBe(0)
    await page.keyboard.press('/')
    await page.keyboard.type('问题名称3')
    await expect.poll(() => page.locator('.finding').count()).toBe(1)
    expect(await page.locator('.dock').count()).toBe(0)
    await page.keyboard.press('Enter')
    await page.locator('.dock').waitFor()
    await context.close()
  })

  test('whoever may not decide sees no buttons for it, and the keys do nothing', async () => {
    const { page, context } = await open(address, audited(three, { document: detail({ may: [] }) }))
    await page.locator('.finding').first().waitFor()
    await page.keyboard.press('1')
    expect(await page.getByRole('button', { name: /核实无误|列入退回|审核通过/ }).count()).toBe(0)
    expect(await page.locator('.write-panel').count()).toBe(0)
    await context.close()
  })

  test('a draft is promised to be private, and is submitted with open errors only with a word about them', async () => {
    const draft = detail({ stage: 'private', may: ['submit', 'dismiss', 'remove'] })
    const { page, context } = await open(address, audited(three, { document: draft }))
    await page.getByText('只有本单位看得见，报送以后主管部门和财政部门才能看到。').waitFor()
    await page.getByRole('button', { name: '报送' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('还有 1 处差错没有处理。').waitFor()
    expect(await dialog.getByRole('button', { name: '带说明报送' }).isDisabled()).toBe(true)
    const sent: unknown[] = []
    await page.route('**/submit', (route) => {
      sent.push(route.request().postDataJSON())
      return route.fulfill({ json: { ...draft, stage: 'submitted', may: ['withdraw'] } })
    })
    await dialog.getByLabel('说明').fill('含上年结转')
    await dialog.getByRole('button', { name: '带说明报送' }).click()
    await page.getByRole('button', { name: '撤回' }).waitFor()
    expect(sent).toEqual([{ statement: '含上年结转', version: 0 }])
    await context.close()
  })

  test('a unit opens what came back at what it has to correct, with the opinion and the day in sight, and a way to hand in the corrected one', async () => {
    const returned = detail({
      review: 'returned',
      year: 2024,
      may: ['answer', 'comment'],
      reviews: [
        {
          id: id(61),
          decision: 'returned',
          opinion: '占比请核对',
          due: '2026-03-20',
          by: { id: id(32), name: '李复核' },
          at: document.receivedAt,
        },
      ],
    })
    const findings = three.map((one, at) => (at === 1 ? { ...one, status: 'returned' as const } : one))
    const own = { id: id(3), organisation: { id: education.id, name: education.name }, role: { id: id(4), name: '经办人' } }
    const permissions = ['self-check.use', 'finding.answer'] as const
    const me = { ...someone, posts: [{ ...own, permissions: [...permissions] }], permissions: [...permissions] }
    const visit = await open(address, { ...audited(findings, { document: returned }), ...answer('session.me', me) })
    const { page, context } = visit
    await page.getByRole('button', { name: /问题名称2/, expanded: true }).waitFor()
    await page.getByText('已退回，请修改：请于 2026-03-20 前报来').waitFor()
    await page.getByRole('region', { name: '退回意见' }).getByText('占比请核对').waitFor()
    expect(await faultsEverywhere(visit)).toEqual([])
    expect(await page.getByText('这份材料的问题都处理完了').count()).toBe(0)
    await page.getByRole('button', { name: '交更正版本' }).click()
    await page.getByText(`本单位：${education.name}`).waitFor()
    expect(await page.getByLabel('年度').inputValue()).toBe('2024')
    await context.close()
  })

  test('a unit that has answered is led to the next question, and does not take the question away with its answer', async () => {
    const asked = three.map((one, at) => ({ ...one, status: at === 1 ? ('returned' as const) : ('asked' as const) }))
    const { page, context } = await open(address, audited(asked, { document: detail({ review: 'returned', may: ['answer', 'comment'] }) }))
    await deciding(page, asked)
    await page.getByRole('button', { name: /问题名称1/, expanded: true }).waitFor()
    expect(await page.getByText('这份材料的问题都处理完了').count()).toBe(0)
    await page.keyboard.press('4')
    await page.getByLabel('答复', { exact: true }).fill('已更正')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /问题名称3/, expanded: true }).waitFor()
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    await page.getByRole('button', { name: /问题名称1/, expanded: true }).waitFor()
    await page.locator('.dock').getByRole('button', { name: '答复 4' }).waitFor()
    expect(await page.getByRole('button', { name: '收回处理' }).count()).toBe(0)
    await context.close()
  })

  test('of what a unit handed in from its own check the private batch is not asked for', async () => {
    const submitted = {
      id: id(62),
      decision: 'submitted' as const,
      opinion: '',
      due: null,
      by: { id: id(32), name: '经办' },
      at: document.receivedAt,
    }
    const { page, context } = await open('/', audited(three, { document: detail({ reviews: [submitted] }) }))
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(new URL(address, page.url()).href)
    await page.locator('.finding').first().waitFor()
    expect(await page.locator('.crumbs a').allTextContents()).toEqual(['材料'])
    expect(asked.filter((path) => path.endsWith(`/batches/${document.batch}`))).toEqual([])
    expect(await page.locator(`a[href*="${document.batch}"]`).count()).toBe(0)
    await context.close()
  })

  test('whoever reviews and does not pass is told that somebody else does', async () => {
    const { page, context } = await open(address, audited(three, { document: detail({ may: ['return', 'return-finding'] }) }))
    await page.getByText('审核通过由负责人办理').waitFor()
    expect(await page.getByRole('button', { name: '审核通过' }).count()).toBe(0)
    await context.close()
  })

  test("last year's document stands beside this one", async () => {
    const last = id(701)
    const others = [
      { id: last, title: '上年报告', year: 2024, stage: 'submitted' as const, receivedAt: document.receivedAt, isCurrent: true },
    ]
    const visit = await open(address, {
      ...audited(three, { document: detail({ others }) }),
      ...answer(
        'documents.view',
        {
          kind: 'flow',
          reports: [{ unit: null, title: null, blocks: [{ kind: 'paragraph', id: 'x', text: [{ text: '上年的文字' }] }] }],
          pages: [],
          marks: [],
        },
        { document: last },
      ),
    } satisfies Answers)
    const { page, context } = visit
    await page.getByLabel('与哪一份对照').selectOption({ label: '2024 年' })
    await page.getByText('上年的文字').waitFor()
    expect(new URL(page.url()).searchParams.get('compare')).toBe(last)
    expect(await faultsEverywhere(visit)).toEqual([])
    await context.close()
  })

  test('brackets lead to the next document of the batch', async () => {
    const { page, context } = await open(address, audited(three))
    await page.getByText('第 1 / 3 份').waitFor()
    await page.keyboard.press(']')
    await page.waitForURL(`**/documents/${item(802).id}`)
    await context.close()
  })

  test('on a phone document and findings take turns', async () => {
    const { page, context } = await open(address, audited(three), { viewport: { width: 390, height: 844 } })
    await page.getByRole('button', { name: '问题 3' }).waitFor()
    expect(await page.locator('.paper').isVisible()).toBe(false)
    await page.getByRole('button', { name: '看原文' }).click()
    await page.locator('.paper mark.is-current').waitFor()
    await page.locator('.paper mark', { hasText: '2.53%' }).click()
    await page.getByRole('button', { name: /问题名称2/, expanded: true }).waitFor()
    await context.close()
  })

  test('on paper stand the name of the document and every finding in full', async () => {
    const { page, context } = await open(address, audited(three))
    await page.locator('.finding').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(document.title)
    await expect.poll(() => page.locator('.finding-message').count()).toBe(3)
    expect(await page.locator('.paper').isVisible()).toBe(false)
    await context.close()
  })

  test('hostile words of a document are words', async () => {
    const words = '<img src=x onerror=alert(1)>'
    const hostile = finding(1, { title: words, message: words, quotes: [] })
    const { page, context, misdeeds } = await open(address, audited([hostile], { document: detail({ title: words, fileName: words }) }))
    await page.getByRole('heading', { level: 1, name: words }).waitFor()
    await page.locator('.finding-message', { hasText: words }).waitFor()
    expect(await page.locator('img[src=x]').count()).toBe(0)
    expect(misdeeds).toEqual({ errors: [], breaches: [], foreign: [] })
    await context.close()
  })
})

/** Whether its upper corner is in sight: asked in the page. */
function isSeen(element: Element): boolean {
  const { x, y } = element.getBoundingClientRect()
  return element.contains(element.ownerDocument.elementFromPoint(x + 20, y + 20))
}

/** Answers every decision as the server would, and tells what was sent. */
async function deciding(page: Page, findings: readonly Finding[]): Promise<unknown[]> {
  const sent: unknown[] = []
  const now = new Map(findings.map((one) => [one.id, one]))
  await page.route('**/decision', (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.split('/').at(-2) ?? '')
    const body = route.request().postDataJSON() as { readonly status: Finding['status']; readonly version: number }
    sent.push({ finding: name, ...body })
    const changed = { ...(now.get(name) as Finding), status: body.status, version: body.version + 1 }
    now.set(name, changed)
    return route.fulfill({ json: changed })
  })
  await page.route(`**${address}/findings`, (route) => route.fulfill({ json: { items: [...now.values()] } }))
  return sent
}
