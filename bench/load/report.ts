/** What came of it, as Markdown. */
import { type Row, table } from '../markdown.ts'
import type { Lost } from './count-lost.ts'
import { type Kind, thinkMs, type Worked } from './reviewers.ts'

export interface Loaded {
  readonly reviewers: number
  readonly seconds: number
  readonly documents: number
  readonly work: Worked
  readonly lost: Lost
  /** Milliseconds of the bare inserts. */
  readonly inserts: readonly number[]
}

const words: Readonly<Record<Kind, string>> = {
  list: 'list of 50 documents',
  open: 'a document with its marks',
  findings: 'its findings with decisions',
  decide: 'a decision (in one transaction with its version, journal and counts)',
  comment: 'a comment',
}

export function loadReport(how: string, { reviewers, seconds, documents, work, lost, inserts }: Loaded): string {
  const { times, decided, tooLate, failures } = work
  const kinds = Object.keys(words) as Kind[]
  const all = kinds.flatMap((kind) => times[kind])
  return `${how} ${reviewers} reviewers for ${seconds} s over ${documents} documents, ${thinkMs.least / 1000} to ${thinkMs.most / 1000} s of thinking before each request (drawn evenly).

${table(
  ['Request', 'number', 'p50', 'p99', 'longest'],
  [...kinds.map((kind) => lineOf(words[kind], times[kind])), lineOf('bare fastify and one insert, as many clients', inserts)],
)}

${all.length} requests, ${(all.length / seconds).toFixed(1)} a second; ${failures.length} errors. ${decided.length} decisions were acknowledged: ${lost.missing} missing in the database, ${lost.twice} there twice. ${tooLate} came second and were told so. A decision takes ${ratio(times.decide, inserts)} × the bare insert at the median.${failures.length === 0 ? '' : `\n\n${[...new Set(failures)].slice(0, 5).join('\n\n')}`}`
}

const sortedAt = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
const ms = (value: number): string => (Number.isNaN(value) ? '–' : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`)
const lineOf = (what: string, times: readonly number[]): Row => [
  what,
  times.length,
  ms(sortedAt(times, 0.5)),
  ms(sortedAt(times, 0.99)),
  ms(sortedAt(times, 1)),
]
const ratio = (some: readonly number[], others: readonly number[]): string => (sortedAt(some, 0.5) / sortedAt(others, 0.5)).toFixed(1)
