/** 单位名录 in the browser: a tree by year, the history of a unit, adding, changing, importing. */
import { describe, expect, test } from 'vitest'
import { skipPages } from '../pages/browser.ts'
import { answer, refusal } from './support/answer.ts'
import { education, health, history, merger, organisations, school, signedInWith } from './support/county.ts'
import { faultsEverywhere, product } from './support/product.ts'

const list = answer('organisations.list', { year: 2026, items: [...organisations] })
const one = answer('organisations.history', { organisation: history, changes: [merger] }, { organisation: health.id })
const county = { ...signedInWith(), ...list, ...one }

describe.skipIf(skipPages)('单位名录', () => {
  const open = product()

  test.each(['/organisations', `/organisations/${health.id}`, '/organisations/import'])('everybody can use %s', async (path) => {
    const seen = await open(path, county)
    await seen.page.getByRole('heading', { level: 1 }).waitFor()
    await seen.page
      .getByText(path.endsWith('import') ? '把填好的表格拖到这里' : '示例县卫生健康局')
      .first()
      .waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await seen.context.close()
  })

  test('everybody can use the dialogs', async () => {
    const seen = await open('/organisations', county)
    await seen.page.getByRole('button', { name: '增加单位' }).click()
    await seen.page.getByLabel('单位全称').waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await seen.page.keyboard.press('Escape')
    await seen.page.getByRole('button', { name: '登记变动' }).click()
    await seen.page.getByLabel('文件依据').waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await seen.context.close()
  })

  test('what is looked for is shown with what stands above it', async () => {
    const { page, context } = await open('/organisations', county)
    await page.getByLabel('查单位').fill('县一中')
    const table = page.getByRole('region', { name: '单位名录' })
    await expect.poll(() => table.getByRole('link').allTextContents()).toEqual([education.name, school.name])
    await page.getByRole('button', { name: `收起 ${education.name}` }).waitFor()
    await context.close()
  })

  test('a branch is shut and opened by the keyboard', async () => {
    const { page, context } = await open('/organisations', county)
    const turn = page.getByRole('button', { name: `收起 ${education.name}` })
    await turn.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('link', { name: school.name }).count()).toBe(0)
    await page.getByRole('button', { name: `展开 ${education.name}` }).press('Enter')
    await page.getByRole('link', { name: school.name }).waitFor()
    await context.close()
  })

  test('five thousand units are shown without drawing them all', async () => {
    const items = Array.from({ length: 5_000 }, (_, at) => ({
      ...school,
      id: `${school.id.slice(0, -5)}${10_000 + at}`,
      name: `示例单位${at}`,
      parent: null,
    }))
    const { page, context } = await open('/organisations', { ...county, ...answer('organisations.list', { year: 2026, items }) })
    await page.getByRole('link', { name: '示例单位0', exact: true }).waitFor()
    expect(await page.locator('tbody tr').count()).toBeLessThan(80)
    await page.getByRole('region', { name: '单位名录' }).focus()
    await page.keyboard.press('End')
    await page.getByRole('link', { name: '示例单位4999' }).waitFor()
    await context.close()
  })

  test('the history of a unit says what it was called, and who took over by which document', async () => {
    const { page, context } = await open(`/organisations/${health.id}`, county)
    const timeline = page.getByRole('region', { name: '沿革' })
    await timeline.getByText('更名：示例县卫生和计划生育局 → 示例县卫生健康局').waitFor()
    await timeline.getByText('依据：示编〔2022〕9 号').waitFor()
    await timeline.getByRole('link', { name: education.name }).waitFor()
    await context.close()
  })

  test('a new name from a day on keeps the old one', async () => {
    const { page, context } = await open(`/organisations/${health.id}`, county)
    const sent: unknown[] = []
    await page.route(`**/api/v1/organisations/${health.id}`, (route) => {
      if (route.request().method() === 'GET') return route.fallback()
      sent.push(route.request().postDataJSON())
      return route.fulfill({ json: history })
    })
    await page.getByRole('button', { name: '修改' }).click()
    await page.getByLabel('从哪天起', { exact: true }).fill('2026-07-01')
    await page.keyboard.press('Enter')
    await page.getByLabel('单位全称').fill('示例县卫生健康委员会')
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => sent.length).toBe(1)
    expect(sent[0]).toMatchObject({
      version: 3,
      names: [
        { value: '示例县卫生和计划生育局', from: '2021-01-01', to: '2022-12-31' },
        { value: '示例县卫生健康局', from: '2023-01-01', to: '2026-06-30' },
        { value: '示例县卫生健康委员会', from: '2026-07-01', to: null },
      ],
      codes: history.codes,
    })
    await context.close()
  })

  test('a refusal leaves what was typed in the dialog', async () => {
    const { page, context } = await open('/organisations', { ...county, ...refusal('organisations.create', 'thing.exists') })
    await page.getByRole('button', { name: '增加单位' }).click()
    await page.getByLabel('部门 和财政部门直接发生预算领拨关系').check()
    await page.getByLabel('单位全称').fill('示例县林业局')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('dialog').getByRole('alert').getByText('已经存在').waitFor()
    expect(await page.getByLabel('单位全称').inputValue()).toBe('示例县林业局')
    await context.close()
  })

  test('a sheet is looked at before it is written, and with faults it cannot be written', async () => {
    const { page, context } = await open('/organisations/import', county)
    const asked: string[] = []
    const outcome = {
      rows: 2,
      added: 1,
      changed: 0,
      unchanged: 1,
      faults: [] as unknown[],
      isWritten: false,
      preview: [{ row: 3, code: '209', name: '示例县林业局', what: 'add', says: '' }],
    }
    await page.route('**/api/v1/organisations/import*', (route) => {
      const { searchParams } = new URL(route.request().url())
      asked.push(`${searchParams.get('name')} ${searchParams.get('write')}`)
      const isFaulty = searchParams.get('name') === '有误.xlsx'
      const faults = isFaulty ? [{ row: 4, column: '单位编码', message: '编码“2.19E+05”成了科学计数法。' }] : []
      return route.fulfill({ json: { ...outcome, faults, isWritten: searchParams.get('write') === 'true' } })
    })
    const choose = (name: string) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from('x') })
    await choose('有误.xlsx')
    await page.getByText('编码“2.19E+05”成了科学计数法。').waitFor()
    expect(await page.getByRole('button', { name: /写入/ }).count()).toBe(0)
    await page.getByRole('button', { name: '换一个表格' }).click()
    await choose('名录.xlsx')
    await page.getByRole('button', { name: '写入 1 个单位' }).click()
    await page.getByText('已写入：新增 1 个，修改 0 个。').waitFor()
    expect(asked).toEqual(['有误.xlsx false', '名录.xlsx false', '名录.xlsx true'])
    await context.close()
  })

  test('who may not manage the list reads it, and is told that importing is not for them', async () => {
    const { page, context } = await open('/organisations', { ...signedInWith('document.read'), ...list })
    await page.getByRole('link', { name: education.name }).waitFor()
    expect(await page.getByRole('button', { name: '增加单位' }).count()).toBe(0)
    await page.goto(new URL('/organisations/import', page.url()).href)
    await page.getByText('您没有查看这里的权限').waitFor()
    await context.close()
  })

  test('an empty list says how to begin; a list that cannot be read says why', async () => {
    const empty = await open('/organisations', { ...county, ...answer('organisations.list', { year: 2026, items: [] }) })
    await empty.page.getByText('名录里还没有单位').waitFor()
    expect(await faultsEverywhere(empty)).toEqual([])
    await empty.context.close()
    const busy = await open('/organisations', { ...county, ...refusal('organisations.list', 'server.busy') })
    await busy.page.getByText('系统繁忙，没有在时限内完成。').waitFor()
    await busy.page.getByRole('button', { name: '重试' }).waitFor()
    await busy.context.close()
  })
})
