/** The words behind `jiheng audit`, read into options that cannot be wrong, or into everything that is wrong with them. */
import { parseArgs } from 'node:util'
import type { Severity } from '@jiheng/audit'
import type { Problem } from '@jiheng/vocabulary'
import { nearest } from './nearest.ts'
import { readCount, readDate, readOneOf, readYear } from './values.ts'

/** Results as text, as they come. */
export type TextFormat = 'pretty' | 'json'
/** Documents for people and for other programs. */
export type DocumentFormat = 'html' | 'docx' | 'pdf' | 'letter' | 'xlsx' | 'sarif' | 'all'
export type OutputFormat = TextFormat | DocumentFormat

export const isTextFormat = (format: OutputFormat): format is TextFormat => format === 'pretty' || format === 'json'

export interface AuditOptions {
  readonly files: readonly string[]
  readonly format: OutputFormat
  readonly out: string | null
  readonly year: number | null
  /** null = today. */
  readonly asOf: string | null
  readonly purpose: 'disclosure' | null
  readonly failOn: Exclude<Severity, 'info'> | 'never'
  /** Id of a scheme, or `auto`: the one that the report cites. */
  readonly scheme: string | null
  /** File of approved goals. */
  readonly goals: string | null
  /** null = as many as are worth it. */
  readonly jobs: number | null
}

export type ParsedAudit =
  | { readonly kind: 'options'; readonly options: AuditOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

export const formats = [
  'pretty',
  'json',
  'html',
  'docx',
  'pdf',
  'letter',
  'xlsx',
  'sarif',
  'all',
] as const satisfies readonly OutputFormat[]
const purposes = ['disclosure'] as const
const failOns = ['error', 'warning', 'never'] as const
const valued = ['format', 'out', 'scheme', 'goals', 'year', 'as-of', 'for', 'fail-on', 'jobs'] as const
type Valued = (typeof valued)[number]

export function parseAudit(words: readonly string[]): ParsedAudit {
  const problems: Problem[] = []
  const given = new Map<Valued, string>()
  const files: string[] = []
  for (const token of tokensOf(words)) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') files.push(token.value)
    else if (token.name === 'help' || token.name === 'h') return { kind: 'help' }
    else if (!isValued(token.name)) problems.push(unknownOption(token.rawName))
    else if (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('--')))
      problems.push(badValue(token.name, ''))
    else given.set(token.name, token.value)
  }
  return optionsFrom(files, given, problems)
}

function optionsFrom(files: readonly string[], given: ReadonlyMap<Valued, string>, problems: Problem[]): ParsedAudit {
  const read = <T>(name: Valued, reader: (text: string) => T | null): T | null => {
    const text = given.get(name)
    const value = text === undefined ? null : reader(text)
    if (text !== undefined && value === null) problems.push(badValue(name, text))
    return value
  }
  const out = given.get('out')
  const options: AuditOptions = {
    files,
    format: read('format', readOneOf(formats)) ?? 'pretty',
    // `-` is standard output, as everywhere.
    out: out === undefined || out === '-' ? null : out,
    year: read('year', readYear),
    asOf: read('as-of', readDate),
    purpose: read('for', readOneOf(purposes)),
    failOn: read('fail-on', readOneOf(failOns)) ?? 'error',
    scheme: given.get('scheme') ?? null,
    goals: given.get('goals') ?? null,
    jobs: read('jobs', readCount),
  }
  if (files.length === 0 && problems.length === 0) problems.push({ code: 'command.bad-value', at: ['FILE'], details: { value: '' } })
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'options', options }
}

function tokensOf(words: readonly string[]) {
  const options = Object.fromEntries(valued.map((name) => [name, { type: 'string' as const }]))
  return parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true }).tokens
}

function isValued(name: string): name is Valued {
  return (valued as readonly string[]).includes(name)
}

function unknownOption(rawName: string): Problem {
  const near = nearest(rawName.replace(/^-+/, ''), [...valued, 'help'])
  return { code: 'command.unknown-option', at: [rawName], details: near === null ? {} : { nearest: `--${near}` } }
}

function badValue(name: Valued, value: string): Problem {
  return { code: 'command.bad-value', at: [`--${name}`], details: { value } }
}
