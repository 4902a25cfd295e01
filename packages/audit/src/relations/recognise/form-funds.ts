/**
 * The head of a department's self-evaluation form: the tasks of the year with their money, 部门预算总额, and the same money once by source
 * and once by use (framework ID-38, ID-40).
 */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableReading, TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'
import { amountAt } from './accounts-tables.ts'
import { cite } from './identity-relation.ts'

const TOTAL = /^(?:部门|单位|整体)?(?:支出)?预算总额$|^(?:部门|单位)?年度(?:资金|预算)总额$/
const BY_SOURCE = /资金来源/
const BY_USE = /资金结构|资金用途/
const PART = /^(?:[12]、)?(?:按?资金(?:来源|结构|用途)[:：]?)?[（(]?[一二三四\d][)）.、]?\S{2,14}$/
const TASK = /^任务[一二三四五六七八九十\d]{1,3}/
const MAX_ROWS_BELOW = 10

export function recogniseFormFunds(set: ClaimSet): NewRelation[] {
  return set.tables.flatMap((table) => {
    const at = table.rows.findIndex((row) => row.kind !== 'head' && row.labels.some(({ text }) => TOTAL.test(bare(text))))
    const total = table.rows[at]
    return total === undefined ? [] : [...divisions(set, table, at, total), ...tasks(set, table, at, total)]
  })
}

const bare = (text: string): string => text.replace(/\s/g, '')

/** 财政性资金 + 其他资金 = 部门预算总额 = 基本支出 + 项目支出, column by column. */
function divisions(set: ClaimSet, table: TableReading, at: number, total: TableRow): NewRelation[] {
  const groups: { readonly name: string; readonly rows: TableRow[] }[] = []
  for (const row of table.rows.slice(at + 1, at + 1 + MAX_ROWS_BELOW)) {
    const label = bare(row.labels.map(({ text }) => text).join(''))
    if (row.kind === 'head') break
    if (BY_SOURCE.test(label)) groups.push({ name: '资金来源', rows: [] })
    else if (BY_USE.test(label)) groups.push({ name: '资金结构', rows: [] })
    if (groups.length === 0 || !PART.test(label)) break
    groups.at(-1)?.rows.push(row)
  }
  return groups.flatMap(({ name, rows }) => {
    if (rows.length < 2) return []
    return total.figures.flatMap((_, column) => {
      const whole = amountAt(set, total, column)
      const parts = rows.map((row) => amountAt(set, row, column))
      const printed = parts.filter((part) => part !== null)
      if (whole === null || printed.length === 0) return []
      const relation: NewRelation = {
        kind: 'sum',
        finding: 'sum',
        accused: whole.index,
        certainty: 'error',
        // A blank part need not be nothing.
        ...(printed.length < parts.length ? { guard: 'slip' as const } : {}),
        source: { by: 'identity', ref: `部门预算总额 = ${name}各项之和`, citation: cite('ID-40') },
        readings: [
          {
            say: `${name}各项相加`,
            equation: { form: 'linear', left: side([whole.index]), right: side(printed.map(({ index }) => index)) },
          },
        ],
      }
      return [relation]
    })
  })
}

const TASK_MONEY: readonly { readonly name: RegExp; readonly isSpent: boolean }[] = [
  { name: /^(?!.*(?:执行|完成|支出|率)).*预算/, isSpent: false },
  { name: /^(?!.*率).*(?:执行|支出)/, isSpent: true },
]

/** The tasks above, where they are meant to be all: only a slip accuses. */
function tasks(set: ClaimSet, table: TableReading, at: number, total: TableRow): NewRelation[] {
  const rows = table.rows.slice(0, at).filter((row) => row.labels.some(({ text }) => TASK.test(bare(text))))
  const head = table.heads[rows[0]?.head ?? -1] ?? []
  if (rows.length < 2) return []
  return TASK_MONEY.flatMap(({ name, isSpent }) => {
    const column = head.findIndex(({ text }) => name.test(text))
    const parts = rows.map((row) => amountAt(set, row, column))
    const wholes = total.figures.flatMap((_, place) => {
      const figure = amountAt(set, total, place)
      const isDone = figure !== null && (figure.claim.role === 'executed' || figure.claim.role === 'final')
      return figure !== null && isDone === isSpent ? [figure] : []
    })
    const accused = wholes[0]
    if (column < 0 || accused === undefined || parts.includes(null)) return []
    const indexes = parts.map((part) => (part as Figure).index)
    const relation: NewRelation = {
      kind: 'sum',
      finding: 'sum',
      accused: accused.index,
      certainty: 'warning',
      guard: 'slip',
      explainBy: 'slip',
      source: { by: 'identity', ref: '各项任务的预算（支出）之和 = 部门总额', citation: cite('ID-38') },
      readings: wholes.map((whole) => ({
        say: '各项任务相加',
        equation: { form: 'linear', left: side([whole.index]), right: side(indexes) },
      })),
    }
    return [relation]
  })
}
