/** Check points and groups of respondents stand in a row each and are one fact together. */
import type { Indicator } from '../scheme/scheme.ts'
import type { Fact, FactValue } from './fact.ts'
import { plainCell, readFigureCell } from './fact-cells.ts'
import type { FactRow } from './fact-row.ts'

export interface PartsFact {
  readonly fact: Fact
  readonly row: FactRow
}

interface Gathered {
  readonly kind: 'checks' | 'groups'
  readonly row: FactRow
  readonly base: Omit<Fact, 'value'>
  readonly answers: Map<string, string>
  readonly evidence: Fact['evidence'][number][]
  readonly empty: FactRow[]
}

const YES = ['是', '√', '有', '1', 'Y', 'y', '符合']
const NO = ['否', '×', '无', '0', 'N', 'n', '不符合']

export const isOfParts = ({ measure, curve }: Indicator): boolean =>
  measure.kind === 'judged' && (curve.curve === 'check-points' || curve.curve === 'groups')

export class GatheredParts {
  readonly #gathered = new Map<string, Gathered>()

  take(row: FactRow, base: Omit<Fact, 'value'>, { curve }: Indicator): void {
    const choices = curve.curve === 'check-points' ? curve.checks : curve.curve === 'groups' ? curve.groups : []
    const text = plainCell(row.cell('part'))
    const part = choices.find(({ id, label }) => id === text || plainCell(label) === text || `${id} ${plainCell(label)}` === text)
    if (part === undefined) {
      row.bad('part', `：${choices.map(({ label }) => label).join('、')}`)
      return
    }
    const key = `${base.unit}\0${base.item}\0${base.to}`
    const kind = curve.curve === 'groups' ? 'groups' : 'checks'
    const gathered = this.#gathered.get(key) ?? { kind, row, base, answers: new Map<string, string>(), evidence: [], empty: [] }
    this.#gathered.set(key, gathered)
    gathered.evidence.push(...base.evidence)
    if (row.cell('value') === '') {
      gathered.empty.push(row)
      return
    }
    const answer = answerOf(row, kind)
    if (answer === null) return
    if (gathered.answers.has(part.id)) row.tell('facts.duplicate', 'part', { of: gathered.row.path('part').join(' ') })
    else gathered.answers.set(part.id, answer)
  }

  /** Nothing answered is no fact; some answered and some not is told. */
  facts(): readonly PartsFact[] {
    return [...this.#gathered.values()].flatMap((gathered) => {
      const { kind, base, answers, evidence, empty, row } = gathered
      if (answers.size === 0) return []
      for (const one of empty) one.tell('facts.missing', 'value', { expected: kind === 'checks' ? '“是”或“否”' : '数值' })
      if (empty.length > 0) return []
      const value: FactValue =
        kind === 'groups'
          ? { kind, values: Object.fromEntries(answers) }
          : { kind, met: [...answers].filter(([, answer]) => answer === 'yes').map(([id]) => id) }
      return [{ fact: { ...base, evidence: once(evidence), value }, row }]
    })
  }
}

function answerOf(row: FactRow, kind: Gathered['kind']): string | null {
  const text = plainCell(row.cell('value'))
  if (kind === 'groups') return readFigureCell(text)?.value ?? row.bad('value', 'number-cell')
  if (YES.includes(text)) return 'yes'
  return NO.includes(text) ? 'no' : row.bad('value', 'yes-or-no')
}

const once = (evidence: Gathered['evidence']): Fact['evidence'] =>
  evidence.filter(({ name, page }, at) => evidence.findIndex((other) => other.name === name && other.page === page) === at)
