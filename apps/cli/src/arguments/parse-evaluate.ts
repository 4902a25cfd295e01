/** The words behind `jiheng evaluate`. */
import { readDate, readOneOf, readYear } from './values.ts'
import { Options, type Parsed, readWords } from './words.ts'

export const evaluationFormats = ['pretty', 'json', 'html', 'xlsx'] as const
export type EvaluationFormat = (typeof evaluationFormats)[number]

/** What evaluate and simulate ask alike. */
export interface FactsAsked {
  /** Of facts. */
  readonly files: readonly string[]
  /** Id, or a file. */
  readonly scheme: string
  /** null: the latest that the facts speak of. */
  readonly year: number | null
  readonly goals: readonly string[]
  /** null: all. */
  readonly unit: string | null
  /** null = today. */
  readonly asOf: string | null
  /** Name of an import preset; null: templates. */
  readonly preset: string | null
  /** Folders of schemes beside those that are shipped. */
  readonly folders: readonly string[]
}

export interface EvaluateOptions extends FactsAsked {
  readonly format: EvaluationFormat
  readonly out: string | null
  /** Id or label of an indicator. */
  readonly explain: string | null
  /** File that lists the units of a department; null: each unit by itself. */
  readonly department: string | null
}

export const FACT_OPTIONS = ['scheme', 'year', 'goals', 'unit', 'as-of', 'preset', 'schemes'] as const

export function parseEvaluate(words: readonly string[]): Parsed<EvaluateOptions> {
  const read = readWords('evaluate', words, [...FACT_OPTIONS, 'format', 'out', 'explain', 'department'], ['goals', 'schemes'])
  if (read.isHelp) return { kind: 'help' }
  const given = new Options('evaluate', read)
  const asked = factsAsked(given, read.files)
  const out = given.text('out')
  const format = given.read('format', readOneOf(evaluationFormats), evaluationFormats.join('、')) ?? 'pretty'
  const explain = given.text('explain')
  const department = given.text('department')
  if (department !== null && asked.unit !== null) given.bad('unit', asked.unit, 'not-with-department')
  const isDocument = format === 'html' || format === 'xlsx'
  if (isDocument && (out === null || out === '-') && given.problems.length === 0)
    given.problems.push({ code: 'command.out-needed', at: ['--out'], details: { value: format } })
  if (given.problems.length > 0) return { kind: 'problems', problems: given.problems }
  return { kind: 'options', options: { ...asked, format, out: out === '-' ? null : out, explain, department } }
}

export function factsAsked(given: Options, files: readonly string[]): FactsAsked {
  const asked = {
    files,
    scheme: given.needed('scheme', 'scheme'),
    year: given.read('year', readYear, 'year'),
    goals: given.all('goals'),
    unit: given.text('unit'),
    asOf: given.read('as-of', readDate, 'date'),
    preset: given.text('preset'),
    folders: given.all('schemes'),
  }
  if (files.length === 0 && given.problems.length === 0) given.bad('FACTS', '', 'facts')
  return asked
}
