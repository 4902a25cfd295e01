/** 查找 and the list of 材料 in the browser. */
import type { DocumentItem } from '@jiheng/contract'
import { describe, expect, test } from 'vitest'
import { skipPages } from '../pages/browser.ts'
import { answer, refusal } from './support/answer.ts'
import { id, organisations, school, signedInWith } from './support/county.ts'
import { faultsEverywhere, product } from './support/product.ts'

const found = {
  organisations: [{ id: school.id, name: school.name, code: school.code, was: '示例县中学' }],
  documents: [
    { id: id(81), title: '示例县第一中学 2025 年度整体支出绩效自评报告', unit: school.name, year: 2025, fileName: '一中自评.docx' },
  ],
  findings: [{ document: id(81), finding: 'f/1', unit: null, title: '合计与分项之和不一致', words: '合计 <b>1,200</b> 万元' }],
}
const reader = signedInWith('document.read')
const item: DocumentItem = {
  id: id(81),
  batch: id(91),
  organisation: { id: school.id, name: school.name },
  unitPrinted: school.name,
  title: '2025 年度整体支出绩效自评报告',
  year: 2025,
  kind: 'unit',
  reports: 1,
  fileName: '一中自评.docx',
  folder: '教育局',
  format: 'docx',
  bytes: 1000,
  sha256: '0'.repeat(64),
  state: 'done',
  stage: 'submitted',
  review: 'waiting',
  findings: { error: 2, warning: 1, info: 0, open: 3 },
  notes: [],
  receivedAt: '2026-03-02T01:00:00.000Z',
  submittedAt: '2026-03-02T01:00:00.000Z',
  statement: null,
  replaces: null,
  replacedBy: null,
  version: 0,
}
const items: readonly DocumentItem[] = [
  item,
  { ...item, id: id(82), organisation: null, unitPrinted: '示例县某中心', state: 'failed', stage: 'private' },
  { ...item, id: id(83), review: 'passed', findings: { error: 0, warning: 0, info: 0, open: 0 } },
]

describe.skipIf(skipPages)('查找', () => {
  const open = product()

  test('units, documents and findings are found, the words are marked, and each leads to its place', async () => {
    const seen = await open(`/search?q=${encodeURIComponent('一中 1,200')}`, { ...reader, ...answer('search.find', found) })
    const { page, context } = seen
    await page.getByText('曾用名：示例县中学').waitFor()
    expect(await page.locator('mark').allTextContents()).toContain('1,200')
    // What stands in a document is text, whatever it looks like.
    await page.getByText('合计 <b>1,200</b> 万元').waitFor()
    expect(await page.getByRole('link', { name: '合计与分项之和不一致' }).getAttribute('href')).toBe(`/documents/${id(81)}?finding=f%2F1`)
    expect(await faultsEverywhere(seen)).toEqual([])
    await context.close()
  })

  test('what an input method writes is looked for when it is finished, and not before', async () => {
    const none = answer('documents.list', { items: [...items], next: null })
    const { page, context } = await open('/documents', { ...reader, ...none, ...answer('organisations.list', { year: 2026, items: [] }) })
    const asked: (string | null)[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).searchParams.get('q')))
    await page.getByRole('searchbox', { name: '查材料' }).focus()
    const keyboard = await context.newCDPSession(page)
    await keyboard.send('Input.imeSetComposition', { text: 'yi zhong', selectionStart: 8, selectionEnd: 8 })
    await page.waitForTimeout(600)
    await keyboard.send('Input.insertText', { text: '一中' })
    await expect.poll(() => asked.filter((words) => words !== null)).toEqual(['一中'])
    expect(new URL(page.url()).searchParams.get('q')).toBe('一中')
    await context.close()
  })

  test('nothing found, nothing asked, nothing answered: each says what to do', async () => {
    const none = await open('/search?q=x', { ...reader, ...answer('search.find', { organisations: [], documents: [], findings: [] }) })
    await none.page.getByText('没有找到“x”').waitFor()
    expect(await faultsEverywhere(none)).toEqual([])
    await none.page.goto(new URL('/search', none.page.url()).href)
    await none.page.getByText('输入要找的字').waitFor()
    await none.context.close()
    const busy = await open('/search?q=x', { ...reader, ...refusal('search.find', 'server.busy') })
    await busy.page.getByText('系统繁忙').waitFor()
    await busy.context.close()
  })
})

describe.skipIf(skipPages)('材料', () => {
  const open = product()
  const office = {
    ...reader,
    ...answer('organisations.list', { year: 2026, items: [...organisations] }),
    ...answer('documents.list', { items: [...items], next: null }),
  }

  test('everybody can use the list', async () => {
    const seen = await open('/documents', office)
    await seen.page.getByText('待处理 3').first().waitFor()
    await seen.page.getByText('未对上名录').waitFor()
    await seen.page.getByText('没有问题').waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await seen.context.close()
  })

  test('filters of the heads stand in the address and are asked of the server', async () => {
    const { page, context } = await open('/documents?year=2025', office)
    await page.getByText('待处理 3').first().waitFor()
    const asked = page.waitForRequest((request) => request.url().includes('severity=error'))
    await page.getByRole('button', { name: '筛选：问题' }).click()
    await page.getByRole('menuitem', { name: '差错' }).click()
    const { searchParams } = new URL((await asked).url())
    expect(searchParams.get('year')).toBe('2025')
    expect(new URL(page.url()).searchParams.get('severity')).toBe('error')
    await page.getByRole('button', { name: '清除筛选' }).first().click()
    await page.waitForURL('**/documents')
    await context.close()
  })

  test('an empty list says where documents come from', async () => {
    const seen = await open('/documents', { ...office, ...answer('documents.list', { items: [], next: null }) })
    await seen.page.getByText('还没有材料').waitFor()
    expect(await faultsEverywhere(seen)).toEqual([])
    await seen.context.close()
  })
})
