/** What must be refused, from data: { base, refusals: [ { refuse, label, set | items | text | facts, problem } ] }. */
import type { Problem } from '@jiheng/vocabulary'
import { type Fields, isMapping, type Path, Reading } from '../read/reading.ts'
import type { RefusedCase } from './case.ts'
import { Names } from './names.ts'
import { type CaseContext, readFacts } from './read-cases.ts'

export const REFUSAL_KEYS = ['refuse', 'label', 'set', 'remove', 'repeat', 'items', 'text', 'facts', 'as-of', 'year', 'problem'] as const

export interface ReadRefusals {
  readonly refusals: readonly RefusedCase[]
  readonly problems: readonly Problem[]
}

export function readRefusals(value: unknown, name: string, context: CaseContext): ReadRefusals {
  const reading = new Reading()
  const top = reading.fields(value, [name], ['base', 'refusals'])
  const base = top.get('base') ?? {}
  const refusals = top.list('refusals').map((one, index): RefusedCase => {
    const at = [name, 'refusals', index]
    const fields = reading.fields(one, at, REFUSAL_KEYS)
    return {
      id: fields.needed('refuse'),
      label: fields.needed('label'),
      code: fields.needed('problem'),
      given: givenIn(reading, fields, at, base, context),
    }
  })
  return { refusals, problems: reading.problems }
}

function givenIn(reading: Reading, fields: Fields, at: Path, base: unknown, context: CaseContext): RefusedCase['given'] {
  if (fields.has('items')) return { kind: 'items', data: { items: fields.get('items') } }
  if (fields.has('text')) return { kind: 'text', text: fields.needed('text') }
  if (fields.has('facts')) {
    // What the words themselves are refused for is the answer here, not a fault of the file.
    const own = new Reading()
    const facts = readFacts(own, fields, 'facts', Number(fields.decimal('year') ?? '2023'), new Names(context.items, null, []))
    return { kind: 'facts', facts, codes: own.problems.map(({ code }) => code), asOf: fields.date('as-of') ?? '2024-12-31' }
  }
  let data = base
  for (const [path, value] of Object.entries(isMapping(fields.get('set')) ? (fields.get('set') as object) : {})) {
    data = put(data, path.split('.'), () => value)
  }
  for (const path of fields.list('remove')) data = put(data, String(path).split('.'), () => undefined)
  const repeat = fields.get('repeat')
  if (isMapping(repeat)) {
    const how = reading.fields(repeat, [...at, 'repeat'], ['at', 'before', 'middle', 'after', 'times'])
    const times = Number(how.decimal('times') ?? '1')
    const text = () => `${how.needed('before').repeat(times)}${how.needed('middle')}${how.needed('after').repeat(times)}`
    data = put(data, how.needed('at').split('.'), text)
  }
  return { kind: 'scheme', data }
}

/** A copy with one place changed. Paths: versions.0.tree.1.weight */
function put(data: unknown, path: readonly string[], value: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value(data)
  if (Array.isArray(data)) {
    const list = [...data]
    list[Number(key)] = put(list[Number(key)], rest, value)
    return list
  }
  const mapping = isMapping(data) ? data : {}
  const changed = put(Object.hasOwn(mapping, key) ? mapping[key] : undefined, rest, value)
  const { [key]: _, ...others } = mapping
  return changed === undefined ? others : { ...others, [key]: changed }
}
