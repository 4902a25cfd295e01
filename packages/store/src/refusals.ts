/** What a database refuses in the ordinary course of work, as values. Whatever is not in the tables is a bug of ours and stays an exception. */

export type RefusalKind =
  /** A row with this key is there already. */
  | 'exists'
  /** Something that is pointed at is not there, or something that is pointed at cannot go. */
  | 'dangling'
  /** A value that the column does not take. */
  | 'bad-value'
  /** Somebody else was at the same rows: it may be tried again. */
  | 'contended'
  | 'timeout'
  /** No connection, or none free. */
  | 'unavailable'

export interface DatabaseRefusal {
  readonly kind: RefusalKind
  readonly constraint: string | null
  readonly table: string | null
}

/** By the state that PostgreSQL gives; appendix A of its manual. */
const byState: Readonly<Record<string, RefusalKind>> = {
  '23505': 'exists',
  '23503': 'dangling',
  '23514': 'bad-value',
  '23502': 'bad-value',
  '22001': 'bad-value',
  '22021': 'bad-value',
  '40001': 'contended',
  '40P01': 'contended',
  '55P03': 'contended',
  '57014': 'timeout',
  '25P03': 'timeout',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
}

/** The driver and its pool give these no code. */
const byMessage: Readonly<Record<string, RefusalKind>> = {
  'timeout exceeded when trying to connect': 'unavailable',
  'Connection terminated': 'unavailable',
  'Connection terminated unexpectedly': 'unavailable',
  'Connection terminated due to connection timeout': 'unavailable',
  'Client has encountered a connection error and is not queryable': 'unavailable',
  'Query read timeout': 'timeout',
}

/** A file that is missing has a code as well; only what speaks over a connection tells of the database. */
const networkCalls: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo', 'read', 'write'])
const networkCodes: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

/** Null for everything that is not an expected refusal. */
export function translateRefusal(error: unknown): DatabaseRefusal | null {
  if (!(error instanceof Error)) return null
  const told = error as Error & Partial<Record<'code' | 'constraint' | 'table' | 'syscall', unknown>>
  const kind = kindOf(told)
  return kind === null ? null : { kind, constraint: textOrNull(told.constraint), table: textOrNull(told.table) }
}

function kindOf({ code, syscall, message }: Error & { readonly code?: unknown; readonly syscall?: unknown }): RefusalKind | null {
  if (typeof code !== 'string') return byMessage[message] ?? null
  if (/^08...$/.test(code)) return 'unavailable'
  // The socket file of a server that is down.
  if (code === 'ENOENT' && syscall === 'connect') return 'unavailable'
  if (networkCalls.has(syscall) && networkCodes.has(code)) return 'unavailable'
  return byState[code] ?? null
}

const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
