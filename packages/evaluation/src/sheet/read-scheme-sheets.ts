/** The sheets of a scheme back to data, and by the common reader to a scheme. What is wrong is told with the sheet and the row. */
import type { Problem } from '@jiheng/vocabulary'
import { unitOfCell } from '../facts/fact-cells.ts'
import type { FactTable } from '../facts/fact-table.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import { type ReadScheme, readScheme } from '../read/read-scheme.ts'
import type { Path } from '../read/reading.ts'
import type { Data } from '../write/scheme-data.ts'
import { curveOfRows } from './curve-of-rows.ts'
import { formulaWords } from './formula-words.ts'
import { COLUMNS, SHEETS } from './scheme-sheets.ts'
import {
  confidenceWords,
  deductAtWords,
  departmentWords,
  kindWords,
  measureWords,
  notApplicableWords,
  noWord,
  roundingKey,
  rowWords,
  yearWords,
  zeroWords,
} from './scheme-words.ts'
import { type SheetRow, sheetRows } from './sheet-rows.ts'

type Mapping = Record<string, Data>

const YES = ['是', '√', '1', 'true']

/** `tables` are those of one workbook; others among them are left alone. */
export function readSchemeSheets(tables: readonly FactTable[], name: string, items: ItemCatalogue): ReadScheme {
  const rows = new Map<string, readonly SheetRow[]>()
  const problems: Problem[] = []
  for (const key of Object.keys(SHEETS) as (keyof typeof SHEETS)[]) {
    const table = tables.find(({ sheet }) => sheet?.trim() === SHEETS[key])
    const found =
      table === undefined
        ? null
        : sheetRows(
            table,
            COLUMNS[key].map(({ head }) => head),
          )
    const isNeeded = key === 'scheme' || key === 'versions' || key === 'tree'
    if (found === null && (isNeeded || table !== undefined))
      problems.push({
        code: 'facts.no-head',
        at: [name, SHEETS[key]],
        details: { expected: COLUMNS[key].map(({ head }) => head).join('、') },
      })
    rows.set(key, found ?? [])
  }
  if (problems.length > 0) return { problems }
  const reader = new SheetsReader(rows, items)
  const data = reader.scheme()
  if (reader.problems.length > 0) return { problems: reader.problems }
  const read = readScheme(data, name, items)
  return 'scheme' in read ? read : { problems: read.problems.map((problem) => ({ ...problem, at: reader.placeOf(problem.at) })) }
}

class SheetsReader {
  readonly problems: Problem[] = []
  readonly #rows: ReadonlyMap<string, readonly SheetRow[]>
  readonly #formulas: ReturnType<typeof formulaWords>
  readonly #places = new Map<string, Path>()

  constructor(rows: ReadonlyMap<string, readonly SheetRow[]>, items: ItemCatalogue) {
    this.#rows = rows
    this.#formulas = formulaWords(items)
  }

  scheme(): Data {
    const [row] = this.#of('scheme')
    if (row === undefined) return {}
    this.#place([], row)
    const versions = this.#of('versions').map((version, index) => this.#version(version, index))
    const known = new Set(this.#of('versions').map((version) => version.of('起')))
    for (const key of ['grades', 'vetoes', 'unknown', 'tree', 'curves'])
      for (const other of this.#of(key))
        if (!known.has(other.of('版本')))
          this.problems.push({
            code: 'scheme.bad-value',
            at: other.at,
            details: { value: other.of('版本').slice(0, 60), expected: `：“版本”表里的起日（${[...known].join('、').slice(0, 200)}）` },
          })
    return { scheme: row.of('编号'), label: row.of('名称'), place: textOr(row.of('地区')), kind: kindWords.key(row.of('类型')), versions }
  }

  /** The row that the part of the data came from, and the last key of it. */
  placeOf(at: Path): Path {
    for (let length = at.length; length > 0; length--) {
      const place = this.#places.get(at.slice(1, length).join('\0'))
      const rest = at.slice(length).filter((part) => typeof part === 'string')
      if (place !== undefined) return [...place, ...rest.map((part) => KEYS[part as string] ?? part)]
    }
    return at
  }

  #of(key: string): readonly SheetRow[] {
    return this.#rows.get(key) ?? []
  }

  #ofVersion(key: string, version: string): readonly SheetRow[] {
    return this.#of(key).filter((row) => row.of('版本') === version)
  }

  #place(at: readonly (string | number)[], row: SheetRow): void {
    this.#places.set(at.join('\0'), row.at)
  }

  #version(row: SheetRow, index: number): Data {
    const at = ['versions', index]
    this.#place(at, row)
    const from = row.of('起')
    return {
      from,
      to: textOr(row.of('止')),
      source: sourceOf(row),
      full: textOr(row.of('满分')),
      policies: this.#policies(row, from),
      unknown: this.#ofVersion('unknown', from).map((one) => one.of('没有写明的内容')),
      tree: this.#tree(from, [...at, 'tree']),
    }
  }

  #policies(row: SheetRow, version: string): Data {
    const grades = this.#ofVersion('grades', version)
    const policies: Mapping = {
      ...filled('not-applicable', notApplicableWords.key(row.of('不适用时'))),
      ...filled('rounding', roundingOr(row.of('分值取舍'))),
      ...filled('total-rounding', roundingOr(row.of('总分取舍'))),
      ...overOf(row),
      ...filled('deduct-at', deductAtWords.key(row.of('扣分'))),
      ...filled('bonus-up-to', row.of('加分后上限')),
      ...filled('department', departmentWords.key(row.of('部门计分'))),
    }
    if (row.of('分等级') === '否') policies.grades = 'none'
    else if (grades.length > 0) policies.grades = grades.map((grade) => ({ label: grade.of('等级'), from: grade.of('起分') }))
    const vetoes = this.#ofVersion('vetoes', version)
    if (vetoes.length > 0)
      policies.vetoes = vetoes.map((veto) => ({ id: veto.of('编号'), label: veto.of('名称'), 'grade-at-most': veto.of('等级最高') }))
    if (['进度指标', '红灯低于', '绿灯起点'].some((key) => row.of(key) !== ''))
      policies.lights = { execution: row.of('进度指标'), 'red-below': textOr(row.of('红灯低于')), 'green-from': textOr(row.of('绿灯起点')) }
    if (['预警执行指标', '预警红高于', '预警黄结余高于'].some((key) => row.of(key) !== ''))
      policies['self-warning'] = {
        execution: row.of('预警执行指标'),
        'red-above': textOr(row.of('预警红高于')),
        'yellow-unspent-above': textOr(row.of('预警黄结余高于')),
      }
    return policies
  }

  /** Rows stand from above to below, each under the last one of the level before. */
  #tree(version: string, at: Path): Data {
    const root: Data[] = []
    /** Children by level, with their path; the last node of a level is where the next level goes. */
    const open: { readonly children: Data[]; readonly at: Path }[] = [{ children: root, at }]
    let last: { readonly node: Mapping; readonly at: Path; readonly id: string } | null = null
    for (const row of this.#ofVersion('tree', version)) {
      const kind = rowWords.key(row.of('类别'))
      if (kind === 'or' && last !== null) {
        const others = (last.node.or ?? []) as Data[]
        this.#place([...last.at, 'or', others.length], row)
        last.node.or = [...others, this.#way(row, version, last.id, others.length + 2)]
        continue
      }
      const level = Number(row.of('层级'))
      const parent = open[level - 1]
      if (parent === undefined || !Number.isInteger(level) || (kind !== 'block' && kind !== 'indicator')) {
        const isLevel = parent === undefined || !Number.isInteger(level)
        const [value, expected] = isLevel
          ? [row.of('层级'), '：上一行的层级、它的下一级或更高一级']
          : [row.of('类别'), `：${rowWords.all.join('、')}`]
        this.problems.push({ code: 'scheme.bad-value', at: row.at, details: { value: value.slice(0, 60), expected } })
        continue
      }
      const path = [...parent.at, parent.children.length]
      this.#place(path, row)
      const node = kind === 'block' ? blockOf(row) : this.#indicator(row, version)
      parent.children.push(node)
      open.length = level
      last = kind === 'indicator' ? { node, at: path, id: row.of('编号') } : null
      if (kind === 'block') {
        const children: Data[] = []
        node.children = children
        open.push({ children, at: [...path, 'children'] })
      }
    }
    return root
  }

  #indicator(row: SheetRow, version: string): Mapping {
    return {
      indicator: row.of('编号'),
      label: row.of('名称'),
      ...filled('weight', row.of('分值')),
      ...this.#way(row, version, row.of('编号'), 1),
      ...(YES.includes(row.of('加分项')) ? { bonus: true } : {}),
      ...filled('not-applicable', notApplicableWords.key(row.of('不适用时'))),
      ...filled('rounding', roundingOr(row.of('分值取舍'))),
      ...overOf(row),
      ...filled('note', row.of('说明')),
      ...(row.of('依据文件') === '' ? {} : { source: sourceOf(row) }),
    }
  }

  /** `number` of the way among those of the indicator, from 1. */
  #way(row: SheetRow, version: string, id: string, number: number): Mapping {
    const rows = this.#ofVersion('curves', version).filter((one) => one.of('指标编号') === id && (one.of('算法') || '1') === String(number))
    const curve = curveOfRows(row.of('计分方法'), rows)
    return {
      ...measureOf(row, this.#formulas.read),
      ...filled('target', row.of('目标值')),
      ...(curve === null ? {} : { curve }),
    }
  }
}

/** Words of the keys that a person may look for in the sheet. */
const KEYS: Readonly<Record<string, string>> = {
  weight: '分值',
  label: '名称',
  block: '编号',
  indicator: '编号',
  formula: '公式',
  unit: '计量单位',
  target: '目标值',
  curve: '计分方法',
  from: '起',
  to: '止',
  source: '依据文件',
  document: '依据文件',
  full: '满分',
  children: '下级',
  tree: '指标',
}

const textOr = (text: string): string | null => (text === '' ? null : text)
const filled = (key: string, text: string): Mapping => (text === '' ? {} : { [key]: text })
const roundingOr = (word: string): string => (word === '' ? '' : roundingKey(word))

function overOf(row: SheetRow): Mapping {
  const of = (key: string, head: string): Mapping => filled(key, row.of(head) === noWord ? 'none' : row.of(head))
  return { ...of('reason-from', '超额说明起点'), ...of('deduct-from', '超额扣分起点') }
}

function sourceOf(row: SheetRow): Mapping {
  return {
    document: row.of('依据文件'),
    ...filled('article', row.of('条款')),
    ...filled('confidence', confidenceWords.key(row.of('把握'))),
  }
}

function blockOf(row: SheetRow): Mapping {
  return {
    block: row.of('编号'),
    label: row.of('名称'),
    ...filled('weight', row.of('分值')),
    ...(YES.includes(row.of('接收批复指标')) ? { 'takes-goals': true } : {}),
  }
}

function measureOf(row: SheetRow, readFormula: (text: string) => string): Mapping {
  const unit = filled('unit', unitOfCell(row.of('计量单位')) ?? row.of('计量单位'))
  switch (measureWords.key(row.of('完成值来自'))) {
    case 'formula':
      return { formula: readFormula(row.of('公式')), ...unit, ...filled('zero', zeroWords.key(row.of('分母为零'))) }
    case 'figure':
      return { figure: true, ...unit }
    case 'days-late':
      // Excel makes a date of 10-31 as soon as somebody types it.
      return { 'days-late': { due: row.of('期限').replace(/^\d{4}-/, ''), ...filled('year', yearWords.key(row.of('期限年份'))) } }
    case 'judged':
      return { judged: true }
    default:
      return row.of('公式') === '' ? {} : { formula: readFormula(row.of('公式')), ...unit }
  }
}
