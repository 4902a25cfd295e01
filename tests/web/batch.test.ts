/** Handing files in, batches, their findings and plots, a unit's own check, the first page: in a real browser. */
import type { Batch, Inbox } from '@jiheng/contract'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { skipPages } from '../pages/browser.ts'
import { answer, refusal } from './support/answer.ts'
import { audited, batch, finding, item } from './support/audited.ts'
import { education, id, signedInWith } from './support/county.ts'
import { faultsEverywhere, product } from './support/product.ts'
import { type Answers, me, problem } from './visit.ts'

const address = `/batches/${batch.id}`
const all = audited([finding(1)])
const inbox: Inbox = {
  year: 2025,
  toReview: 4,
  returned: 2,
  asked: 1,
  answered: 1,
  ownReturned: 0,
  ownAsked: 0,
  unassigned: 1,
  running: 0,
  items: [{ kind: 'answer', document: id(801), finding: 'finding-1', title: '问题名称1', unit: education.name, at: batch.createdAt }],
}
const waiting = { ...all, ...answer('inbox.get', inbox) }
const inBatch = { batch: batch.id }

/** Of one unit alone, with what a unit may do. */
const permissions = ['self-check.use', 'document.submit', 'finding.answer'] as const
const post = (number: number, unit: { readonly id: string; readonly name: string }) => ({
  id: id(number),
  organisation: { id: unit.id, name: unit.name },
  role: { id: id(2), name: '经办人' },
  permissions: [...permissions],
})
const asUnit: Answers = {
  ...waiting,
  ...answer('session.me', { ...me, posts: [post(1, education)], permissions: [...permissions] }),
  ...answer('documents.list', { items: [item(801, { stage: 'private' }), item(802, { review: 'returned' })], next: null }),
}

describe.skipIf(skipPages)('batches', () => {
  const open = product()

  test.each([
    ['the first page', '/', waiting],
    ['the first page of a unit', '/', asUnit],
    ['the first page with nothing to do', '/', { ...all, ...answer('batches.list', { items: [], next: null }) }],
    ['the batches', '/batches', all],
    ['no batches', '/batches', { ...all, ...answer('batches.list', { items: [], next: null }) }],
    ['batches that cannot be read', '/batches', { ...all, ...refusal('batches.list', 'server.busy') }],
    ['batches without permission', '/batches', { ...all, ...signedInWith('journal.read') }],
    ['the files of a batch', address, all],
    ['a batch without files', address, { ...all, ...answer('documents.list', { items: [], next: null }) }],
    ['a batch that is not to be seen', address, { ...all, ...refusal('batches.get', 'thing.not-found', inBatch) }],
    ['the findings of a batch', `${address}?tab=findings`, all],
    ['what goes out of a batch', `${address}?tab=outputs`, all],
    ['all findings', '/findings', all],
    ['no findings', '/findings?severity=error', { ...all, ...answer('findings.list', { items: [], next: null }) }],
    ["a unit's own check", '/self-checks', asUnit],
    ['a check without a unit', '/self-checks', all],
  ] as const)('everybody can use %s', async (_what, path, answers) => {
    const visit = await open(path, answers)
    await visit.page.getByRole('heading', { level: 1 }).waitFor()
    await visit.page.locator('.table-foot, .state-title, .drop-zone, .outputs').first().waitFor()
    expect(await faultsEverywhere(visit)).toEqual([])
    await visit.context.close()
  })

  test('everybody can use the plots, and each has its table', async () => {
    const visit = await open(`${address}?tab=summary`, all)
    await visit.page.locator('.chart canvas').nth(3).waitFor()
    expect(await visit.page.locator('.chart details').count()).toBe(await visit.page.locator('.chart canvas').count())
    expect(await faultsEverywhere(visit)).toEqual([])
    await visit.context.close()
  })

  test('one drop makes a batch, sends each file by itself, and says which did not arrive', async () => {
    const { page, context } = await open('/', waiting)
    const made: unknown[] = []
    await page.route('**/api/v1/batches', (route) => {
      if (route.request().method() === 'GET') return route.fallback()
      made.push(route.request().postDataJSON())
      return route.fulfill({ json: { ...batch, state: 'open' } satisfies Batch })
    })
    const received = await receiving(page)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([file('甲.docx', '甲'), file('乙.docx', '乙'), file('坏.docx', 'x'), file('~$甲.docx', '锁')])
    await page.waitForURL(`**${address}`)
    await page.getByText('1 个没有传上去').waitFor()
    await page.getByText('“坏.docx”是空文件。').waitFor()
    expect(await page.getByRole('button', { name: '重试没传上去的' }).count()).toBe(0)
    expect(made).toEqual([
      { title: expect.stringContaining('2025年度自评报告校核'), purpose: 'review', organisation: education.id, year: 2025, scheme: 'auto' },
    ])
    expect([...received].sort()).toEqual(['乙.docx', '坏.docx', '甲.docx'].sort())
    await context.close()
  })

  test('a year that was chosen stays, whatever is evaluated meanwhile', async () => {
    const { page, context } = await open('/', waiting)
    const year = page.getByRole('region', { name: '开始一次校核' }).getByLabel('年度')
    await year.fill('2019')
    await page.route('**/api/v1/inbox', (route) => route.fulfill({ json: { ...inbox, year: inbox.year + 1, toReview: 77 } }))
    // As when the person comes back to the window after a minute: it is read anew.
    await page.evaluate(() => {
      const now = Date.now()
      Date.now = () => now + 60_000
      dispatchEvent(new Event('visibilitychange'))
    })
    await page.getByText('77').first().waitFor()
    expect(await year.inputValue()).toBe('2019')
    await context.close()
  })

  test('a dropped folder gives its name to the batch and its paths to the files', async () => {
    const { page, context } = await open('/', waiting)
    const received = await receiving(page)
    const made: { title: string }[] = []
    await page.route('**/api/v1/batches', (route) => {
      if (route.request().method() === 'GET') return route.fallback()
      made.push(route.request().postDataJSON() as { title: string })
      return route.fulfill({ json: batch })
    })
    await page.locator('.drop-zone').waitFor()
    await page.evaluate(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['x'], '报告.docx'))
      const entry = {
        isFile: true,
        fullPath: '/教育局/2025/报告.docx',
        file: (give: (file: File) => void) => give(new File(['x'], '报告.docx')),
      }
      Object.defineProperty(DataTransferItem.prototype, 'webkitGetAsEntry', { value: () => entry })
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer })
      document.querySelector('.drop-zone')?.dispatchEvent(event)
    })
    await page.waitForURL(`**${address}`)
    await expect.poll(() => received).toEqual(['教育局/2025/报告.docx'])
    expect(made[0]?.title).toBe('教育局')
    await context.close()
  })

  test('of a dropped folder in which something cannot be opened it is told, and a file dropped elsewhere does not take the page away', async () => {
    const { page, context } = await open('/', waiting)
    const received = await receiving(page)
    await page.locator('.drop-zone').waitFor()
    const dropOn = (place: string) =>
      page.evaluate((place) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File(['x'], '报告.docx'))
        const entry = {
          isFile: true,
          fullPath: '/报告.docx',
          file: (_: unknown, refuse: (error: Error) => void) => refuse(new Error('locked')),
        }
        Object.defineProperty(DataTransferItem.prototype, 'webkitGetAsEntry', { value: () => entry, configurable: true })
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer })
        document.querySelector(place)?.dispatchEvent(event)
        return event.defaultPrevented
      }, place)
    expect(await dropOn('.side-menu')).toBe(true)
    expect(await page.getByText('有文件打不开，都没有上传').count()).toBe(0)
    expect(await dropOn('.drop-zone')).toBe(true)
    await page.getByText('有文件打不开，都没有上传').waitFor()
    expect(received).toEqual([])
    await context.close()
  })

  test('files lie under their units, those without a unit first, and can be given one', async () => {
    const { page, context } = await open(address, all)
    const rows = page.locator('tbody tr')
    await rows.nth(3).waitFor()
    expect(await rows.nth(0).textContent()).toContain('未对上名录')
    expect(await rows.nth(2).textContent()).toContain(education.name)
    await rows.nth(1).getByRole('button', { name: '指定单位' }).click()
    await page.getByRole('dialog').getByText('这份材料属于哪个单位').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: `收起${education.name}` }).click()
    await expect.poll(() => rows.count()).toBe(3)
    await context.close()
  })

  test('of a file that nobody has looked at it is said that it waits, not whose or what it is', async () => {
    const fresh = item(801, { state: 'waiting', organisation: null, unitPrinted: null, kind: 'unknown' })
    const { page, context } = await open(address, { ...all, ...answer('documents.list', { items: [fresh], next: null }) })
    await page.getByRole('button', { name: '收起等候校核' }).waitFor()
    expect(await page.getByText(/未对上名录|类型未识别|找不到/).count()).toBe(0)
    expect(await page.getByRole('button', { name: '指定单位' }).count()).toBe(0)
    await context.close()
  })

  test('whoever may see none of the files of a batch is told so', async () => {
    const none = { waiting: 0, running: 0, done: 0, unread: 0, failed: 0, cancelled: 0 }
    const foreign: Batch = { ...batch, state: 'open', files: none, findings: { error: 0, warning: 0, info: 0, open: 0 }, units: 0 }
    const { page, context } = await open(address, {
      ...all,
      ...answer('batches.get', foreign, inBatch),
      ...answer('batches.list', { items: [foreign], next: null }),
      ...answer('documents.list', { items: [], next: null }),
    })
    await page.locator('.state-title', { hasText: '没有您岗位范围内的文件' }).waitFor()
    expect(await page.getByText(/等待文件|未报单位|还没有文件/).count()).toBe(0)
    await page.getByRole('link', { name: '工作台' }).click()
    await page.locator('.last-batches', { hasText: '没有您岗位范围内的文件' }).waitFor()
    await context.close()
  })

  test('while a batch runs its rows change as the server tells', async () => {
    const running: Batch = { ...batch, state: 'running', files: { ...batch.files, running: 1, done: 2 } }
    const { page, context } = await open(address, {
      ...all,
      ...answer('batches.get', running, inBatch),
      ...answer('documents.list', { items: [item(801, { state: 'running' })], next: null }),
    })
    await page.getByText('已完成 2 / 3 份').waitFor()
    const told = { batch: { ...running, files: { ...running.files, running: 0, done: 3 } }, left: 0, secondsLeft: null }
    const documents = [
      { id: id(801), fileName: '报告801.docx', state: 'done', findings: { error: 7, warning: 0, info: 0, open: 7 }, seconds: 1 },
    ]
    await page.route('**/events', (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: `data: ${JSON.stringify({ ...told, documents })}\n\n` }),
    )
    await page.getByText('已完成 3 / 3 份').waitFor({ timeout: 15_000 })
    await page.getByRole('cell', { name: '7', exact: true }).first().waitFor()
    await context.close()
  })

  test('the filters of findings stand in the address, and the address sets them', async () => {
    const { page, context } = await open('/findings?severity=error,nonsense&q=%E5%90%88%E8%AE%A1', all)
    const asked = page.waitForRequest((request) => request.url().includes('/findings?') && request.url().includes('kind=ratio'))
    await page.getByRole('button', { name: '筛选：级别，已选 1 项' }).waitFor()
    expect(await page.getByRole('searchbox', { name: '查问题里的文字' }).inputValue()).toBe('合计')
    await page.getByRole('button', { name: '筛选：类别' }).click()
    await page.getByRole('menuitem', { name: '比率' }).click()
    const { searchParams } = new URL((await asked).url())
    expect([searchParams.get('severity'), searchParams.get('q')]).toEqual(['error', '合计'])
    expect(new URL(page.url()).searchParams.get('kind')).toBe('ratio')
    await context.close()
  })

  test('of each finding its problem is in sight, on a phone too', async () => {
    const { page, context } = await open('/findings', all)
    const cell = (words: string) => page.getByRole('cell').filter({ hasText: words }).first()
    const message = cell('占比写为 1.53%').locator('.package-path')
    // One that flows is cut at the end of its cell, one in a box of its own as a whole.
    expect(await message.evaluate((words) => getComputedStyle(words).display)).toBe('inline')
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(() => page.getByRole('columnheader', { name: '类别' }).count()).toBe(0)
    const place = await page.getByRole('link', { name: '问题名称1', exact: true }).boundingBox()
    expect((place?.x ?? 999) + (place?.width ?? 999)).toBeLessThan(390)
    await context.close()
  })

  test('what is packed in the background is found again by its address', async () => {
    const job = {
      id: id(950),
      kind: 'batch.pack',
      attempts: 1,
      progress: 0.5,
      lastError: null,
      createdAt: batch.createdAt,
      endedAt: null,
      hasFile: false,
    } as const
    const { page, context } = await open(`${address}?tab=outputs`, {
      ...all,
      ...answer('batches.pack', { job: job.id }, inBatch),
      ...answer('jobs.get', { ...job, state: 'running' }, { job: job.id }),
    })
    await page.getByRole('button', { name: '开始打包' }).click()
    await page.getByText('正在打包').waitFor()
    expect(new URL(page.url()).searchParams.get('job')).toBe(job.id)
    await page.route('**/jobs/*', (route) => route.fulfill({ json: { ...job, state: 'done', hasFile: true } }))
    await page.getByRole('link', { name: '下载' }).waitFor()
    await context.close()
  })

  test('of an address whose job is gone it is not waited for ever: it may be packed anew', async () => {
    const gone = id(951)
    const { page, context } = await open(`${address}?tab=outputs&job=${gone}`, {
      ...all,
      ...refusal('jobs.get', 'thing.not-found', { job: gone }),
    })
    await page.getByRole('button', { name: '开始打包' }).waitFor()
    expect(await page.getByText('正在打包').count()).toBe(0)
    await context.close()
  })

  test('whoever works for several units says for which the check is', async () => {
    const other = { id: id(77), name: '示例镇财政所' }
    const both = { ...me, posts: [post(1, education), post(2, other)], permissions: [...permissions] }
    const { page, context } = await open('/self-checks', { ...asUnit, ...answer('session.me', both) })
    await page.getByText(`本单位：${education.name}`).waitFor()
    await page.getByRole('button', { name: other.name }).click()
    await page.getByText(`本单位：${other.name}`).waitFor()
    await page.getByText('只有本单位看得见，报送以后主管部门和财政部门才能看到。').waitFor()
    await context.close()
  })
})

const file = (name: string, text: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })

/** Takes every file but the broken one, and tells their names. */
async function receiving(page: Page): Promise<string[]> {
  const names: string[] = []
  await page.route('**/files?*', (route) => {
    const name = new URL(route.request().url()).searchParams.get('name') ?? ''
    names.push(name)
    if (name.includes('坏')) {
      const json = { ...problem(400, 'file.empty'), message: `“${name}”是空文件。` }
      return route.fulfill({ status: 400, json, contentType: 'application/problem+json' })
    }
    return route.fulfill({ json: { document: id(801), job: id(1), sha256: 'a'.repeat(64), isRepeated: false } })
  })
  return names
}
