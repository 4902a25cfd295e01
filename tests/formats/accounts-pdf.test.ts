/** Tables of accounts in PDF, over several pages: a figure in the wrong column shows at once, for its row no longer adds up. */
import { type Block, ingest } from '@jiheng/ingest'
import { beforeAll, describe, expect, it } from 'vitest'
import { hasOffice, saveAs } from '../../bench/formats/with-office.ts'
import { byFunction, hundredths, threePublic, twoHalves } from './accounts.ts'
import { accountsAsDocx, accountsAsXlsx, accountsByTypst } from './make-accounts.ts'

type Table = Extract<Block, { kind: 'table' }>

const LINES = { byFunction: 120, twoHalves: 60, threePublic: 50 }
const accounts = [byFunction(LINES.byFunction), twoHalves(LINES.twoHalves), threePublic(LINES.threePublic)]

describe('set by Typst', () => itReadsAccounts(async () => accountsByTypst(accounts)))
describe.skipIf(!hasOffice)('printed from a workbook', () => itReadsAccounts(async () => print('xlsx', await accountsAsXlsx(accounts))))
describe.skipIf(!hasOffice)('printed from a Word file', () => itReadsAccounts(async () => print('docx', await accountsAsDocx(accounts))))

function print(from: string, bytes: Uint8Array): Uint8Array {
  return saveAs(new Map([['accounts', bytes]]), from, 'pdf').get('accounts') as Uint8Array
}

function itReadsAccounts(make: () => Promise<Uint8Array>): void {
  let tables: readonly Table[] = []
  beforeAll(async () => {
    const { reports, problems } = await ingest(await make(), { name: 'accounts.pdf', sha256: '' })
    expect(problems).toEqual([])
    tables = reports.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
  }, 60_000)

  it('finds three tables, each whole though it goes over pages', () => {
    expect(tables.map(({ rows }) => [rows.length, rows[0]?.length])).toEqual(
      accounts.map(({ rows, widths }) => [rows.length, widths.length]),
    )
    expect(tables.map(({ unit }) => unit)).toEqual(['yuan', 'yuan', 'yuan'])
  })

  it('has every word in its cell', () => {
    for (const [i, { rows, headerRows }] of accounts.entries()) {
      const read = tables[i]?.rows.map((row) => row.map(({ text }) => text)) ?? []
      expect(read.slice(headerRows)).toEqual(rows.slice(headerRows).map((row) => row.map(({ text }) => text)))
    }
  })

  it('has merged header cells as they are drawn', () => {
    for (const [i, { rows, headerRows }] of accounts.entries()) {
      const read = tables[i]?.rows
        .slice(0, headerRows)
        .map((row) => row.filter(({ text }) => text !== '').map(({ text, rowSpan, colSpan }) => ({ text, rowSpan, colSpan })))
      expect(read).toEqual(
        rows.slice(0, headerRows).map((row) => row.map(({ text, rowSpan = 1, colSpan = 1 }) => ({ text, rowSpan, colSpan }))),
      )
    }
  })

  it('has rows that add up', () => {
    const [spending, , publicly] = tables.map(amountsOf)
    expect(spending?.length).toBe(LINES.byFunction)
    for (const [total, basic, project] of spending ?? []) expect(total).toBe((basic ?? Number.NaN) + (project ?? Number.NaN))
    expect(publicly?.length).toBe(LINES.threePublic)
    for (const row of publicly ?? []) {
      for (const [total, abroad, cars, buying, running, guests] of [row.slice(0, 6), row.slice(6)] as number[][]) {
        expect(cars).toBe((buying ?? Number.NaN) + (running ?? Number.NaN))
        expect(total).toBe((abroad ?? Number.NaN) + (cars ?? Number.NaN) + (guests ?? Number.NaN))
      }
    }
  })
}

/** The rows below the header, figures only: hundredths. */
function amountsOf({ rows }: Table, at: number): readonly (readonly (number | null)[])[] {
  const first = [2, 2, 1][at] as number
  return rows.slice(accounts[at]?.headerRows).map((row) => row.slice(first).map(({ text }) => hundredths(text)))
}
