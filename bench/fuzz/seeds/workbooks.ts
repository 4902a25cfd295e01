/** Good workbooks, and those of the old formats where LibreOffice is there to write them. */
import { writeOds } from 'hucre/ods'
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { settled } from './settled.ts'
import { TABLE, WORDS } from './words.ts'

const numberOrWords = (text: string): CellValue => (/^[\d.]+$/.test(text) ? Number(text) : text)

function sheets(): WriteSheet[] {
  const rows: CellValue[][] = [[WORDS[0] ?? ''], ['单位：万元'], ...TABLE.map((row) => row.map(numberOrWords)), [], [WORDS[1] ?? '']]
  const cells: WriteSheet['cells'] = new Map([
    ['6,1', { value: 820, type: 'number', formula: 'SUM(B4,B6)', formulaResult: 820, style: { numFmt: '#,##0.00' } }],
    ['6,3', { value: 0.9512, type: 'number', formula: 'C7/B7', formulaResult: 0.9512, style: { numFmt: '0.00%' } }],
  ])
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
    { startRow: 8, startCol: 0, endRow: 8, endCol: 3 },
  ]
  return [
    { name: '收支', rows, cells, merges },
    { name: '三公', rows: [[WORDS[2] ?? ''], ['甲', 1, true], ['乙', new Date(Date.UTC(2023, 11, 31))]] },
    { name: '藏', hidden: true, rows: [['备用', 1]] },
  ]
}

export const xlsxSeeds = async (): Promise<readonly Uint8Array[]> => [settled(await writeXlsx({ sheets: sheets() }))]

export const odsSeeds = async (): Promise<readonly Uint8Array[]> => [settled(await writeOds({ sheets: sheets() }))]
