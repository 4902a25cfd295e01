/** The words behind `jiheng simulate`. */
import { parseDecimal } from '@jiheng/quantity'
import { FACT_OPTIONS, type FactsAsked, factsAsked } from './parse-evaluate.ts'
import { readOneOf } from './values.ts'
import { Options, type Parsed, readWords } from './words.ts'

export interface SimulateOptions extends FactsAsked {
  /** Id of a scheme, or a file; null: only weights change. */
  readonly other: string | null
  /** New points by id of the indicator. */
  readonly weights: ReadonlyMap<string, string>
  readonly format: 'pretty' | 'json'
  readonly out: string | null
}

export function parseSimulate(words: readonly string[]): Parsed<SimulateOptions> {
  const read = readWords('simulate', words, [...FACT_OPTIONS, 'with', 'weight', 'format', 'out'], ['goals', 'schemes', 'weight'])
  if (read.isHelp) return { kind: 'help' }
  const given = new Options('simulate', read)
  const asked = factsAsked(given, read.files)
  const weights = new Map<string, string>()
  for (const text of given.all('weight')) {
    const [, id = '', weight = ''] = /^([^=]+)=(\d+(?:\.\d+)?)$/.exec(text) ?? []
    if (id === '' || parseDecimal(weight) === null) given.bad('weight', text, 'weight')
    else weights.set(id, weight)
  }
  const other = given.text('with')
  if (other === null && weights.size === 0 && given.problems.length === 0) given.bad('with', '', 'with')
  const format = given.read('format', readOneOf(['pretty', 'json'] as const), 'pretty、json') ?? 'pretty'
  const out = given.text('out')
  if (given.problems.length > 0) return { kind: 'problems', problems: given.problems }
  return { kind: 'options', options: { ...asked, other, weights, format, out: out === '-' ? null : out } }
}
