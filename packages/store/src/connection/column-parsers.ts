/**
 * How columns come out, the same from both databases: exact numbers and dates as text, instants as Date (written from a clock of milliseconds, so nothing is lost),
 * jsonb parsed. pg's own choice would make floats of numeric[] and shift dates by the machine's time zone.
 */
import pg from 'pg'

const { builtins, arrayParser, getTypeParser } = pg.types

const asText = (text: string): string => text
const asInstant = (text: string): Date => new Date(getTypeParser(builtins.TIMESTAMPTZ, 'text')(text) as Date)

/** pg's table of built-in types names no arrays. */
const arrays = { numbers: 1231, bigints: 1016, dates: 1182, instants: 1185, timestamps: 1115 } as const

const texts: ReadonlySet<number> = new Set([
  builtins.INT8,
  builtins.NUMERIC,
  builtins.DATE,
  builtins.TIMESTAMP,
  builtins.TIME,
  builtins.INTERVAL,
])
const textArrays: ReadonlySet<number> = new Set([arrays.numbers, arrays.bigints, arrays.dates, arrays.timestamps])

export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (texts.has(type)) return asText
      if (textArrays.has(type)) return (text: string) => listOf(text, asText)
      if (type === arrays.instants) return (text: string) => listOf(text, asInstant)
    }
    return getTypeParser(type, format)
  },
}
