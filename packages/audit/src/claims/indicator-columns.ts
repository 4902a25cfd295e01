/** What the columns of an indicator table are for: names, target, actual, points, reasons. */
import type { Column } from './table-head.ts'

export interface IndicatorColumns {
  /** Columns that name the indicator, outermost first: 一级指标, 二级指标, 三级指标. */
  readonly names: readonly number[]
  /** -1 where the table has no such column; so for all below. */
  readonly target: number
  readonly actual: number
  readonly weight: number
  readonly score: number
  /** 指标性质: ≥, ≤, 定性, 正向. */
  readonly nature: number
  readonly unit: number
  /** 扣分原因, 偏差原因及改进措施, 未完成原因分析. */
  readonly reason: number
  /** The heading of the reason column; '' where there is none. */
  readonly reasonTitle: string
  /** 改进措施 where it has a column of its own. */
  readonly measure: number
  /** 备注, 说明. */
  readonly note: number
  /** Columns behind the values that have lost their heading. */
  readonly unnamed: readonly number[]
  readonly width: number
  /** 评分标准, 评分细则. */
  readonly rule: number
  /** The heading of the actual column asks for a statement in words: 完成情况. */
  readonly asksForWords: boolean
  /** The score column has lost its heading and is known by its place behind the weights. */
  readonly isScoreUnnamed: boolean
}

const TARGET =
  /(?:指标|目标|计划|预期|标准)值$|(?:年度|年初|预期|绩效|全年|本年|指标|计划)目标(?:值|数)?$|^(?:目标|计划|计划数|计划完成数|预期指标)$/
/** The value that is planned to be reached. */
const PLANNED = /^(?:年度|年初|全年)?(?:计划|预计|应|预期|目标)完成(?:值|数|数量|情况|量)?$/
const ACTUAL =
  /(?:完成|达成|实现|落实)(?:值|数|数量|情况|程度|结果|指标值)?(?:说明|描述)?$|^实际(?:值|数|情况|完成值?|达到值?)$|^(?:实绩|完成结果)$/
const ASKS_FOR_WORDS = /情况|说明|描述|结果|程度/
const NOT_ACTUAL = /任务|项目|资金|支出|预算|未完成|率$/
const REASON = /原因|偏差|扣分(?:说明|理由|情况|事由|依据)|失分|未达标|未完成/
const MEASURE = /措施|整改|改进/
const NOTE = /备注|说明|佐证|依据|描述/
const NATURE = /性质|方向|指标类型|计算符号|比较符|符号/
const LEVEL = /[一二三四]级/
const INDICATOR = /指标|(?:评价|考核|评分|考评|自评)(?:内容|项目|要点|事项)/
const MONEY_ROLES: ReadonlySet<string> = new Set(['initial-budget', 'adjusted-budget', 'budget', 'received', 'final'])

const bareHead = (column: Column): string => column.text.replace(/[（(][^（()）]*[）)]/g, '')

/** The columns of a head over indicators; null where the head is over something else. */
export function indicatorColumns(head: readonly Column[]): IndicatorColumns | null {
  const texts = head.map(bareHead)
  const last = (test: (text: string, column: Column) => boolean): number =>
    texts.findLastIndex((text, at) => text !== '' && test(text, head[at] as Column))
  const first = (test: (text: string, column: Column) => boolean): number =>
    texts.findIndex((text, at) => text !== '' && test(text, head[at] as Column))
  const isRemark = (text: string, column: Column): boolean => column.isRule || REASON.test(text) || MEASURE.test(text)

  const target = last((text, column) => !column.isName && !isRemark(text, column) && isTarget(text, column))
  const named = first((text, column) => column.role === 'actual' && !PLANNED.test(text))
  const loose = first(
    (text, column) =>
      !column.isName &&
      !isRemark(text, column) &&
      ACTUAL.test(text) &&
      !PLANNED.test(text) &&
      !NOT_ACTUAL.test(text) &&
      !isMoney(column, text),
  )
  const actual = named >= 0 ? named : loose
  const weight = first((text, column) => column.role === 'weight' && !/指标$/.test(text))
  const own = first((text, column) => column.role === 'score' && /自评/.test(text))
  const printed = own >= 0 ? own : first((_, column) => column.role === 'score')
  const isScoreUnnamed = printed < 0 && weight >= 0 && texts[weight + 1] === ''
  const score = isScoreUnnamed ? weight + 1 : printed
  const values = [target, actual, weight, score].filter((at) => at >= 0)
  if (head.some(({ role }, at) => at !== actual && at !== target && role !== null && MONEY_ROLES.has(role))) return null
  if (!isComplete(texts, { target, actual, weight, score })) return null

  const firstValue = Math.min(...values)
  const names = [...texts.keys()].filter((at) => at < firstValue && isNaming(head[at] as Column, texts[at] as string))
  if (names.length === 0) return null
  const reason = first((text, column) => !column.isDeduction && !column.isRule && column.role === null && REASON.test(text))
  const measure = first((text, column) => MEASURE.test(text) && !column.isRule && !REASON.test(text))
  const note = first((text, column) => NOTE.test(text) && !isRemark(text, column) && column.role === null)
  return {
    names,
    target,
    actual,
    weight,
    score,
    nature: first((text, column) => NATURE.test(text) && !column.isUnit),
    unit: head.findIndex((column) => column.isUnit),
    reason,
    reasonTitle: texts[reason] ?? '',
    measure,
    note,
    unnamed: [...texts.keys()].filter((at) => texts[at] === '' && at > Math.max(...values)),
    width: texts.length,
    rule: head.findIndex((column) => column.isRule),
    asksForWords: actual >= 0 && ASKS_FOR_WORDS.test(texts[actual] as string),
    isScoreUnnamed,
  }
}

const isTarget = (text: string, { role }: Column): boolean =>
  role === 'target' || PLANNED.test(text) || (role !== 'actual' && TARGET.test(text))

/** 实际完成 is money beside a budget, and what was reached beside a target. */
const isMoney = (column: Column, text: string): boolean => column.ownUnit || /金额|资金|支出/.test(text)

type Values = Pick<IndicatorColumns, 'target' | 'actual' | 'weight' | 'score'>

/** Target and actual, or one of them with points, or points beside names of indicators. */
function isComplete(texts: readonly string[], { target, actual, weight, score }: Values): boolean {
  if (target >= 0 && actual >= 0) return target !== actual
  if (target >= 0 || actual >= 0) return weight >= 0 || score >= 0
  return weight >= 0 && score >= 0 && texts.some((text) => INDICATOR.test(text))
}

function isNaming(column: Column, text: string): boolean {
  if (LEVEL.test(text) || column.isName || /指标$/.test(text)) return true
  if (column.isUnit || column.isRule || column.isDeduction || column.role !== null || text === '') return false
  return !NATURE.test(text) && !(column.isPlain && !/名称|内容/.test(text))
}

/** A head over money of a form: budget, execution, points. */
export function isFundsHead(head: readonly Column[]): boolean {
  const roles = new Set(head.map(({ role }) => role))
  return roles.has('executed') && ['initial-budget', 'adjusted-budget', 'budget'].some((role) => roles.has(role as Column['role']))
}
