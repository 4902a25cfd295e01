import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Connection } from '../../src/connection/connection.ts'
import { forEachDatabase } from '../support/databases.ts'

forEachDatabase(({ open }) => {
  let connection: Connection
  beforeAll(async () => {
    connection = await open()
  })
  const readBack = async (expression: string) => {
    const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(connection.db)
    return rows[0]?.value
  }

  it.each([
    ['9007199254740993::bigint', '9007199254740993'],
    ['123456789012345678.90::numeric', '123456789012345678.90'],
    ['array[0.10, 123456789012345678.90]::numeric[]', ['0.10', '123456789012345678.90']],
    ['array[9007199254740993, null]::bigint[]', ['9007199254740993', null]],
    ['(select count(*)::int from generate_series(1, 3))', 3],
  ])('numbers stay exact: %s', async (expression, value) => expect(await readBack(expression)).toEqual(value))

  it.each([
    ["'2024-12-31'::date", '2024-12-31'],
    ["array['2024-12-31', '2025-01-01']::date[]", ['2024-12-31', '2025-01-01']],
    ["'2024-12-31 23:59:59.5'::timestamp", '2024-12-31 23:59:59.5'],
    ["'08:30'::time", '08:30:00'],
    ["'1 day 2 hours'::interval", '1 day 02:00:00'],
  ])('dates and times without a zone are text: %s', async (expression, value) => expect(await readBack(expression)).toEqual(value))

  it('an instant is the same instant, whatever zone it was written in', async () => {
    expect(await readBack("'2024-12-31 23:59:59.123+08'::timestamptz")).toEqual(new Date('2024-12-31T15:59:59.123Z'))
    const written = new Date('2026-11-22T10:48:12.345Z')
    const { rows } = await sql<{ value: Date }>`select ${written}::timestamptz as value`.execute(connection.db)
    expect(rows[0]?.value).toEqual(written)
    expect(await readBack("current_setting('timezone')")).toBe('UTC')
  })

  it('jsonb comes out parsed, and keeps Chinese text', async () => {
    const { rows } = await sql<{
      value: unknown
    }>`select ${JSON.stringify({ name: '某县财政局', list: [1, null] })}::jsonb as value`.execute(connection.db)
    expect(rows[0]?.value).toEqual({ name: '某县财政局', list: [1, null] })
  })
})
