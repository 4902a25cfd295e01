/** What a database refuses in the ordinary course of work, as values. Whatever is not in the table is a bug of ours and stays an exception. */

export type RefusalKind =
  /** A row with this key is there. */
  | 'duplicate'
  /** A foreign key: what is pointed at is missing, or what is deleted is pointed at. */
  | 'reference'
  | 'check'
  | 'missing-value'
  | 'too-long'
  /** Given up for another transaction; worth another try. */
  | 'conflict'
  /** Somebody holds the row, and it was said not to wait. */
  | 'locked'
  | 'timeout'
  /** No connection was free in time. */
  | 'busy'
  | 'unreachable'

export interface DatabaseRefusal {
  readonly kind: RefusalKind
  readonly constraint: string | null
  readonly table: string | null
}

const byState: Readonly<Record<string, RefusalKind>> = {
  '23505': 'duplicate',
  '23503': 'reference',
  '23514': 'check',
  '23502': 'missing-value',
  '22001': 'too-long',
  '40001': 'conflict',
  '40P01': 'conflict',
  '55P03': 'locked',
  '57014': 'timeout',
  '25P03': 'timeout',
  '53300': 'busy',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOENT: 'unreachable',
  ENOTFOUND: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
}

/** The driver gives these no code. */
const byMessage: Readonly<Record<string, RefusalKind>> = {
  'timeout exceeded when trying to connect': 'busy',
  'Connection terminated unexpectedly': 'unreachable',
  'Connection terminated': 'unreachable',
  'Connection terminated due to connection timeout': 'unreachable',
  'Client has encountered a connection error and is not queryable': 'unreachable',
}

/** Null for everything that is not an expected refusal. */
export function refusalOf(error: unknown): DatabaseRefusal | null {
  if (!(error instanceof Error)) return null
  const { code, constraint, table, message } = error as Error & { code?: unknown; constraint?: unknown; table?: unknown }
  const kind = typeof code === 'string' ? kindOf(code) : byMessage[message]
  return kind === undefined ? null : { kind, constraint: textOrNull(constraint), table: textOrNull(table) }
}

const kindOf = (code: string): RefusalKind | undefined => (/^08...$/.test(code) ? 'unreachable' : byState[code])

const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
