/** The second sheet: how many of what, by unit and by kind. Filled while the lines go by. */
import { kindWords } from '../wording/words.ts'
import type { IssueLevel, IssueRow } from './issue-row.ts'
import { levels, levelWords } from './issue-sheet.ts'
import { rowHeight } from './row-height.ts'
import type { CellStyle, CellValue, WriteSheet } from './sheet-library.ts'
import {
  acrossPage,
  centredStyle,
  countStyle,
  headStyle,
  noteStyle,
  titleStyle,
  totalCountStyle,
  totalStyle,
  wordsStyle,
} from './sheet-look.ts'

type Tally = Record<IssueLevel, number>

const none = (): Tally => ({ error: 0, warning: 0, info: 0, unread: 0, reading: 0 })
const sumOf = (tally: Tally): number => tally.error + tally.warning + tally.info

export class IssueTotals {
  readonly all = none()
  readonly #units = new Map<string, Tally>()
  readonly #kinds = new Map<string, Tally>()

  /** Units that are listed even when nothing was found. */
  constructor(units: Iterable<string>) {
    for (const unit of units) this.#units.set(unit, none())
  }

  take({ unit, kind, level }: IssueRow): void {
    this.all[level]++
    count(this.#units, unit, level)
    if (kind !== null) count(this.#kinds, kindWords[kind], level)
  }

  /** 差错 3、疑点 2、提示 0 … */
  words(): string {
    return levels
      .filter((level) => level !== 'reading' && (level !== 'unread' || this.all.unread > 0))
      .map((level) => `${levelWords[level]} ${this.all[level]} ${level === 'unread' ? '项' : '处'}`)
      .join('，')
  }

  sheet(name: string, title: string, note: string): WriteSheet {
    const units = [...this.#units]
    const kinds = [...this.#kinds].sort(([, a], [, b]) => sumOf(b) - sumOf(a))
    const rows: CellValue[][] = [[title], [note], HEAD]
    const styles = new Map<string, { style: CellStyle }>([
      ['0,0', { style: titleStyle }],
      ['1,0', { style: noteStyle }],
    ])
    const lay = (cells: CellValue[], look: (column: number) => CellStyle): void => {
      for (const column of cells.keys()) styles.set(`${rows.length},${column}`, { style: look(column) })
      rows.push(cells)
    }
    rows.pop()
    lay(HEAD, () => headStyle)
    for (const [at, [unit, tally]] of units.entries()) lay([String(at + 1), unit, ...countsOf(tally)], unitLook)
    lay([null, '合计', ...countsOf(this.all)], totalLook)
    rows.push([])
    lay(['序号', '类型', ...KIND_HEAD], () => headStyle)
    for (const [at, [kind, tally]] of kinds.entries()) lay([String(at + 1), kind, ...countsOf(tally).slice(0, KIND_HEAD.length)], unitLook)
    return {
      name,
      columns: WIDTHS.map((width) => ({ width })),
      rows,
      cells: styles,
      merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: HEAD.length - 1 })),
      rowDefs: new Map([28, 20, 24, ...rows.slice(3).map((cells) => rowHeight(cells, WIDTHS))].map((height, row) => [row, { height }])),
      freezePane: { rows: 3 },
      view: { showGridLines: false },
      ...acrossPage(3),
    }
  }
}

const HEAD: CellValue[] = ['序号', '单位', '差错', '疑点', '提示', '合计', '未能校核', '读取情况']
const WIDTHS = [7, 44, 11, 11, 11, 11, 13, 13]
const KIND_HEAD: CellValue[] = ['差错', '疑点', '提示', '合计']

/** Counts of ours are numbers, so that a sum over them works. */
const countsOf = (tally: Tally): CellValue[] => [tally.error, tally.warning, tally.info, sumOf(tally), tally.unread, tally.reading]

const unitLook = (column: number): CellStyle => (column === 0 ? centredStyle : column === 1 ? wordsStyle : countStyle)
const totalLook = (column: number): CellStyle => (column < 2 ? totalStyle : totalCountStyle)

function count(tallies: Map<string, Tally>, name: string, level: IssueLevel): void {
  const tally = tallies.get(name) ?? none()
  tally[level]++
  tallies.set(name, tally)
}
