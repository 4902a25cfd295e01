/** Rows of a filled template to facts: what cannot be read is told by its cell, and what is left empty is no fact. */
import type { Problem } from '@jiheng/vocabulary'
import type { Indicator } from '../scheme/scheme.ts'
import { DEDUCTION, DEDUCTION_LABEL } from './deductions.ts'
import type { Evidence, Fact } from './fact.ts'
import { plainCell, readCodeCell, readPeriodCell } from './fact-cells.ts'
import { factHeads, findFactHead } from './fact-heads.ts'
import { FactRow } from './fact-row.ts'
import { type About, notApplicable, saysNotApplicable, valueOfRow } from './fact-row-value.ts'
import type { FactTable } from './fact-table.ts'
import { GatheredParts, isOfParts } from './gathered-parts.ts'
import type { ItemCatalogue } from './item.ts'
import type { PlacedFact, ReadFacts } from './read-facts.ts'

export interface FactTerms {
  readonly items: ItemCatalogue
  /** Of the scheme and the approved goals. */
  readonly indicators: readonly Indicator[]
  /** Where a row says no period. */
  readonly year: number | null
  /** Where a row says no unit. */
  readonly unit: string | null
}

const MOST_PROBLEMS = 200

export function readFactTable(table: FactTable, terms: FactTerms): ReadFacts {
  const head = findFactHead(table)
  if (head === null) {
    const at = [table.file, ...(table.sheet === null ? [] : [table.sheet])]
    const { unit, item, label, period, value, measure } = factHeads
    const expected = [unit, item, label, period, value, measure].map(([word]) => word).join('、')
    return { facts: [], problems: [{ code: 'facts.no-head', at, details: { expected } }], unitNames: new Map() }
  }
  const problems: Problem[] = []
  const sheet = { table, head, problem: (one: Problem) => void (problems.length < MOST_PROBLEMS && problems.push(one)) }
  const catalogue = new Catalogue(terms)
  const parts = new GatheredParts()
  const facts: PlacedFact[] = []
  const unitNames = new Map<string, string>()
  for (let at = head.row + 1; at < table.rows.length; at++) {
    const row = new FactRow(sheet, at)
    if (!isAnswered(row) && !isPart(row)) continue
    // An empty row has nothing to be told of yet: others of its indicator may be answered, or none.
    const asked = isAnswered(row) ? row : new FactRow({ ...sheet, problem: () => {} }, at)
    const [about, unit] = [catalogue.aboutOf(asked), unitOf(asked, terms, unitNames)]
    const period = periodOf(asked, about, terms)
    if (about === null || unit === null || period === null) continue
    const base = baseOf(row, table, about, unit, period)
    if (about.kind === 'indicator' && isOfParts(about.indicator) && !saysNotApplicable(row)) {
      parts.take(row, base, about.indicator)
      continue
    }
    if (!isAnswered(row)) continue
    const value = saysNotApplicable(row) ? notApplicable(row) : valueOfRow(row, about)
    if (value !== null && !isSaidAgain(facts, base, value.kind)) facts.push({ fact: { ...base, value }, at: row.path('value') })
  }
  facts.push(...parts.facts().map(({ fact, row }) => ({ fact, at: row.path('value') })))
  return { facts, problems, unitNames }
}

/** A template comes with its questions: only rows with an answer say something. */
const isAnswered = (row: FactRow): boolean => row.cell('value') !== '' || row.cell('date') !== '' || row.cell('class') !== ''

const isPart = (row: FactRow): boolean => row.cell('part') !== '' && (row.cell('item') !== '' || row.cell('label') !== '')

/** Each check point of an indicator that does not apply says so. */
const isSaidAgain = (facts: readonly PlacedFact[], base: Omit<Fact, 'value'>, kind: string): boolean => {
  const last = facts.at(-1)?.fact
  return kind === 'not-applicable' && last?.value.kind === kind && last.item === base.item && last.unit === base.unit && last.to === base.to
}

function baseOf(row: FactRow, table: FactTable, about: About, unit: string, period: Period): Omit<Fact, 'value'> {
  return {
    id: row.path('value').join(' '),
    unit,
    item: about.id,
    ...period,
    basis: row.cell('basis') || null,
    source: row.cell('source') || [table.file, table.sheet].filter((part) => part !== null).join(' '),
    evidence: evidenceOf(row.cell('evidence')),
    supersedes: null,
  }
}

class Catalogue {
  readonly #about = new Map<string, About>()
  /** null: two of one name are told apart by their ids only. */
  readonly #byLabel = new Map<string, string | null>()

  constructor({ items, indicators }: FactTerms) {
    this.#take({ kind: 'deduction', id: DEDUCTION }, DEDUCTION_LABEL)
    for (const { id, label, unit, kind } of items.values()) this.#take({ kind: 'item', id, unit, isStock: kind === 'stock' }, label)
    for (const indicator of indicators) this.#take({ kind: 'indicator', id: indicator.id, indicator }, indicator.label)
  }

  #take(about: About, label: string): void {
    this.#about.set(about.id, about)
    const key = plainCell(label)
    const known = this.#byLabel.get(key)
    this.#byLabel.set(key, known === undefined || known === about.id ? about.id : null)
  }

  aboutOf(row: FactRow): About | null {
    const [item, label] = [row.cell('item'), row.cell('label')]
    const code = readCodeCell(item)
    const named = beginningsOf(plainCell(item)).find((id) => this.#about.has(id))
    const labelled = [label, code.name].map((name) => this.#byLabel.get(plainCell(name)) ?? null).find((id) => id !== null)
    const about = this.#about.get(named ?? labelled ?? '')
    if (about !== undefined) return about
    if (code.kind === 'lost') return row.tell('facts.lost-digits', 'item', { value: item.slice(0, 60) })
    return row.tell('facts.unknown-item', item === '' ? 'label' : 'item', { item: (item === '' ? label : item).slice(0, 60) })
  }
}

/** "adjusted-budget-全年预算数", "adjusted-budget 全年预算数": ids hold hyphens, so every beginning may be one. The longest first. */
function beginningsOf(text: string): readonly string[] {
  const parts = (text.split(/[\s_:|]/)[0] ?? '').split('-').slice(0, 12)
  return [text, ...parts.map((_, at) => parts.slice(0, parts.length - at).join('-'))]
}

function unitOf(row: FactRow, terms: FactTerms, names: Map<string, string>): string | null {
  const code = readCodeCell(row.cell('unit'))
  if (code.kind === 'lost') return row.tell('facts.lost-digits', 'unit', { value: row.cell('unit').slice(0, 60) })
  const unit = code.kind === 'code' ? code.code : code.name
  if (code.kind === 'code' && code.name !== '') names.set(code.code, code.name)
  if (unit !== '') return unit
  return terms.unit ?? row.tell('facts.missing', 'unit', { expected: '单位' })
}

interface Period {
  readonly from: string
  readonly to: string
}

/** What is counted at the end of a year is of its last day. */
function periodOf(row: FactRow, about: About | null, { year }: FactTerms): Period | null {
  const text = row.cell('period')
  if (text === '' && year === null) return row.tell('facts.missing', 'period', { expected: '期间' })
  const period = readPeriodCell(text === '' ? String(year) : text)
  if (period === null) return row.bad('period', 'period')
  return about?.kind === 'item' && about.isStock ? { from: period.to, to: period.to } : period
}

/** "支付凭证 第3页；验收单": a page stands behind its file. */
function evidenceOf(text: string): readonly Evidence[] {
  const parts = text.split(/[;；\n]/).map((one) => one.trim())
  return parts
    .filter((one) => one !== '')
    .map((one) => {
      const [, name, page] = /^(.{1,400}?)\s*第?\s*(\d[\d\-–、,]{0,40})\s*页$/.exec(one) ?? []
      return { name: name ?? one, page: page ?? null }
    })
}
