/** What must hold inside one accounts table: framework §6 ID-01, 04–07, 09, 12–14, 17, 18, 20, 25. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableReading, TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import {
  type AccountsKind,
  type AccountsTable,
  accountsTablesOf,
  amountAfter,
  amountAt,
  type CodedRow,
  codedRows,
  columnNamed,
  labelled,
  type SideEntry,
  sideBelow,
  totalRow,
} from './accounts-tables.ts'
import { sumRelation } from './identity-relation.ts'

const NUMBERED = /^[一二三四五六七八九十]{1,3}[、.．]/

export function recogniseAccountsInside(set: ClaimSet): NewRelation[] {
  return accountsTablesOf(set).flatMap(({ kind, table }: AccountsTable) => INSIDE[kind](set, table))
}

const INSIDE: Readonly<Record<AccountsKind, (set: ClaimSet, table: TableReading) => NewRelation[]>> = {
  'income-and-spending': (set, table) => bothSides(set, table),
  income: (set, table) => [...acrossRows(set, table, INCOME_PARTS), ...byCodes(set, table, '收入')],
  spending: (set, table) => [...acrossRows(set, table, SPENDING_PARTS), ...byCodes(set, table, '支出')],
  appropriation: (set, table) => [...bothSides(set, table), ...byFund(set, table)],
  general: (set, table) => [...acrossRows(set, table, USE_PARTS), ...byCodes(set, table, '支出')],
  basic: (set, table) => byEconomicClass(set, table),
  // Its head says the parts without a title: table-three-public.ts.
  'three-public': () => [],
  funds: (set, table) => [...acrossRows(set, table, USE_PARTS), ...balances(set, table), ...byCodes(set, table, '支出')],
  'state-capital': (set, table) => [...acrossRows(set, table, USE_PARTS), ...byCodes(set, table, '支出')],
}

interface Across {
  readonly id: string
  readonly ref: string
  readonly total: RegExp
  readonly parts: readonly RegExp[]
  /** Columns of which each must be the total or one of its parts: a part that is split further, or one unknown, makes the sum unsafe. */
  readonly among: RegExp
}

const INCOME_PARTS: Across = {
  id: 'ID-01',
  ref: '本年收入 = 财政拨款 + 上级补助 + 事业 + 经营 + 附属单位上缴 + 其他收入',
  total: /本年收入(?:合计)?$/,
  parts: [/财政拨款收入$/, /上级补助收入$/, /事业收入(?:小计)?$/, /(?<!资本)经营收入$/, /附属单位上缴收入$/, /其他收入$/],
  among: /./,
}
const SPENDING_PARTS: Across = {
  id: 'ID-09',
  ref: '本年支出 = 基本支出 + 项目支出 + 上缴上级支出 + 经营支出 + 对附属单位补助支出',
  total: /本年支出(?:合计)?$/,
  parts: [/基本支出$/, /项目支出$/, /上缴上级支出$/, /经营支出$/, /对附属单位补助支出$/],
  among: /./,
}
const USE_PARTS: Across = {
  id: 'ID-09',
  ref: '本年支出 = 基本支出 + 项目支出',
  total: /支出[小合]计$/,
  parts: [/基本支出(?:小计)?$/, /项目支出(?:小计)?$/],
  among: /支出/,
}

/** 合计 and its parts side by side in every row. */
function acrossRows(set: ClaimSet, table: TableReading, across: Across): NewRelation[] {
  const at = columnNamed(table, across.total)
  const parts = across.parts.map((part) => columnNamed(table, part)).filter((column) => column >= 0)
  const others = (table.heads.at(-1) ?? []).filter(
    ({ text, isPlain }, column) => !isPlain && across.among.test(text) && column !== at && !parts.includes(column),
  )
  if (at < 0 || parts.length < 2 || others.length > 0) return []
  const named = { id: across.id, ref: across.ref, say: '同行各项相加' }
  return dataRows(set, table).flatMap((row) =>
    sumRelation(
      named,
      amountAt(set, row, at),
      parts.map((part) => amountAt(set, row, part)),
    ),
  )
}

function dataRows(set: ClaimSet, table: TableReading): TableRow[] {
  const total = totalRow(table)
  return [...(total === undefined ? [] : [total]), ...codedRows(set, table).map(({ row }) => row)]
}

/** 年初结转 + 本年收入 − 本年支出 = 年末结转, row by row. */
function balances(set: ClaimSet, table: TableReading): NewRelation[] {
  const [opening, income, spent, closing] = [/年初结转和?结余$/, /本年收入$/, /支出[小合]计$|本年支出$/, /年末结转和?结余$/].map((name) =>
    columnNamed(table, name),
  ) as [number, number, number, number]
  if (closing < 0 || spent < 0 || income < 0) return []
  const named = { id: 'ID-25', ref: '年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余', say: '年初结转 + 本年收入 − 本年支出' }
  return dataRows(set, table).flatMap((row) => {
    const plus = [amountAt(set, row, opening), amountAt(set, row, income)]
    return sumRelation(named, amountAt(set, row, closing), plus, [amountAt(set, row, spent)])
  })
}

/** 类 = 款, 款 = 项, 合计 = 类, column by column. */
function byCodes(set: ClaimSet, table: TableReading, what: string): NewRelation[] {
  const rows = codedRows(set, table)
  const width = table.heads.at(-1)?.length ?? 0
  const columns = [...Array(width).keys()]
  const sums = (total: TableRow, parts: readonly CodedRow[], id: string, ref: string): NewRelation[] =>
    columns.flatMap((column) =>
      sumRelation(
        { id, ref, say: '下级科目相加' },
        amountAt(set, total, column),
        parts.map(({ row }) => amountAt(set, row, column)),
      ),
    )
  const relations = rows.flatMap((parent, at) => sums(parent.row, childrenOf(rows, at), 'ID-12', '功能分类：类 = 款之和，款 = 项之和'))
  const total = totalRow(table)
  const classes = rows.filter(({ code }) => code.length === 3)
  return total === undefined ? relations : [...sums(total, classes, 'ID-13', `功能分类各类之和 = ${what}合计`), ...relations]
}

/** Coded rows right below that are one level deeper. */
function childrenOf(rows: readonly CodedRow[], at: number): CodedRow[] {
  const parent = (rows[at] as CodedRow).code
  const below: CodedRow[] = []
  for (let next = at + 1; next < rows.length; next++) {
    const row = rows[next] as CodedRow
    if (row.code.length <= parent.length || !row.code.startsWith(parent)) break
    below.push(row)
  }
  const level = Math.min(...below.map(({ code }) => code.length))
  return below.filter(({ code }) => code.length === level)
}

/** Two sides: items, 本年合计, what is carried over, 总计. */
function bothSides(set: ClaimSet, table: TableReading): NewRelation[] {
  const left = sideBelow(table, /^本年收入合计$/)
  const right = sideBelow(table, /^本年支出合计$/)
  if (left === null || right === null || left.column >= right.column) return []
  const firstRight = (entry: SideEntry | undefined): Figure | null =>
    entry === undefined ? null : amountAfter(set, entry.row, right.column)
  const firstLeft = (entry: SideEntry | undefined): Figure | null =>
    entry === undefined ? null : amountAfter(set, entry.row, left.column, right.column)
  const find = ({ entries }: { entries: readonly SideEntry[] }, name: RegExp): SideEntry | undefined =>
    entries.find((entry) => name.test(entry.name.replace(/[（(].*$/, '').replace(NUMBERED, '')))
  const items = (entries: readonly SideEntry[], total: SideEntry | undefined): SideEntry[] =>
    entries.slice(0, entries.indexOf(total as SideEntry)).filter(({ name }) => NUMBERED.test(name))
  const [income, spending] = [find(left, /^本年收入合计$/), find(right, /^本年支出合计$/)]
  const [incomeTotal, spendingTotal] = [find(left, /^(?:收入)?总计$/), find(right, /^(?:支出)?总计$/)]
  const [opening, closing] = [
    find(left, /^(?:年初|上年).{0,6}结转(?:和|与)?结余$/),
    find(right, /^(?:年末|结转下年).{0,6}结转(?:和|与)?结余$/),
  ]
  const used = find(left, /^使用(?:非财政拨款|专用)结余/)
  const distributed = find(right, /^结余分配$/)
  const isWhole = !left.entries.some(({ name }) => /^一般公共预算财政拨款$/.test(name.replace(NUMBERED, '')))
  return [
    ...sumRelation(
      isWhole
        ? { id: 'ID-01', ref: '本年收入合计 = 各项收入之和', say: '各项收入相加' }
        : { id: 'ID-20', ref: '财政拨款收入 = 一般公共预算 + 政府性基金 + 国有资本经营', say: '各项拨款相加' },
      firstLeft(income),
      items(left.entries, income).map(firstLeft),
    ),
    ...sumRelation(
      { id: 'ID-13', ref: '本年支出合计 = 各功能分类支出之和', say: '各类支出相加' },
      firstRight(spending),
      items(right.entries, spending).map(firstRight),
    ),
    ...sumRelation(
      { id: 'ID-04', ref: '收入总计 = 本年收入 + 使用非财政拨款结余 + 年初结转和结余', say: '本年收入 + 使用结余 + 年初结转' },
      firstLeft(incomeTotal),
      firstLeft(income) === null ? [] : [income, used, opening].map(firstLeft),
    ),
    ...sumRelation(
      { id: 'ID-05', ref: '支出总计 = 本年支出 + 结余分配 + 年末结转和结余', say: '本年支出 + 结余分配 + 年末结转' },
      firstRight(spendingTotal),
      firstRight(spending) === null ? [] : [spending, distributed, closing].map(firstRight),
    ),
    ...sumRelation(
      { id: 'ID-20', ref: '年初财政拨款结转和结余 = 一般公共预算 + 政府性基金 + 国有资本经营', say: '各项拨款的结转相加' },
      isWhole ? null : firstLeft(opening),
      items(left.entries.slice(left.entries.indexOf(opening as SideEntry) + 1), incomeTotal).map(firstLeft),
    ),
    ...sumRelation({ id: 'ID-06', ref: '收入总计 = 支出总计', say: '收入总计' }, firstRight(spendingTotal), [firstLeft(incomeTotal)]),
    // With both 总计 printed this follows from the three above.
    ...(incomeTotal !== undefined && spendingTotal !== undefined
      ? []
      : sumRelation(
          {
            id: 'ID-07',
            ref: '年初结转 + 本年收入 + 使用非财政拨款结余 − 本年支出 − 结余分配 = 年末结转',
            say: '年初结转 + 本年收入 + 使用结余 − 本年支出 − 结余分配',
          },
          firstRight(closing),
          firstLeft(opening) === null ? [] : [opening, income, used].map(firstLeft),
          [spending, distributed].map(firstRight),
        )),
  ]
}

/** 合计 = 一般公共预算 + 政府性基金 + 国有资本经营 in every row of spending. */
function byFund(set: ClaimSet, table: TableReading): NewRelation[] {
  const parts = [/支出一般公共预算财政拨款$/, /政府性基金预算财政拨款$/, /国有资本经营预算财政拨款$/].map((name) =>
    columnNamed(table, name),
  )
  const at = columnNamed(table, /支出.{0,4}[小合]计$/)
  if (at < 0 || parts.some((column) => column < 0)) return []
  const named = { id: 'ID-20', ref: '合计 = 一般公共预算 + 政府性基金 + 国有资本经营财政拨款', say: '三项财政拨款相加' }
  return table.rows.flatMap((row) =>
    sumRelation(
      named,
      amountAt(set, row, at),
      parts.map((part) => amountAt(set, row, part)),
    ),
  )
}

const PERSONNEL = new Set(['301', '303'])

/** 类 = 款; 人员经费 = 301 + 303; 公用经费 = the other classes. */
function byEconomicClass(set: ClaimSet, table: TableReading): NewRelation[] {
  const amounts = new Map<string, Figure>()
  for (const { code, row, from, to } of codedRows(set, table)) {
    const figure = amountAfter(set, row, from, to)
    if (figure !== null && !amounts.has(code)) amounts.set(code, figure)
  }
  const relations: NewRelation[] = []
  const classes = [...amounts].filter(([code]) => code.length === 3)
  for (const [code, figure] of classes) {
    const items = [...amounts].filter(([item]) => item.length === 5 && item.startsWith(code)).map(([, item]) => item)
    relations.push(...sumRelation({ id: 'ID-14', ref: '经济分类：类 = 款之和', say: '各款相加' }, figure, items))
  }
  const of = (wanted: (code: string) => boolean): Figure[] => classes.filter(([code]) => wanted(code)).map(([, figure]) => figure)
  return [
    ...relations,
    ...sumRelation(
      { id: 'ID-17', ref: '人员经费 = 工资福利支出 + 对个人和家庭的补助', say: '301 + 303' },
      labelled(set, table, /^人员经费合计$/),
      of((code) => PERSONNEL.has(code)),
    ),
    ...sumRelation(
      { id: 'ID-18', ref: '公用经费 = 商品和服务支出 + 债务利息 + 资本性支出等', say: '302 等各类相加' },
      labelled(set, table, /^公用经费合计$/),
      of((code) => !PERSONNEL.has(code)),
    ),
  ]
}
