/** Mutants: reports in which one figure of a relation that holds was changed the way people err. */
import { holds } from '../labels/holds.ts'
import type { Entry, Formula, Operand } from '../labels/label.ts'
import type { LabelledReport } from '../labels/read-labels.ts'
import { isDetermined, type Touched } from './determined.ts'
import { doubledDigit, droppedDigit, shiftedPoint, transposedDigits, wrongDigit, wrongRounding } from './digit-slips.ts'
import { type Change, chooser, type Slip, type SlipKind, slipKinds } from './slip.ts'
import { staleFigure, wrongDirection, wrongUnit } from './word-slips.ts'

export interface Place {
  readonly start: number
  readonly end: number
}

export interface Mutant {
  readonly id: string
  readonly report: LabelledReport
  readonly entry: Entry
  readonly slip: SlipKind
  /** The figure as it was. */
  readonly original: Operand
  readonly change: Change
  readonly source: string
  /** Where the figure stands afterwards, with the changed word beside it. */
  readonly changed: Place
  /** Places afterwards of all figures of all relations that contain the changed figure. */
  readonly touched: readonly Place[]
  /** The labelled relations tell which figure is wrong and what it was. */
  readonly determined: boolean
}

const slips: Readonly<Record<SlipKind, Slip>> = {
  'transposed-digits': transposedDigits,
  'wrong-digit': wrongDigit,
  'dropped-digit': droppedDigit,
  'doubled-digit': doubledDigit,
  'shifted-point': shiftedPoint,
  'wrong-unit': wrongUnit,
  'wrong-direction': wrongDirection,
  'stale-figure': staleFigure,
  'wrong-rounding': wrongRounding,
}

/** All mutants of a report that leave the interval of the relation they were made for. */
export function mutantsOf(report: LabelledReport): readonly Mutant[] {
  const around = report.entries.flatMap((entry) => entry.operands)
  const seen = new Set<string>()
  return report.entries.filter(canBear).flatMap((entry) =>
    entry.operands.flatMap((operand) =>
      slipKinds.flatMap((slip) => {
        const mutant = mutate(report, entry, operand, slip, around)
        const key = mutant && `${mutant.change.start}-${mutant.change.end}-${mutant.change.to}`
        if (!mutant || !key || seen.has(key)) return []
        seen.add(key)
        return [mutant]
      }),
    ),
  )
}

/** Only relations that hold as printed, and whose figures are not hedged. */
const canBear = (entry: Entry): boolean =>
  entry.verdict === 'consistent' && entry.formula !== null && !entry.operands.some((operand) => operand.readAs || operand.hedge)

function mutate(report: LabelledReport, entry: Entry, original: Operand, slip: SlipKind, around: readonly Operand[]): Mutant | null {
  if (!entry.formula || !/^[+-]?\d/.test(original.value)) return null
  const id = `${report.doc}/${entry.id}/${original.id}/${slip}`
  const change = slips[slip]({ source: report.source, operand: original, formula: entry.formula, around, below: chooser(id) })
  if (!change) return null
  const source = report.source.slice(0, change.start) + change.to + report.source.slice(change.end)
  const after = (operand: Operand): Operand => moved(operand, original, change)
  const formula = change.turned ? turned(entry.formula, original.id) : entry.formula
  if (holds(formula, source, entry.operands.map(after), around.map(after))) return null
  const relations = report.entries.filter((other) => other.operands.some((operand) => operand.start === original.start))
  const touched = relations.flatMap((other) => other.operands.map(after)).map(({ start, end }) => ({ start, end }))
  const figure = after(original)
  const judged = report.entries.flatMap((other): Touched[] => {
    if (other.formula === null || other.verdict === 'inconsistent' || other.verdict === 'doubtful') return []
    const operands = other.operands.map(after)
    return [
      {
        entry: other,
        operands,
        holds: !relations.includes(other) || holds(other === entry ? formula : other.formula, source, operands, around.map(after)),
      },
    ]
  })
  const changed = { start: Math.min(figure.start, change.start), end: Math.max(figure.end, change.start + change.to.length) }
  return { id, report, entry, slip, original, change, source, changed, touched, determined: isDetermined(judged, figure) }
}

/** A figure in the changed text: the changed one with its new digits, those behind it moved. */
function moved(operand: Operand, original: Operand, change: Change): Operand {
  const shift = change.to.length - (change.end - change.start)
  if (operand.start === original.start) {
    const start = change.end <= operand.start ? operand.start + shift : operand.start
    return { ...operand, ...change.figure, start, end: start + change.figure.text.length }
  }
  return operand.start >= change.end ? { ...operand, start: operand.start + shift, end: operand.end + shift } : operand
}

function turned(formula: Formula, id: string): Formula {
  switch (formula.form) {
    case 'all':
      return { ...formula, of: formula.of.map((part) => turned(part, id)) }
    case 'growth':
      return formula.rate === id || formula.change === id ? { ...formula, direction: formula.direction === 'up' ? 'down' : 'up' } : formula
    case 'change':
      return formula.change === id ? { ...formula, direction: formula.direction === 'up' ? 'down' : 'up' } : formula
    default:
      return formula
  }
}

/** At most `limit`: the same number of every slip as far as there are so many, spread evenly over reports and relations. */
export function sampleOf(mutants: readonly Mutant[], limit: number): readonly Mutant[] {
  if (mutants.length <= limit) return mutants
  const groups = slipKinds.map((slip) => mutants.filter((mutant) => mutant.slip === slip)).sort((a, b) => a.length - b.length)
  let left = limit
  return groups.flatMap((group, i) => {
    const share = Math.min(group.length, Math.floor(left / (groups.length - i)))
    left -= share
    return spread(group, share)
  })
}

function spread(mutants: readonly Mutant[], count: number): readonly Mutant[] {
  const step = mutants.length / count
  return Array.from({ length: count }, (_, i) => mutants[Math.floor(i * step)]).filter((mutant) => mutant !== undefined)
}
