/** Where a list goes on: the sort values of the last item, so that no page is counted off and nothing is skipped when rows come in between. */
import { Refusal } from '@jiheng/contract'

/** What a list is sorted by. */
export type KeyKind = 'id' | 'instant' | 'number' | 'string'
export type KeyValue = string | number

const shapes: Readonly<Record<KeyKind, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  instant: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value)),
  number: (value) => Number.isSafeInteger(value),
  string: (value) => typeof value === 'string' && value.length <= 300 && !value.includes('\0'),
}

/** null: the first page. Refuses with request.invalid for anything that we did not give out. */
export function readCursor(after: string | undefined, kinds: readonly KeyKind[]): readonly KeyValue[] | null {
  if (after === undefined) return null
  const values = parsed(after)
  const fits = Array.isArray(values) && values.length === kinds.length && kinds.every((kind, at) => shapes[kind](values[at]))
  if (!fits) throw new Refusal('request.invalid', { at: ['query', 'after'], details: { where: 'after', why: '请从第一页重新翻页。' } })
  return values as readonly KeyValue[]
}

function parsed(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** `rows`: one more than `limit`, to know whether there are more. `keysOf`: the values that the list is sorted by. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly KeyValue[],
  itemOf: (row: Row) => Item,
): { readonly items: Item[]; readonly next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(keysOf(last))).toString('base64url') : null
  return { items: shown.map(itemOf), next }
}
