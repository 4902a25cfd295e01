/** People doing their work with the product as it is delivered, from the first start on; on both databases. */
import { readdirSync, readFileSync } from 'node:fs'
import { apiRoot, type DocumentItem, type Finding, requestMark } from '@jiheng/contract'
import { ingestText } from '@jiheng/ingest'
import { openPackage } from '@jiheng/ooxml'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { makePdf } from '../../bench/formats/make-pdf.ts'
import { inProject } from '../../bench/project.ts'
import { skipServed } from '../../packages/store/test/support/served-cluster.ts'
import { skipPages } from '../pages/browser.ts'
import { isLong, sampled } from '../setup/breadth.ts'
import { realProduct } from './real-product.ts'
import { expectOnWords } from './support/pdf-words.ts'
import type { Misdeeds, Visit } from './visit.ts'

const reports = inProject('corpus/reports')
const files = readdirSync(reports).filter((name) => name.endsWith('.txt'))
const password = '三十二只麻雀飞过水田'
const clean: Misdeeds = { errors: [], breaches: [], foreign: [] }
const hostileName = '<img src=x onerror=alert(1)>.txt'
const hostileText = `测试县林业局2024年度部门整体支出绩效自评报告

一、预算执行情况
支出合计120万元，其中：基本支出60万元，项目支出40万元。<script>alert(2)</script><img src=x onerror=alert(3)>
`

/** Of five pages, with a slip on the first and one on the last. */
const longReport = `测试县财政所2024年度部门整体支出绩效自评报告

一、预算执行情况
支出合计120万元，其中：基本支出60万元，项目支出40万元。

二、工作开展情况
${'各项工作按计划推进，加强预算管理，规范资金使用，按时公开预算和决算，接受各方面的监督，服务对象比较满意。\n'.repeat(44)}
三、资金使用情况
预算数200万元，执行数150万元，预算执行率85%。
`

/** Every day as most people start it; in the long run on both. */
const databases = sampled(
  [
    ['embedded', 55_831],
    ['served', 55_832],
  ] as const,
  1,
)

describe.each(databases)('on the %s database', (kind, port) => {
  describe.skipIf(skipPages || (kind === 'served' && skipServed))('the product', () => {
    const product = realProduct(kind, port)
    let manager: Visit
    let reviewer: Visit
    let documents: readonly DocumentItem[]

    const get = async <Answer>({ page }: Visit, path: string): Promise<Answer> =>
      (await page.request.get(product().server.address + apiRoot + path)).json()
    const post = async <Answer>({ page }: Visit, path: string, data: unknown): Promise<Answer> => {
      const headers = { [requestMark.name]: requestMark.value, origin: product().server.address }
      const answer = await page.request.post(product().server.address + apiRoot + path, { data, headers })
      expect([path, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([path, 200, ''])
      return answer.json()
    }
    /** Somebody new comes by the one-time link, as it was handed over. */
    const come = async (loginName: string, role: string, organisation: string | null, options = {}): Promise<Visit> => {
      const { items } = await get<{ items: { id: string; name: string }[] }>(manager, '/roles')
      const body = { name: loginName, loginName, organisation, role: items.find(({ name }) => name === role)?.id }
      const { link } = await post<{ link: { address: string } }>(manager, '/accounts', body)
      const visit = await product().open(link.address, options)
      await choosePassword(visit.page)
      await visit.page.getByRole('button', { name: '保存密码并进入' }).click()
      await visit.page.getByRole('button', { name: /^账号：/ }).waitFor()
      return visit
    }

    test('begins with a one-time link', { timeout: 60_000 }, async () => {
      const link = product().server.setupLink ?? ''
      manager = await product().open(link)
      const { page } = manager
      await page.getByLabel('地区名称').fill('示例县')
      await page.getByLabel('行政区划代码').fill('139901')
      await page.getByLabel('管理人员姓名').fill('管理人员')
      await page.getByLabel('登录账号').fill('manager')
      await choosePassword(page)
      await page.getByRole('button', { name: '完成设置' }).click()
      await page.getByRole('region', { name: '开始一次校核' }).waitFor()
      const second = await product().open(link)
      await second.page.getByText('系统已经初始化').waitFor()
      await second.context.close()
    })

    test('audits the real reports in one drop, and what is hostile in them stays words', { timeout: 120_000 }, async () => {
      const { page } = manager
      const given = files.map((name) => ({ name, mimeType: 'text/plain', buffer: readFileSync(`${reports}/${name}`) }))
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([...given, { name: hostileName, mimeType: 'text/plain', buffer: Buffer.from(hostileText) }])
      await page.waitForURL('**/batches/*')
      const batch = page.url().split('/').at(-1)
      await expect
        .poll(async () => await get<{ state: string; files: { done: number } }>(manager, `/batches/${batch}`), {
          timeout: 90_000,
          interval: 500,
        })
        .toMatchObject({ state: 'done', files: { done: files.length + 1 } })
      documents = (await get<{ items: DocumentItem[] }>(manager, `/documents?batch=${batch}&limit=100`)).items
      expect(documents).toHaveLength(files.length + 1)
      const hostile = documents.find(({ fileName }) => fileName === hostileName)
      await page.goto(`${product().server.address}/documents/${hostile?.id}`)
      await page.locator('.paper').getByText('<script>alert(2)</script>').waitFor()
      await page.goto(`${product().server.address}/batches/${batch}`)
      await page.getByText(hostileName).first().waitFor()
      expect(manager.misdeeds).toEqual(clean)
    })

    test('a finding is dismissed, another returned, and the commented Word shows only what is left', { timeout: 90_000 }, async () => {
      reviewer = await come('reviewer', '绩效股负责人', null)
      const { page } = reviewer
      const most = documents.toSorted((a, b) => b.findings.error - a.findings.error)[0] as DocumentItem
      const findings = async () => (await get<{ items: Finding[] }>(reviewer, `/documents/${most.id}/findings`)).items
      await page.goto(`${product().server.address}/documents/${most.id}`)
      await page.locator('.finding').first().waitFor()
      await page.keyboard.press('1')
      await page.getByLabel('为什么核实无误？').fill('附表口径含往来款')
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await findings()).filter(({ status }) => status === 'dismissed').length).toBe(1)
      await page.keyboard.press('2')
      await expect.poll(async () => (await findings()).filter(({ status }) => status === 'returned').length).toBe(1)
      const all = await findings()
      const dismissed = all.find(({ status }) => status === 'dismissed') as Finding
      const returned = all.find(({ status }) => status === 'returned') as Finding
      const answer = await page.request.get(`${product().server.address}${apiRoot}/documents/${most.id}/outputs/word`)
      expect([answer.status(), answer.headers()['content-disposition']?.startsWith('attachment')]).toEqual([200, true])
      const comments = await commentsIn(await answer.body())
      expect(comments).toContain(returned.message.slice(0, 12))
      expect(comments).not.toContain(dismissed.message)
      expect(reviewer.misdeeds).toEqual(clean)
    })

    test('the pages of a PDF are drawn as they come near, with the marks on the accused words', { timeout: 90_000 }, async () => {
      const { page } = reviewer
      const bytes = makePdf(ingestText(Buffer.from(longReport), { name: '', sha256: '' }))
      await page.goto(product().server.address)
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: '财政所自评.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
      const mine = async () =>
        (await get<{ items: DocumentItem[] }>(reviewer, '/documents?limit=500')).items.find(({ format }) => format === 'pdf')
      await expect.poll(async () => (await mine())?.state, { timeout: 30_000, interval: 300 }).toBe('done')
      await page.goto(`${product().server.address}/documents/${(await mine())?.id}`)
      await expectOnWords(page, bytes, '120')
      const last = page.locator('.pdf-page').last()
      const drawn = () => last.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width === canvas.clientWidth)
      expect([await page.locator('.pdf-page').count(), await drawn()]).toEqual([5, false])
      await page.keyboard.press('j')
      await expectOnWords(page, bytes, '85')
      await expect.poll(drawn).toBe(true)
      await page.getByRole('button', { name: '放大' }).click()
      await page.getByText('125%', { exact: true }).waitFor()
      await expectOnWords(page, bytes, '85')
      await page.keyboard.press('k')
      await expectOnWords(page, bytes, '120')
      await page.keyboard.press('2')
      await page.getByText('已处理 1 / 2').waitFor()
      await expectOnWords(page, bytes, '85')
      await page.setViewportSize({ width: 390, height: 844 })
      await page.getByRole('button', { name: '看原文' }).click()
      await expectOnWords(page, bytes, '85')
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
      await page.setViewportSize({ width: 1366, height: 768 })
      expect(reviewer.misdeeds).toEqual(clean)
    })

    test('of two who decide the same finding the second is told, and nothing is lost', { timeout: 60_000 }, async () => {
      const other = await come('second', '绩效股审核人员', null)
      const one = documents.toSorted((a, b) => b.findings.error - a.findings.error)[1] as DocumentItem
      for (const { page } of [reviewer, other]) {
        await page.goto(`${product().server.address}/documents/${one.id}`)
        await page.locator('.finding').first().waitFor()
      }
      for (const [who, words] of [
        [reviewer, '第一位的理由'],
        [other, '第二位的理由'],
      ] as const) {
        await who.page.keyboard.press('1')
        await who.page.getByLabel('为什么核实无误？').fill(words)
        await who.page.keyboard.press('Enter')
        if (who === reviewer)
          await expect.poll(async () => JSON.stringify(await get(reviewer, `/documents/${one.id}/findings`))).toContain(words)
      }
      await other.page
        .getByText(/已经修改过|已由|先处理/)
        .first()
        .waitFor()
      const kept = JSON.stringify(await get(reviewer, `/documents/${one.id}/findings`))
      expect(kept).toContain('第一位的理由')
      expect(kept).not.toContain('第二位的理由')
      await other.context.close()
    })

    test('a unit checks its own draft on a phone, unseen by finance until it is handed in', { timeout: 90_000 }, async () => {
      const since = (value: string) => [{ value, from: '2019-01-01', to: null }]
      const unit = {
        kind: 'department',
        isBureau: false,
        isGovernment: false,
        names: since('示例县水利局'),
        codes: [],
        aliases: [],
        parents: [],
        from: '2019-01-01',
        to: null,
      }
      const { id } = await post<{ id: string }>(manager, '/organisations', unit)
      const clerk = await come('clerk', '单位经办人', id, { viewport: { width: 390, height: 844 } })
      const { page } = clerk
      await page.goto(`${product().server.address}/self-checks`)
      const draft = hostileText.replaceAll('测试县林业局', '示例县水利局').replaceAll(/<[^>]+>/g, '')
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: '水利局自评.txt', mimeType: 'text/plain', buffer: Buffer.from(draft) })
      const mine = async () => (await get<{ items: DocumentItem[] }>(clerk, '/documents?stage=private')).items
      await expect.poll(async () => (await mine())[0]?.state, { timeout: 30_000, interval: 300 }).toBe('done')
      const [{ id: own }] = (await mine()) as [DocumentItem]
      for (const who of [manager, reviewer]) {
        expect(JSON.stringify(await get(who, '/documents?limit=500'))).not.toContain('水利局自评')
        expect(JSON.stringify(await get(who, `/search?q=${encodeURIComponent('水利局自评')}`))).not.toContain(own)
        expect((await get<{ code: string }>(who, `/documents/${own}`)).code).toBe('thing.not-found')
      }
      await page.goto(`${product().server.address}/documents/${own}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
      await page.getByRole('button', { name: '报送', exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('附表另报')
      await dialog.getByRole('button', { name: /报送/ }).click()
      await expect.poll(async () => (await get<DocumentItem>(reviewer, `/documents/${own}`)).stage).toBe('submitted')
      expect(clerk.misdeeds).toEqual(clean)
      await clerk.context.close()
    })

    // Whoever takes over waits until the lease of the dead has run out.
    test.runIf(isLong)('killed in the middle of a batch it goes on where it was', { timeout: 240_000 }, async () => {
      const { page } = manager
      await page.goto(product().server.address)
      const many = Array.from({ length: 40 }, (_, at) => ({
        name: `第${at}局.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(hostileText.replaceAll('林业', `第${at}`)),
      }))
      await page.locator('input[type=file]').first().setInputFiles(many)
      await page.waitForURL('**/batches/*')
      const batch = page.url().split('/').at(-1)
      const state = () => get<{ state: string; files: Readonly<Record<string, number>> }>(manager, `/batches/${batch}`)
      const received = async () => Object.values((await state()).files).reduce((sum, count) => sum + count, 0)
      await expect.poll(received, { timeout: 60_000, interval: 50 }).toBe(many.length)
      expect((await state()).state).toBe('running')
      await product().restart()
      await expect.poll(state, { timeout: 150_000, interval: 1000 }).toMatchObject({ state: 'done', files: { done: 40 } })
      await page.getByText('校核完成').first().waitFor()
    })
  })
})

async function choosePassword(page: Page): Promise<void> {
  await page.getByLabel(/^(密码|新密码)$/).fill(password)
  await page.getByLabel('再输一次密码').fill(password)
}

async function commentsIn(bytes: Uint8Array): Promise<string> {
  const { read } = await openPackage(new Uint8Array(bytes))
  const xml = new TextDecoder().decode(await read('word/comments.xml'))
  return xml.replaceAll(/<[^>]+>/g, '')
}
