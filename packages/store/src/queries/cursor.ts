/** Where a list goes on: the sort values of the last item, so that no page is counted off and nothing is skipped when rows come in between. */
import { Refusal } from '@jiheng/contract'

export const writeCursor = (values: readonly string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

/** Each value must have the shape that it is compared as; refuses with request.invalid for anything that we did not give out. */
export function readCursor(after: string, shapes: readonly RegExp[]): readonly string[] {
  const values = parsed(after)
  const fits =
    Array.isArray(values) &&
    values.length === shapes.length &&
    shapes.every((shape, at) => {
      const value: unknown = values[at]
      return typeof value === 'string' && shape.test(value) && !value.includes('\0')
    })
  if (!fits) throw new Refusal('request.invalid', { at: ['query', 'after'], details: { where: 'after', why: '请从第一页重新翻页。' } })
  return values as readonly string[]
}

/** An id, a moment, any text: what lists are sorted by. */
export const cursorShapes = {
  id: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  text: /^[\s\S]{0,300}$/,
} as const

function parsed(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** One more row is read than is shown, to know whether there are more. */
export function pageOfRows<Row, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
  cursorOf: (row: Row) => readonly string[],
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(itemOf), next: rows.length > limit && last !== undefined ? writeCursor(cursorOf(last)) : null }
}
