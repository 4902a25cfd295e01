/** The words behind `jiheng facts`. */
import { readYear } from './values.ts'
import { Options, type Parsed, readWords } from './words.ts'

export interface FactsOptions {
  readonly action: 'template'
  readonly scheme: string
  readonly year: number
  readonly goals: readonly string[]
  readonly unit: string
  readonly out: string
  readonly folders: readonly string[]
}

export function parseFacts(words: readonly string[]): Parsed<FactsOptions> {
  const read = readWords('facts', words, ['scheme', 'year', 'goals', 'unit', 'out', 'schemes'], ['goals', 'schemes'])
  if (read.isHelp) return { kind: 'help' }
  const given = new Options('facts', read)
  const [action, ...rest] = read.files
  if (action !== 'template') given.bad('ACTION', action ?? '', 'template')
  else if (rest[0] !== undefined) given.bad('ACTION', rest[0], 'nothing')
  const year = given.read('year', readYear, 'year')
  if (given.text('year') === null) given.bad('year', '', 'year')
  const options = {
    action: 'template' as const,
    scheme: given.needed('scheme', 'scheme'),
    year: year ?? 0,
    goals: given.all('goals'),
    unit: given.text('unit') ?? '',
    out: given.needed('out', 'path'),
    folders: given.all('schemes'),
  }
  return given.problems.length > 0 ? { kind: 'problems', problems: given.problems } : { kind: 'options', options }
}
