/** Comma-separated values as one sheet. */
import { placeAt } from '@jiheng/vocabulary'
import { describe, expect, test } from 'vitest'
import { ingest } from '../../src/index.ts'
import { linesOf } from './workbook-parts.ts'

const read = (bytes: Uint8Array | string) =>
  ingest(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, { name: 'a.csv', sha256: '' })

describe('CSV', () => {
  test('titles are lines, quotes hold separators and line breaks, fields are words', async () => {
    const document = await read('收支情况表,,\n,,单位：万元\n项目,预算数,"备\n注"\n基本支出,"1,234.50","他说""好"""\n项目支出,="007",\n')
    expect(document.file.format).toBe('csv')
    expect(linesOf(document)).toEqual([
      'P 收支情况表',
      'P 单位：万元',
      '项目 | 预算数 | 备注',
      '基本支出 | 1,234.50 | 他说"好"',
      '项目支出 | 007 | ',
    ])
    expect(document.sheets).toEqual([])
  })

  test('every field leads back to its cell', async () => {
    const document = await read('项目,金额\n甲,1\n乙,2\n丙,3\n')
    const table = document.reports[0]?.blocks[0]
    const cell = table?.kind === 'table' ? table.rows[2]?.[1] : undefined
    expect(cell && placeAt(document.places, cell.at.start)?.spot).toEqual({ kind: 'cell', sheet: '', cell: 'B3' })
  })

  test('UTF-16 and semicolons', async () => {
    const text = '\ufeff项目;金额;备注\n甲;1;无\n乙;2;无\n'
    const bytes = new Uint8Array(text.length * 2)
    for (let i = 0; i < text.length; i++) bytes.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 * i)
    expect(linesOf(await read(bytes))).toEqual(['项目 | 金额 | 备注', '甲 | 1 | 无', '乙 | 2 | 无'])
  })

  test('more fields than the limit of cells are cut, and named', async () => {
    const document = await ingest(
      new TextEncoder().encode('甲,1,2\n'.repeat(100)),
      { name: 'a.csv', sha256: '' },
      { limits: { maxCells: 30 } },
    )
    expect(document.problems).toEqual([{ code: 'document.too-many-blocks', at: ['a.csv', ''], details: { limit: 30, of: 'cells' } }])
  })
})
