/** Numerals before a unit that count nothing: 统一, 数十, 十分重视, 一起, 一村一品. */
import { compare, type Decimal, fromInteger, isZero } from '../decimal.ts'
import type { UnitId } from '../unit.ts'

export interface Candidate {
  readonly start: number
  readonly figureEnd: number
  readonly end: number
  readonly value: Decimal
  readonly unit: UnitId
}

const TEN = fromInteger(10)
/** 几十个 and 数百人: how many tens is left open. */
const VAGUE_BEFORE = '几数'
/** 统一, 唯一, 单一, 同一, 逐一, 之一, 归一, 合一, 上一年, 下一年, 某一, 周一, 星期一. */
const NOT_ONE_AFTER = '统唯单不同逐之划归合上下专某周期拜万如'
/** 十分 is "very" and 三分部署七分落实 a saying; a score up to ten needs one of these before it. */
const SCORE_AFTER = '得扣为满计加占评值共减到是达约'
/** 一起 together, 一面 while, 一块 together, 一头. */
const NOT_ONE_OF = new Set<UnitId>(['each:起', 'each:面', 'each:块', 'each:头'])
/** 零 stands before a unit in 零件, 零部件; only events are counted as none this way. */
const NONE_OF = new Set<UnitId>(['each:次', 'each:起', 'each:例', 'each:人次'])

/** Where to go on behind a set phrase; null when the candidate is a real figure. */
export function setPhraseEnd(text: string, candidate: Candidate): number | null {
  const { start, figureEnd, end, value, unit } = candidate
  const before = start > 0 ? text.charAt(start - 1) : ''
  const isOne = figureEnd === start + 1 && text.charAt(start) === '一'
  if (before !== '' && VAGUE_BEFORE.includes(before)) return end
  // 三级指标 and 一级科目 are ranks.
  if (unit === 'each:级') return end
  if (unit === 'point' && compare(value, TEN) <= 0 && (before === '' || !SCORE_AFTER.includes(before))) return end
  if (isZero(value) && !NONE_OF.has(unit)) return end
  if (!isOne) return null
  if (text.charAt(end) === '一') return end + 1
  return NOT_ONE_OF.has(unit) || (before !== '' && NOT_ONE_AFTER.includes(before)) ? end : null
}
