/** The words behind `jiheng scheme`. */
import { Options, type Parsed, readWords } from './words.ts'

export const schemeActions = ['list', 'show', 'check', 'explain', 'diff', 'test', 'to-xlsx', 'from-xlsx'] as const
export type SchemeAction = (typeof schemeActions)[number]

export interface SchemeOptions {
  readonly action: SchemeAction
  /** What the action takes: an id, files, an indicator, days. */
  readonly words: readonly string[]
  readonly out: string | null
  readonly folders: readonly string[]
}

/** How many words each action takes, at least and at most. */
const COUNTS: Readonly<Record<SchemeAction, readonly [number, number]>> = {
  list: [0, 0],
  show: [1, 1],
  check: [1, 10_000],
  explain: [2, 2],
  diff: [3, 3],
  test: [0, 1],
  'to-xlsx': [1, 1],
  'from-xlsx': [1, 1],
}

export function parseScheme(words: readonly string[]): Parsed<SchemeOptions> {
  const read = readWords('scheme', words, ['out', 'schemes'], ['schemes'])
  if (read.isHelp) return { kind: 'help' }
  const given = new Options('scheme', read)
  const [name = '', ...rest] = read.files
  const action = schemeActions.find((one) => one === name)
  const out = given.text('out')
  if (action === undefined) given.bad('ACTION', name, schemeActions.join('、'))
  else {
    const [least, most] = COUNTS[action]
    if (rest.length < least || rest.length > most) given.bad('ACTION', [name, ...rest].join(' '), `scheme-${action}`)
    if (action === 'to-xlsx' && out === null && given.problems.length === 0) given.bad('out', '', 'path')
  }
  if (action === undefined || given.problems.length > 0) return { kind: 'problems', problems: given.problems }
  return { kind: 'options', options: { action, words: rest, out: out === '-' ? null : out, folders: given.all('schemes') } }
}
