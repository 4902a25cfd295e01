/** Time grows with the document, not with its square. */
import { commentedDocx, withoutOurComments } from '@jiheng/report'
import { describe, expect, test } from 'vitest'
import { accused, p, r, wordFile } from './word-file.ts'

describe('a large document', () => {
  test('four times as large takes about four times as long', async () => {
    const [small, large] = [await timeOf(2_500), await timeOf(10_000)]
    expect(large / small).toBeLessThan(12)
  })

  test('one paragraph of many cuts is joined again in time', async () => {
    const [small, large] = [await cutTime(500), await cutTime(2_000)]
    expect(large / small).toBeLessThan(14)
  })
})

async function timeOf(paragraphs: number): Promise<number> {
  const body = Array.from({ length: paragraphs }, (_, at) =>
    p(
      ...[...`第${at}项预算100万元，决算95.${at}万元。`].map((one) =>
        r(one, '<w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US"/></w:rPr>'),
      ),
    ),
  )
  const bytes = wordFile({ body: body.join('') })
  const words = Array.from({ length: 20 }, (_, at) => `95.${Math.floor((at * paragraphs) / 20)}万`)
  const audited = await accused(bytes, words)
  const start = performance.now()
  const copy = await commentedDocx(bytes, audited)
  await withoutOurComments(copy.bytes)
  return performance.now() - start
}

async function cutTime(count: number): Promise<number> {
  const bytes = wordFile({ body: p(Array.from({ length: count }, (_, at) => `甲${at}乙`).join('，')) })
  const words = Array.from({ length: count }, (_, at) => `甲${at}`)
  const audited = await accused(bytes, words)
  const start = performance.now()
  const copy = await commentedDocx(bytes, audited)
  expect(copy.marked).toBe(count)
  await withoutOurComments(copy.bytes)
  return performance.now() - start
}
