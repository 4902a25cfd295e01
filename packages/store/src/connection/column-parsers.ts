/**
 * How columns come out, the same from both databases: exact numbers, dates and times without a zone as text; instants as Date (they are written from a clock of
 * milliseconds, so nothing is lost); jsonb parsed. pg's own choice would make floats of numeric[] and shift dates by the machine's time zone.
 */
import pg from 'pg'

const { builtins, getTypeParser } = pg.types

/** pg's table of names leaves arrays out. */
const TEXT_ARRAY: number = 1009
const arraysAsText: ReadonlySet<number> = new Set([
  1231, // numeric[]
  1016, // bigint[]
  1182, // date[]
  1115, // timestamp[]
])
const asText: ReadonlySet<number> = new Set([
  builtins.INT8,
  builtins.NUMERIC,
  builtins.DATE,
  builtins.TIMESTAMP,
  builtins.TIME,
  builtins.INTERVAL,
])

export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') => {
    if (format !== 'binary' && asText.has(type)) return (text: string) => text
    if (format !== 'binary' && arraysAsText.has(type)) return getTypeParser(TEXT_ARRAY as Parameters<typeof getTypeParser>[0], 'text')
    return getTypeParser(type, format)
  },
}
