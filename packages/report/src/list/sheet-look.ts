/** What the sheets of the list look like: an office prints them on A4 and reads them at arm's length. */
import type { IssueLevel } from './issue-row.ts'
import type { CellStyle, WriteSheet } from './sheet-library.ts'

const line = { style: 'thin', color: { rgb: 'A6A6A6' } } as const
const border = { top: line, right: line, bottom: line, left: line }

export const titleStyle: CellStyle = {
  font: { name: '黑体', size: 16 },
  alignment: { horizontal: 'left', vertical: 'center' },
}

export const noteStyle: CellStyle = {
  font: { name: '宋体', size: 10, color: { rgb: '595959' } },
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
}

export const headStyle: CellStyle = {
  font: { name: '黑体', size: 10 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } },
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}

/** What the unit fills in: another head, so that nobody looks for words there. */
export const fillHeadStyle: CellStyle = { ...headStyle, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8F3E2' } } }

/** The text format keeps a cell text when somebody opens it for editing and leaves it again: `=1+1` in a quoted clause stays what it is. */
const TEXT = '@'

export const wordsStyle: CellStyle = {
  font: { name: '宋体', size: 10 },
  border,
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
  numFmt: TEXT,
}

export const centredStyle: CellStyle = { ...wordsStyle, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } }
export const totalStyle: CellStyle = { ...centredStyle, font: { name: '黑体', size: 10 } }
/** None is a dash: what is there stands out. */
export const countStyle: CellStyle = {
  font: { name: '宋体', size: 10 },
  border,
  alignment: { horizontal: 'center', vertical: 'center' },
  numFmt: '0;-0;"–"',
}
export const totalCountStyle: CellStyle = { ...countStyle, font: { name: '黑体', size: 10 } }

/** Soft enough to read through, and in grey print still told by the word itself. */
export const levelColours: Readonly<Record<IssueLevel, { readonly fill: string; readonly ink: string }>> = {
  error: { fill: 'F9D9D5', ink: '8E1B10' },
  warning: { fill: 'FCEFC9', ink: '6B4E00' },
  info: { fill: 'E3EDF7', ink: '274B6D' },
  unread: { fill: 'E4E4E4', ink: '3C3C3C' },
  reading: { fill: 'F2F2F2', ink: '595959' },
}

/** Printed as it is looked at: A4 across, all columns on one page, the head again on each. */
export const acrossPage = (headRow: number): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> => ({
  pageSetup: {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    printTitlesRow: `$${headRow}:$${headRow}`,
    horizontalCentered: true,
  },
  headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
})
