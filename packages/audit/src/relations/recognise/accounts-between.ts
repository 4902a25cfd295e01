/** What must hold between the accounts tables of one unit and year: framework §6 ID-02, 03, 19, 21–24, 30. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableReading, TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import {
  type AccountsKind,
  accountsTablesOf,
  amountAfter,
  amountAt,
  codedRows,
  columnNamed,
  labelled,
  totalRow,
  uniqueAccounts,
} from './accounts-tables.ts'
import { boundRelation, sameRelation, sumRelation } from './identity-relation.ts'

type Tables = (kind: AccountsKind) => TableReading | undefined

export function recogniseAccountsBetween(set: ClaimSet): NewRelation[] {
  const unique = uniqueAccounts(accountsTablesOf(set))
  if (unique.size < 2) return []
  const tables: Tables = (kind) => unique.get(kind)?.table
  return [
    ...incomeAndSpending(set, tables),
    ...appropriation(set, tables),
    ...generalBudget(set, tables),
    ...otherFunds(set, tables),
    ...threePublic(set, tables),
  ]
}

/** The total of a table in the column so named. */
function totalIn(set: ClaimSet, table: TableReading | undefined, column: RegExp): Figure | null {
  return table === undefined ? null : amountAt(set, totalRow(table), columnNamed(table, column))
}

const rowIn = (set: ClaimSet, table: TableReading | undefined, name: RegExp): Figure | null =>
  table === undefined ? null : labelled(set, table, name)

const SOURCES = ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'] as const

/** 收入支出决算总表 against 收入决算表 and 支出决算表. */
function incomeAndSpending(set: ClaimSet, tables: Tables): NewRelation[] {
  const [whole, income, spending] = [tables('income-and-spending'), tables('income'), tables('spending')]
  const named = { id: 'ID-02', ref: '收入支出决算总表的收入 = 收入决算表的收入', say: '两表同一项目应一致' }
  return [
    ...sameRelation(named, rowIn(set, whole, /^本年收入合计$/), totalIn(set, income, /本年收入(?:合计)?$/)),
    ...SOURCES.flatMap((source) =>
      sameRelation(
        named,
        rowIn(set, whole, new RegExp(`^[一二三四五六七八九十]{1,3}、${source}(?:[（(].{0,12}[）)])?$`)),
        totalIn(set, income, new RegExp(`(?<!资本)${source}$`)),
      ),
    ),
    ...sameRelation(
      { id: 'ID-03', ref: '收入支出决算总表的本年支出 = 支出决算表的本年支出', say: '两表同一项目应一致' },
      rowIn(set, whole, /^本年支出合计$/),
      totalIn(set, spending, /本年支出(?:合计)?$/),
    ),
    ...byClass(set, whole, (row, label) => amountAfter(set, row, label), spending, /本年支出(?:合计)?$/),
  ]
}

/** Function classes: by name in the one table, by code in the other. */
function byClass(
  set: ClaimSet,
  whole: TableReading | undefined,
  amountOf: (row: TableRow, label: number) => Figure | null,
  coded: TableReading | undefined,
  column: RegExp,
): NewRelation[] {
  if (whole === undefined || coded === undefined) return []
  const at = columnNamed(coded, column)
  const named = { id: 'ID-15', ref: '两表同一功能分类的支出相等', say: '两表同一功能分类应一致' }
  const places = new Map<string, { readonly row: TableRow; readonly at: number }[]>()
  for (const row of whole.rows)
    for (const label of row.labels) {
      const name = className(label.text)
      places.set(name, [...(places.get(name) ?? []).slice(0, 1), { row, at: label.column }])
    }
  return codedRows(set, coded).flatMap(({ code, row }) => {
    const name = className(row.labels.at(-1)?.text ?? '')
    const [place, ...others] = places.get(name) ?? []
    if (code.length !== 3 || name === '' || place === undefined || others.length > 0) return []
    return sameRelation(named, amountOf(place.row, place.at), amountAt(set, row, at))
  })
}

const className = (label: string): string => label.replace(/\s/g, '').replace(/^(?:[一二三四五六七八九十]{1,3}、|\d+)/, '')

/** 财政拨款收入支出决算总表 against 收入决算表 and 收入支出决算总表. */
function appropriation(set: ClaimSet, tables: Tables): NewRelation[] {
  const [whole, income, given] = [tables('income-and-spending'), tables('income'), tables('appropriation')]
  const total = rowIn(set, given, /^本年收入合计$/)
  const funds = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款']
  return [
    ...sameRelation(
      { id: 'ID-19', ref: '收入决算表的财政拨款收入 = 财政拨款收入支出决算总表的本年收入', say: '两表财政拨款收入应一致' },
      totalIn(set, income, /财政拨款收入$/),
      total,
    ),
    ...funds.flatMap((fund) =>
      sameRelation(
        { id: 'ID-19', ref: '收入支出决算总表与财政拨款收入支出决算总表的同一拨款相等', say: '两表同一拨款应一致' },
        rowIn(set, whole, new RegExp(`^[一二三]、${fund}收入$`)),
        rowIn(set, given, new RegExp(`^[一二三]、${fund}$`)),
      ),
    ),
  ]
}

/** The amount in the row that a label names and the column that a head names. */
function inRow(set: ClaimSet, table: TableReading | undefined, label: RegExp, head: RegExp): Figure | null {
  const row = table?.rows.find(({ labels }) => labels.some(({ text }) => label.test(text.replace(/\s/g, ''))))
  return table === undefined ? null : amountAt(set, row, columnNamed(table, head))
}

const SPENT = /^本年支出合计$/

/** 一般公共预算财政拨款支出决算表 against the tables above and below it. */
function generalBudget(set: ClaimSet, tables: Tables): NewRelation[] {
  const [given, general, basic] = [tables('appropriation'), tables('general'), tables('basic')]
  const total = totalIn(set, general, /支出[小合]计$/)
  // A class may also be paid by another fund: the column of the general budget is compared, not 合计.
  const ofGeneral = given === undefined ? -1 : columnNamed(given, /支出一般公共预算财政拨款$/)
  const parts = [rowIn(set, basic, /^人员经费合计$/), rowIn(set, basic, /^公用经费合计$/)]
  return [
    ...sameRelation(
      { id: 'ID-21', ref: '财政拨款总表的一般公共预算支出 = 一般公共预算财政拨款支出决算表合计', say: '两表一般公共预算支出应一致' },
      inRow(set, given, SPENT, /支出一般公共预算财政拨款$/),
      total,
    ),
    ...byClass(set, given, (row) => amountAt(set, row, ofGeneral), general, /支出[小合]计$/),
    ...(parts.includes(null)
      ? []
      : sumRelation(
          { id: 'ID-22', ref: '一般公共预算基本支出 = 人员经费合计 + 公用经费合计', say: '人员经费 + 公用经费' },
          totalIn(set, general, /基本支出(?:小计)?$/),
          parts,
        )),
  ]
}

/** 政府性基金 and 国有资本经营, and all spending against what the tables of the funds hold. */
function otherFunds(set: ClaimSet, tables: Tables): NewRelation[] {
  const [given, funds, capital] = [tables('appropriation'), tables('funds'), tables('state-capital')]
  const [ofFunds, ofCapital] = [totalIn(set, funds, /支出[小合]计$/), totalIn(set, capital, /支出[小合]计$/)]
  const named = { id: 'ID-23', ref: '财政拨款总表的政府性基金、国有资本经营支出 = 各自决算表合计', say: '两表同一支出应一致' }
  return [
    ...sameRelation(named, inRow(set, given, SPENT, /政府性基金预算财政拨款$/), ofFunds),
    ...sameRelation(named, inRow(set, given, SPENT, /国有资本经营预算财政拨款$/), ofCapital),
    ...sameRelation(
      { id: 'ID-23', ref: '财政拨款总表的政府性基金收入 = 政府性基金决算表的本年收入', say: '两表同一收入应一致' },
      rowIn(set, given, /^[一二三]、政府性基金预算财政拨款$/),
      totalIn(set, funds, /本年收入$/),
    ),
    ...sameRelation(
      { id: 'ID-23', ref: '财政拨款总表的政府性基金年末结转 = 政府性基金决算表的年末结转', say: '两表年末结转应一致' },
      inRow(set, given, /^年末.{0,6}结转(?:和|与)?结余$/, /政府性基金预算财政拨款$/),
      totalIn(set, funds, /年末结转(?:和|与)?结余$/),
    ),
    ...withinAllSpending(set, tables),
  ]
}

/** 支出决算表 holds all money: what the tables of appropriations say of a code cannot be more (the rest is other money). */
function withinAllSpending(set: ClaimSet, tables: Tables): NewRelation[] {
  const spending = tables('spending')
  if (spending === undefined) return []
  const named = { id: 'ID-24', ref: '支出决算表 ≥ 一般公共预算、政府性基金、国有资本经营财政拨款支出', say: '财政拨款支出不超过全部支出' }
  const all = columnNamed(spending, /本年支出(?:合计)?$/)
  const kinds = ['general', 'funds', 'state-capital'] as const
  const parts = kinds.map((kind) => totalIn(set, tables(kind), /支出[小合]计$/))
  const byCode = new Map<string, Figure[]>()
  for (const kind of kinds) {
    const table = tables(kind)
    if (table === undefined) continue
    const at = columnNamed(table, /支出[小合]计$/)
    for (const { code, row } of codedRows(set, table)) {
      const figure = amountAt(set, row, at)
      if (figure !== null) byCode.set(code, [...(byCode.get(code) ?? []), figure])
    }
  }
  return [
    ...boundRelation(named, parts, amountAt(set, totalRow(spending), all)),
    ...codedRows(set, spending).flatMap(({ code, row }) => boundRelation(named, byCode.get(code) ?? [], amountAt(set, row, all))),
  ]
}

const ITEMS: readonly (readonly [code: string, column: RegExp])[] = [
  ['30212', /决算数?.{0,8}出国（?境）?费?/],
  ['30217', /决算数?.{0,8}公务接待费$/],
  ['30231', /决算数?.{0,24}(?:公务用车)?运行(?:维护)?费$/],
  ['31013', /决算数?.{0,24}公务用车购置费$/],
]

/** The basic expenditure is a part of what 三公 costs: projects may add to it, so only more than the whole is wrong. */
function threePublic(set: ClaimSet, tables: Tables): NewRelation[] {
  const [basic, table] = [tables('basic'), tables('three-public')]
  const row = table?.rows.filter(({ figures, kind }) => kind !== 'head' && figures.some((figure) => figure >= 0))
  if (basic === undefined || table === undefined || row?.length !== 1) return []
  const coded = codedRows(set, basic)
  return ITEMS.flatMap(([code, column]) => {
    const item = coded.find((one) => one.code === code)
    if (item === undefined) return []
    const spent = item.row.figures.slice(item.from, item.to).findIndex((figure) => figure >= 0)
    return boundRelation(
      { id: 'ID-30', ref: '“三公”经费支出决算 ≥ 基本支出中的同一科目', say: '基本支出所列不超过“三公”经费决算数' },
      [spent < 0 ? null : amountAt(set, item.row, item.from + spent)],
      amountAt(set, row[0], columnNamed(table, column)),
    )
  })
}
