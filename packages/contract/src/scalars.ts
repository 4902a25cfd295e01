/** The small values that every shape is made of. Amounts that mean something are canonical decimal strings; counts are numbers. */
import * as z from 'zod'

/** UUID, made by the server. Never changes. */
export const id = z.uuid()
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** YYYY-MM-DD */
export const day = z.iso.date()
/** A moment in UTC: 2026-01-31T08:00:00.000Z */
export const instant = z.iso.datetime()
export const year = z.int().min(1990).max(2100)
/** From 0; rises with every change. What is sent back with a change is the version it was made on. */
export const version = z.int().min(0)
export const count = z.int().min(0)

/** What a person types: trimmed, without control characters, at most `most` characters. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is kept out
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/)

/** Lists are read page by page: `after` is the `next` of the page before. */
export const page = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})

/** One page of a list; `next` is null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() })

/** An empty object: nothing is taken. */
export const nothing = z.strictObject({})

/** In an address `true` and `false` are words. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** Several values of one name in an address: `severity=error,warning`. */
export const listOf = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).max(50))
