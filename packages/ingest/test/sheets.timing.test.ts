/** Time grows with the rows of a sheet and not faster: measured as a ratio within one run. */
import { describe, expect, test } from 'vitest'
import { ingest } from '../src/index.ts'
import { bookFile } from './readers/workbook-parts.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const letters = 'ABCDEFGH'
const cells = (row: number) => [...letters].map((letter, i) => `<c r="${letter}${row}"><v>${row * i + 0.25}</v></c>`).join('')
const rows = (count: number, of: (row: number) => string) => Array.from({ length: count }, (_, i) => of(i + 1)).join('')

const FILES: Readonly<Record<string, (rows: number) => Uint8Array>> = {
  'a workbook': (n) => bookFile({ sheets: [{ name: 'S', rows: rows(n, (row) => `<row r="${row}">${cells(row)}</row>`) }] }),
  'a workbook of merged cells': (n) =>
    bookFile({
      sheets: [
        {
          name: 'S',
          rows: rows(n, (row) => `<row r="${row}">${cells(row)}</row>`),
          after: `<mergeCells>${rows(n, (row) => `<mergeCell ref="A${row}:B${row}"/>`)}</mergeCells>`,
        },
      ],
    }),
  'a page': (n) => utf8(`<html><table>${rows(n, (row) => `<tr>${`<td>${row}</td>`.repeat(8)}</tr>`)}</table></html>`),
  'a page of rows that reach down': (n) =>
    utf8(`<html><table><tr>${`<td rowspan="${n}">甲</td>`.repeat(200)}</tr>${rows(n, (row) => `<tr><td>${row}</td></tr>`)}</table></html>`),
  values: (n) => utf8(`a,b,c,d\n${rows(n, (row) => `${row},甲,"1,000",乙\n`)}`),
  'formulas over the same long columns': (n) =>
    bookFile({
      sheets: [{ name: 'S', rows: rows(n, (row) => `<row r="${row}"><c><v>1</v></c><c><f>SUM(A1:A${n})</f><v>${n}</v></c></row>`) }],
    }),
}

describe('reading takes time in proportion', () => {
  test.each(Object.entries(FILES))('%s', { timeout: 60_000 }, async (_, make) => {
    const time = async (count: number): Promise<number> => {
      const bytes = make(count)
      const times: number[] = []
      for (let i = 0; i < 2; i++) {
        const start = process.cpuUsage()
        await ingest(bytes, { name: 'a', sha256: '' })
        const { user, system } = process.cpuUsage(start)
        times.push(user + system)
      }
      return Math.min(...times)
    }
    await time(500)
    const [small, large] = [await time(1000), await time(8000)]
    // Eight times the rows: sixteen times the time is not yet a square.
    expect(large / small).toBeLessThan(16)
  })
})
