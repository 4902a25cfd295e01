/** Texts that no database takes: NUL, and half of a character that needs two. JSON and addresses can carry both. */
import { Refusal } from '@jiheng/contract'

const unkeepable = /[\0\p{Cs}]/u

/** Refuses with request.invalid, telling where the first one stands. */
export function refuseUnkeepable(part: 'query' | 'body', value: unknown): void {
  const path = pathToUnkeepable(value)
  if (path !== null)
    throw new Refusal('request.invalid', { at: [part, ...path], details: { where: path.join('.'), why: '含有不能保存的字符' } })
}

/** null: all of it can be kept. */
export function pathToUnkeepable(value: unknown): readonly (string | number)[] | null {
  if (typeof value === 'string') return unkeepable.test(value) ? [] : null
  if (typeof value !== 'object' || value === null) return null
  for (const [name, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const below = pathToUnkeepable(item)
    if (below !== null) return [name, ...below]
  }
  return null
}
