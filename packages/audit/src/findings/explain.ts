/** The working of a judged relation, line by line, so that a reader can redo it by hand. */
import { absolute, type Decimal, decimal, formatDecimal, isZero, multiply, negate, subtract, ZERO } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import { sayWhere, sheetAndCell } from '../claims/whereabouts.ts'
import { boundsOfSide, valueOfSide } from '../graph/judge.ts'
import type { Judged } from '../graph/judged.ts'
import type { Equation, Side } from '../relations/relation.ts'
import { explainScore } from './explain-score.ts'
import type { Explanation } from './explanation.ts'
import type { Step } from './finding.ts'
import { sayFigure, sayLike } from './say.ts'

const MAX_LISTED = 40
const HALF = decimal('0.5')

export function explain(judged: Judged, figures: readonly Figure[]): Explanation {
  const { reading, verdict, relation } = judged
  if (reading === null || verdict === null) return { computation: '', steps: [], expected: null, message: '' }
  const accused = figures[relation.accused] as Figure
  const basis: Step = {
    say: `依据：${relation.source.ref}${relation.source.citation === undefined ? '' : `（${relation.source.citation}）`}`,
  }
  const note: Step[] = relation.note === undefined ? [] : [{ say: relation.note }]
  const isScore = reading.equation.form === 'score'
  const lines = isScore
    ? explainScore(relation, figures)
    : explainEquation(reading.equation, reading.say, figures, accused, verdict.computed)
  return { ...lines, steps: [basis, ...note, ...lines.steps] }
}

function explainEquation(
  equation: Equation,
  say: string,
  figures: readonly Figure[],
  accused: Figure,
  computed: Parameters<typeof sayLike>[0],
): Explanation {
  switch (equation.form) {
    case 'linear': {
      const like = figures[equation.left.plus[0] as number] ?? accused
      const total = sayLike(valueOfSide(equation.right, figures), like)
      const gap = absolute(subtract(valueOfSide(equation.left, figures), valueOfSide(equation.right, figures)))
      const room = roomOf(equation.left, equation.right, figures)
      const sum = saySide(equation.right, figures, like)
      const apart = sayLike(gap, like)
      return {
        computation: `${sum} = ${total}；所写为 ${sayFigure(like)}，相差 ${apart}`,
        steps: [
          ...listSide(equation.right, figures),
          { say: `${say}：${sum} = ${total}` },
          { say: `所写：${nameOf(like)} ${sayFigure(like)}` },
          { say: `相差 ${apart}${isZero(room) ? '' : `，超过四舍五入可能造成的 ${sayLike(room, like, 3)}`}` },
        ],
        expected: like.index === accused.index ? total : null,
        message: `${nameOf(like)}写为 ${sayFigure(like)}，按${say}应为 ${total}，相差 ${apart}，请核对。`,
      }
    }
    case 'ratio': {
      const result = figures[equation.result] as Figure
      const value = sayLike(computed, result)
      const top = saySide(equation.numerator, figures)
      const bottom = saySide(equation.denominator, figures)
      return {
        computation: `${wrap(top)} ÷ ${wrap(bottom)} = ${value}；所写为 ${sayFigure(result)}`,
        steps: [
          ...listSide(equation.numerator, figures),
          ...listSide(equation.denominator, figures),
          { say: `${say}：${wrap(top)} ÷ ${wrap(bottom)} = ${value}` },
          { say: `所写：${nameOf(result)} ${sayFigure(result)}` },
        ],
        expected: value,
        message: `${nameOf(result)}写为 ${sayFigure(result)}，按 ${say} 计算为 ${value}，请核对。`,
      }
    }
    case 'product': {
      const result = figures[equation.result] as Figure
      const factors = equation.factors.map((index) => sayFigure(figures[index] as Figure)).join(' × ')
      const value = sayLike(computed, result)
      return {
        computation: `${factors} = ${value}；所写为 ${sayFigure(result)}`,
        steps: [{ say: `${say}：${factors} = ${value}` }, { say: `所写：${nameOf(result)} ${sayFigure(result)}` }],
        expected: value,
        message: `${nameOf(result)}写为 ${sayFigure(result)}，按 ${say} 计算为 ${value}，请核对。`,
      }
    }
    case 'score':
      throw new Error('scores are explained by all their readings')
    case 'same': {
      const first = figures[equation.first] as Figure
      const second = figures[equation.second] as Figure
      return {
        computation: `${sayFigure(first)} ≠ ${sayFigure(second)}`,
        steps: [
          { say: `此处：${nameOf(first)} ${sayFigure(first)}` },
          { say: `另一处：${nameOf(second)} ${sayFigure(second)}` },
          { say: `${say}，现不一致` },
        ],
        expected: sayFigure(second),
        message: `${nameOf(first)}此处为 ${sayFigure(first)}，另一处为 ${sayFigure(second)}，请核对哪一处正确。`,
      }
    }
    case 'order': {
      const low = saySide(equation.low, figures)
      const high = equation.high.plus.length === 0 ? limitOf(equation.high, accused) : saySide(equation.high, figures)
      const like = figures[equation.low.plus[0] as number] ?? accused
      const sum = sayLike(valueOfSide(equation.low, figures), like)
      const left = equation.low.plus.length > 1 ? `${low} = ${sum}` : low
      return {
        computation: `${left} > ${high}`,
        steps: [...listSide(equation.low, figures), { say: `${say}：${left}，上限 ${high}` }],
        expected: null,
        message: `${nameOf(accused)}：${say}，现为 ${sum}，上限 ${high}，请核对。`,
      }
    }
  }
}

function limitOf(side: Side, like: Figure): string {
  return sayLike(side.constant ?? ZERO, like)
}

/** What rounding alone may explain: half the width of both sides together. */
function roomOf(left: Side, right: Side, figures: readonly Figure[]): Decimal {
  const bounds = boundsOfSide({ plus: [...left.plus, ...right.plus], minus: [] }, figures)
  return bounds.low === null || bounds.high === null ? ZERO : multiply(subtract(bounds.high, bounds.low), HALF)
}

/** What a reader would call the figure. Words that only compare (较, 比) are no name. */
export function nameOf(figure: Figure): string {
  const { role } = figure.claim
  // 投入管理（满分20分: a bracket that the figure itself stands in is no part of the name.
  const whole = figure.claim.label.replace(/(?<=..)[（(][^（()）]{0,24}$/, '')
  const isChange = role === 'change' || role === 'change-rate'
  // 比支出 is the base of 支出比上年支出增加: its name is 支出, and that of the change 支出增减额.
  const label = (isChange ? whole.replace(COMPARED_WITH, '') : whole).replace(COMPARES_FIRST, '')
  if (figure.rateName !== null && label === '完成率') return figure.rateName
  // "甲项目2万元，共安排5万元": a total that took over the name of its last part.
  if (figure.announcesTotal && !figure.ownLabel) return '合计数'
  // "全市现有5个…": no name of a thing; 目标实现 is one.
  if (/(?:(?<![实体呈展兑变])现|现有|共有|已)$/.test(label)) return '该数'
  // "高于目标3.17个百分点"
  if (figure.dimension === 'percentage-point' && /^(?:高于|低于|超过|超出|优于)$/.test(label)) return `${label}目标的幅度`
  const what = role === 'change' ? '增减额' : role === 'change-rate' ? '增减幅度' : ''
  if (label === '' || COMPARES.test(label)) return what === '' ? '该数' : what
  return label === '预算' ? (OF_BUDGET[role ?? ''] ?? label) : `${label.slice(0, 30)}${what}`
}

/** What a figure of the whole budget is, when its words say no more than the role. */
const OF_BUDGET: Readonly<Record<string, string>> = {
  executed: '执行数',
  'adjusted-budget': '全年预算数',
  'initial-budget': '年初预算数',
  budget: '预算数',
}
const COMPARED_WITH = /(?<=..)(?:(?<!比)较|比(?![例重率值对较选])).*$/
const COMPARES_FIRST = /^(?:较(?![大小高低多少])|比(?![例重率值对较选]))(?=..)/
const COMPARES = /^(?:同比|相比|较|比|与|同|和|为|的|追|净|调)+$/

function saySide(side: Side, figures: readonly Figure[], like?: Figure): string {
  const plus = side.plus.map((index) => sayFigure(figures[index] as Figure))
  const minus = side.minus.map((index) => sayFigure(figures[index] as Figure))
  const shown = plus.length > MAX_LISTED ? [...plus.slice(0, MAX_LISTED), `…（共 ${plus.length} 项）`] : plus
  const { constant: number } = side
  const say = (value: Decimal): string => (like === undefined ? formatDecimal(value) : sayLike(value, like))
  const isTakenOff = number !== undefined && number.coefficient < 0n
  const added = [...shown, ...(number === undefined || isTakenOff ? [] : [say(number)])].join(' + ')
  const taken = [...minus, ...(isTakenOff ? [say(negate(number))] : [])]
  return added === '' ? `−${taken.join(' − ')}` : [added, ...taken].join(' − ')
}

const wrap = (text: string): string => (/ [+−] /.test(text) ? `（${text}）` : text)

/** The figures taken, one step a line, page or sheet of the document. */
function listSide(side: Side, figures: readonly Figure[]): Step[] {
  const byPlace = new Map<string, string[]>()
  for (const index of [...side.plus, ...side.minus].slice(0, MAX_LISTED)) {
    const figure = figures[index] as Figure
    const { sheet, cell } = sheetAndCell(figure.claim.anchor.cell)
    const said = `${nameOf(figure)} ${sayFigure(figure)}${sheet === '' ? '' : `（${cell}）`}`
    const where = sheet === '' ? sayWhere(figure.claim.anchor) : `工作表“${sheet}”`
    const there = byPlace.get(where)
    if (there === undefined) byPlace.set(where, [said])
    else there.push(said)
  }
  return [...byPlace].map(([where, said]) => ({ say: `取数${where === '' ? '' : `（${where}）`}：${said.join('，')}` }))
}
