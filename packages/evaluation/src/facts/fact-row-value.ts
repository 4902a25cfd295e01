/** What a row says of its item or indicator. null when it cannot be read; why was told with the cell. */
import { dimensionOf, unitById } from '@jiheng/quantity'
import type { Indicator } from '../scheme/scheme.ts'
import type { FactValue } from './fact.ts'
import { plainCell, readDateCell, readFigureCell, unitOfCell } from './fact-cells.ts'
import type { FactRow } from './fact-row.ts'
import { isToldAsSuch } from './question.ts'

export type About =
  | { readonly kind: 'item'; readonly id: string; readonly unit: string; readonly isStock: boolean }
  | { readonly kind: 'indicator'; readonly id: string; readonly indicator: Indicator }
  /** Several rows of a unit, each with its reason. */
  | { readonly kind: 'deduction'; readonly id: string }

export const saysNotApplicable = (row: FactRow): boolean => plainCell(row.cell('value')) === '不适用'

export function valueOfRow(row: FactRow, about: About): FactValue | null {
  if (saysNotApplicable(row)) return notApplicable(row)
  if (about.kind === 'item') return figure(row, about.unit)
  if (about.kind === 'deduction') return pointsOf(row)
  const { alternatives, ...first } = about.indicator
  const { measure, curve } = [first, ...alternatives].find(isToldAsSuch) ?? first
  switch (measure.kind) {
    case 'formula':
      if (curve.curve === 'manual') return pointsOf(row)
      return row.tell('facts.bad-value', 'item', {
        value: about.id,
        expected: '：基础数据的编号（本指标由公式算出，不直接填报；确实不适用的在数值栏填“不适用”）',
      })
    case 'days-late':
      return dateOf(row)
    case 'figure':
      return figure(row, measure.unit)
    case 'judged':
      if (curve.curve === 'classes') return classOf(row, curve.classes)
      return curve.curve === 'manual' ? pointsOf(row) : figure(row, null)
  }
}

export function notApplicable(row: FactRow): FactValue | null {
  const reason = row.cell('note')
  return reason === '' ? row.tell('facts.missing', 'note', { expected: '不适用的原因' }) : { kind: 'not-applicable', reason }
}

/** `asked`: the unit that it is usually stated in; null: any. */
function figure(row: FactRow, asked: string | null): FactValue | null {
  const read = readFigureCell(row.cell('value'))
  if (read === null) return row.bad('value', 'number-cell')
  const measure = row.cell('measure')
  const own = read.symbol === null ? null : unitOfCell(read.symbol)
  const beside = measure === '' ? null : unitOfCell(measure)
  if (read.symbol !== null && own === null) return row.tell('facts.wrong-unit', 'value', { value: read.symbol })
  if (measure !== '' && beside === null) return row.tell('facts.wrong-unit', 'measure', { value: measure.slice(0, 60) })
  if (own !== null && beside !== null && own !== beside && !isShare(own))
    return row.tell('facts.wrong-unit', 'value', { value: symbolOf(own), expected: symbolOf(beside) })
  const unit = own ?? beside ?? row.head.unit ?? (isCertain(asked) ? asked : null)
  if (unit === null)
    return asked !== null && isShare(asked)
      ? row.tell('facts.no-unit', 'value', { value: read.value })
      : row.tell('facts.missing', 'measure', { expected: '计量单位' })
  if (asked !== null && dimensionOf(unit) !== dimensionOf(asked))
    return row.tell('facts.wrong-unit', own === null ? 'measure' : 'value', { value: symbolOf(unit), expected: symbolOf(asked) })
  return { kind: 'figure', value: read.value, unit }
}

/** Shares are meant as percent or as parts of one, money in yuan or ten thousands: both have to be said. A count has one unit. */
const isCertain = (asked: string | null): boolean => asked !== null && !isShare(asked) && dimensionOf(asked) !== 'money'

const isShare = (unit: string): boolean => dimensionOf(unit) === 'ratio'

const symbolOf = (unit: string): string => unitById(unit)?.symbols[0] ?? unit

function dateOf(row: FactRow): FactValue | null {
  const column = row.cell('date') === '' ? 'value' : 'date'
  if (['未完成', '未公开'].includes(plainCell(row.cell(column)))) return { kind: 'date', date: null }
  const date = readDateCell(row.cell(column))
  return date === null ? row.bad(column, 'date-cell') : { kind: 'date', date }
}

function classOf(row: FactRow, classes: readonly { readonly id: string; readonly label: string }[]): FactValue | null {
  const text = plainCell(row.cell('class'))
  const found = classes.find(({ id, label }) => id === text || plainCell(label) === text)
  if (text === '') row.tell('facts.missing', 'class', { expected: '等次' })
  else if (found === undefined) row.bad('class', `：${classes.map(({ label }) => label).join('、')}`)
  const share = readFigureCell(row.cell('value'))
  const unit = share?.symbol ?? row.cell('measure')
  if (share === null) return row.tell('facts.missing', 'value', { expected: '得分率（占本指标分值的百分之几）' })
  if (unit === '') return row.tell('facts.no-unit', 'value', { value: share.value })
  const inParts = unitOfCell(unit) === 'percent' ? readFigureCell(`${share.value}e-2`) : share
  return found === undefined || inParts === null ? null : { kind: 'class', id: found.id, share: inParts.value }
}

function pointsOf(row: FactRow): FactValue | null {
  const read = readFigureCell(row.cell('value'))
  return read === null ? row.bad('value', 'number-cell') : { kind: 'points', points: read.value, reason: row.cell('note') }
}
