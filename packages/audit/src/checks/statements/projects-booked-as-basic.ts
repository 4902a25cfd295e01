/** The listed projects add up to what the form books as basic expenditure, while its line for projects is blank. */
import { add, compare, type Decimal, ZERO } from '@jiheng/quantity'
import { PLANNED_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableReading } from '../../claims/table-reading.ts'
import { quoteCell, quoteFigure } from '../../findings/quote.ts'
import { sayFigure, sayLike } from '../../findings/say.ts'
import { textCheck } from '../text-check.ts'
import { textOf } from './said.ts'

const BASIC = /基本支出$/
const PROJECT = /项目支出$/
const PROJECT_NAME = /经费|项目|专项|工程|建设|补助|购置|运维/
const BASIC_NAME = /人员|工资|薪|公用|基本支出|运转|日常|机关运行|社保|公积金|办公经费/
const NAME_HEAD = /任务名称|项目名称/

/** Columns that are added up; a form has a few. */
const MOST = 100

interface Listed {
  readonly figures: readonly Figure[]
  readonly sum: Decimal
}

export const projectsBookedAsBasic = textCheck(
  {
    id: 'projects-booked-as-basic',
    kind: 'contradiction',
    severity: 'error',
    wording: {
      title: '项目经费列入了基本支出',
      remedy: '核对基本支出和项目支出两行，项目经费应列在项目支出。',
      explain: '表中所列各项目金额之和恰等于“基本支出”行，而“项目支出”行空白。项目名称含人员、公用、运转的不作判断。',
      titleEnglish: 'Projects booked as basic expenditure',
    },
    source: 'framework §6 ID-59',
  },
  (set, tell) => {
    let all: readonly Listed[] | null = null
    for (const table of set.tables) {
      const basic = basicOf(set, table)
      const blank = basic === null ? null : blankProjectRow(set, table.block)
      if (basic === null || blank === null) continue
      all ??= set.tables.flatMap((one) => listedIn(set, one)).slice(0, MOST)
      const listed = all.find(({ sum }) => compare(sum, basic.value) === 0)
      if (listed === undefined) {
        tell.pass()
        continue
      }
      const [first, ...rest] = listed.figures as [Figure, ...Figure[]]
      const working = `${[first, ...rest].map(sayFigure).join(' + ')} = ${sayLike(listed.sum, basic)}`
      tell.fail({
        severity: saysProjects(set, listed.figures.length) ? 'error' : 'warning',
        message: `所列${listed.figures.length}个项目合计${sayLike(listed.sum, basic)}，恰等于“基本支出”行，而“项目支出”行空白，请核对是否填错行。`,
        quotes: [
          quoteFigure(set, basic),
          quoteCell(set, table.block, blank.row, blank.column),
          ...listed.figures.slice(0, 5).map((f) => quoteFigure(set, f)),
        ],
        computation: working,
        steps: [`各项目：${working}`, `基本支出行：${sayFigure(basic)}`, '项目支出行：空白'],
        confidence: 0.85,
      })
    }
  },
)

function basicOf(set: ClaimSet, table: TableReading): Figure | null {
  for (const row of table.rows) {
    if (!BASIC.test(row.label.replace(/\s/g, ''))) continue
    const found = row.figures
      .map((index) => set.figures[index])
      .find(
        (figure) =>
          figure !== undefined && figure.dimension === 'money' && PLANNED_ROLES.has(figure.claim.role) && compare(figure.value, ZERO) > 0,
      )
    if (found !== undefined) return found
  }
  return null
}

/** The row for project expenditure, when no cell of it holds a digit. */
function blankProjectRow(set: ClaimSet, block: number): { row: number; column: number } | null {
  const content = set.report.blocks[block]
  if (content?.kind !== 'table') return null
  for (const [row, cells] of content.rows.entries()) {
    const column = cells.findIndex((cell) => PROJECT.test(cell.text.replace(/\s/g, '')))
    if (column >= 0) return cells.slice(column + 1).some((cell) => /[\d一-鿿]/.test(cell.text)) ? null : { row, column }
  }
  return null
}

/** Columns of budgets under 任务名称 or 项目名称, where every row is named like a project. */
function listedIn(set: ClaimSet, table: TableReading): Listed[] {
  const found: Listed[] = []
  for (const [at, head] of table.heads.entries()) {
    if (!head.some(({ text }) => NAME_HEAD.test(text.replace(/\s/g, '')))) continue
    const rows = table.rows.filter((row) => row.head === at && row.kind === 'item')
    if (rows.length < 2 || rows.some(({ label }) => !PROJECT_NAME.test(label) || BASIC_NAME.test(label))) continue
    for (let column = 0; column < head.length; column++) {
      const figures = rows.flatMap((row) => set.figures[row.figures[column] ?? -1] ?? [])
      if (figures.length !== rows.length || figures.some(({ dimension }) => dimension !== 'money')) continue
      found.push({ figures, sum: figures.reduce((sum, { value }) => add(sum, value), ZERO) })
    }
  }
  return found
}

/** The text counts as many projects. */
function saysProjects(set: ClaimSet, count: number): boolean {
  const said = new RegExp(`项目(?:支出)?\\s?${count}\\s?个|(?<!\\d)${count}\\s?个项目`)
  return set.report.blocks.some((_, block) => said.test(textOf(set, block) ?? ''))
}
