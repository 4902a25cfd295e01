/** A scheme from data (YAML or a sheet, parsed by the app). All problems at once; on the first of them nothing is handed out to score by. */
import { add, compare, decimal, formatDecimal, ZERO } from '@jiheng/quantity'
import type { Problem } from '@jiheng/vocabulary'
import type { ItemCatalogue } from '../facts/item.ts'
import type { Alternative, Block, Indicator, Policies, Scheme, SchemeNode, SchemeVersion, Source } from '../scheme/scheme.ts'
import { notNegative, readCurve } from './read-curve.ts'
import { MEASURE_KEYS, readMeasure } from './read-measure.ts'
import { readOverFulfilment, readPolicies, readRounding } from './read-policies.ts'
import { readTarget } from './read-target.ts'
import { type Fields, type Path, Reading } from './reading.ts'

export type ReadScheme = { readonly scheme: Scheme } | { readonly problems: readonly Problem[] }

const MOST_DEPTH = 12
const KINDS = ['department', 'unit', 'project', 'management-appraisal'] as const

/** `name` of the file, for problems. */
export function readScheme(value: unknown, name: string, items: ItemCatalogue): ReadScheme {
  const reading = new Reading()
  const scheme = new SchemeReader(reading, items).scheme(value, [name])
  return reading.problems.length > 0 ? { problems: reading.problems } : { scheme }
}

export const SCHEME_KEYS = ['scheme', 'label', 'place', 'kind', 'versions'] as const
export const VERSION_KEYS = ['from', 'to', 'source', 'full', 'tree', 'policies', 'unknown'] as const
export const SOURCE_KEYS = ['document', 'article', 'confidence'] as const
export const BLOCK_KEYS = ['block', 'label', 'weight', 'children', 'takes-goals'] as const
export const WAY_KEYS = [...MEASURE_KEYS, 'unit', 'zero', 'target', 'curve'] as const
export const INDICATOR_KEYS = [
  'indicator',
  'label',
  'weight',
  ...WAY_KEYS,
  'or',
  'bonus',
  'note',
  'source',
  'not-applicable',
  'rounding',
  'reason-from',
  'deduct-from',
] as const

class SchemeReader {
  readonly #reading: Reading
  readonly #items: ItemCatalogue
  #ids = new Set<string>()

  constructor(reading: Reading, items: ItemCatalogue) {
    this.#reading = reading
    this.#items = items
  }

  scheme(value: unknown, at: Path): Scheme {
    const fields = this.#reading.fields(value, at, SCHEME_KEYS)
    const versions = fields.list('versions').map((one, index) => this.#version(one, [...at, 'versions', index]))
    if (versions.length === 0) this.#reading.problem('scheme.missing', [...at, 'versions'])
    this.#checkPeriods(versions, [...at, 'versions'])
    return {
      id: fields.needed('scheme'),
      label: fields.needed('label'),
      place: fields.text('place'),
      kind: fields.oneOf('kind', KINDS, 'department'),
      versions,
    }
  }

  #version(value: unknown, at: Path): SchemeVersion {
    this.#ids = new Set()
    const fields = this.#reading.fields(value, at, VERSION_KEYS)
    const from = fields.date('from')
    if (from === null) this.#reading.problem('scheme.no-period', at)
    const full = fields.has('full') ? fields.neededDecimal('full') : '100'
    const tree = fields.list('tree').map((one, index) => this.#node(one, [...at, 'tree', index], 0))
    if (tree.length === 0) this.#reading.problem('scheme.missing', [...at, 'tree'])
    this.#checkWeights(tree, full, [...at, 'tree'])
    const policies = readPolicies(this.#reading, fields.get('policies'), [...at, 'policies'])
    this.#checkExecution(policies, tree, [...at, 'policies'])
    return {
      from: from ?? '9999-12-31',
      to: fields.date('to'),
      source: this.#source(fields, at),
      full,
      tree,
      policies,
      unknown: fields.list('unknown').map(String),
    }
  }

  /** Lights look at an indicator that is computed; of another there is nothing to divide. */
  #checkExecution({ lights, selfWarning }: Policies, tree: readonly SchemeNode[], at: Path): void {
    const computed = leavesOf(tree).flatMap(({ id, measure }) => (measure.kind === 'formula' ? [id] : []))
    for (const [key, named] of [['lights', lights?.execution] as const, ['self-warning', selfWarning?.execution] as const]) {
      if (named === undefined || named === '' || computed.includes(named)) continue
      this.#reading.problem('scheme.bad-value', [...at, key, 'execution'], {
        value: named.slice(0, 60),
        expected: `：由公式算出的指标编号（${computed.slice(0, 12).join('、')}）`,
      })
    }
  }

  #source(fields: Fields, at: Path): Source {
    if (!fields.has('source')) this.#reading.problem('scheme.missing', [...at, 'source'])
    const source = this.#reading.fields(fields.get('source') ?? {}, [...at, 'source'], SOURCE_KEYS)
    return {
      document: fields.has('source') ? source.needed('document') : '',
      article: source.text('article'),
      confidence: source.oneOf('confidence', ['sure', 'likely', 'inferred'], 'inferred'),
    }
  }

  #node(value: unknown, at: Path, depth: number): SchemeNode {
    const isBlock = typeof value === 'object' && value !== null && 'block' in value
    return isBlock ? this.#block(value, at, depth) : this.#indicator(value, at)
  }

  #block(value: unknown, at: Path, depth: number): Block {
    const fields = this.#reading.fields(value, at, BLOCK_KEYS)
    const isTooDeep = depth >= MOST_DEPTH
    if (isTooDeep) this.#reading.problem('scheme.bad-value', at, { value: String(depth), expected: `不超过 ${MOST_DEPTH} 层` })
    const children = isTooDeep ? [] : fields.list('children').map((one, index) => this.#node(one, [...at, 'children', index], depth + 1))
    const weight = this.#weight(fields)
    const takesGoals = fields.flag('takes-goals')
    if (children.length === 0 && !takesGoals) this.#reading.problem('scheme.missing', [...at, 'children'])
    if (weight !== null && !takesGoals) this.#checkWeights(children, weight, at)
    return { kind: 'block', id: this.#id(fields, 'block'), label: fields.needed('label'), weight, children, takesGoals }
  }

  #indicator(value: unknown, at: Path): Indicator {
    const fields = this.#reading.fields(value, at, INDICATOR_KEYS)
    return {
      kind: 'indicator',
      id: this.#id(fields, 'indicator'),
      label: fields.needed('label'),
      weight: this.#weight(fields),
      ...this.#way(fields),
      alternatives: fields.list('or').map((one, index) => this.#way(this.#reading.fields(one, [...at, 'or', index], WAY_KEYS))),
      policies: this.#ownPolicies(fields),
      isBonus: fields.flag('bonus'),
      note: fields.text('note'),
      source: fields.has('source') ? this.#source(fields, at) : null,
    }
  }

  /** What is measured, against what, and by which curve. */
  #way(fields: Fields): Alternative {
    const curve = readCurve(this.#reading, fields.get('curve') ?? 'ratio', [...fields.at, 'curve']) ?? { curve: 'manual' }
    const text = fields.text('target')
    const target = text === null ? null : readTarget(text)
    if (text !== null && target === null)
      this.#reading.problem('scheme.bad-value', [...fields.at, 'target'], { value: text.slice(0, 60), expected: 'target' })
    return { measure: readMeasure(this.#reading, fields, this.#items), target, curve }
  }

  #ownPolicies(fields: Fields): Indicator['policies'] {
    const rounding = readRounding(this.#reading, fields, 'rounding')
    const isOver = fields.has('reason-from') || fields.has('deduct-from')
    return {
      ...(fields.has('not-applicable') ? { notApplicable: fields.oneOf('not-applicable', ['rebase', 'full', 'nought'], 'rebase') } : {}),
      ...(rounding === null ? {} : { rounding }),
      ...(isOver ? { overFulfilment: readOverFulfilment(fields, { reasonFrom: null, deductFrom: null }) } : {}),
    }
  }

  #id(fields: Fields, key: string): string {
    const id = fields.needed(key)
    if (id !== '' && !ID.test(id))
      this.#reading.problem('scheme.bad-value', [...fields.at, key], { value: id.slice(0, 60), expected: 'id' })
    if (this.#ids.has(id)) this.#reading.problem('scheme.duplicate', [...fields.at, key], { id: id.slice(0, 60) })
    this.#ids.add(id)
    return id
  }

  #weight(fields: Fields): string | null {
    const weight = fields.decimal('weight')
    return weight === null ? null : notNegative(this.#reading, weight, [...fields.at, 'weight'])
  }

  /** Only where every part is known. */
  #checkWeights(children: readonly SchemeNode[], weight: string, at: Path): void {
    const counted = children.filter((child) => child.kind === 'block' || !child.isBonus)
    if (counted.length === 0 || counted.some((child) => child.weight === null)) return
    const sum = counted.reduce((total, child) => add(total, decimal(child.weight as string)), ZERO)
    if (compare(sum, decimal(weight)) !== 0) this.#reading.problem('scheme.weights-not-full', at, { sum: formatDecimal(sum), weight })
  }

  #checkPeriods(versions: readonly SchemeVersion[], at: Path): void {
    for (const [index, version] of versions.entries()) {
      const before = versions[index - 1]
      if (before !== undefined && (before.to === null || before.to >= version.from))
        this.#reading.problem('scheme.overlap', [...at, index, 'from'], { one: `${before.from}–${before.to ?? ''}`, other: version.from })
      if (version.to !== null && version.to < version.from)
        this.#reading.problem('scheme.bad-value', [...at, index, 'to'], { value: version.to, expected: `不早于 ${version.from}` })
    }
  }
}

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

const leavesOf = (nodes: readonly SchemeNode[]): readonly Indicator[] =>
  nodes.flatMap((node) => (node.kind === 'indicator' ? [node] : leavesOf(node.children)))
