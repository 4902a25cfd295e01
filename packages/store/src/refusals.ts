/** The database refuses; here its refusals become values. What is not here is a bug. */

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

const kinds: Readonly<Record<string, RefusalKind>> = {
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
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  ENOENT: 'unavailable',
}

/** null: not a refusal of the database. */
export function translateRefusal(error: unknown): DatabaseRefusal | null {
  if (!(error instanceof Error)) return null
  const { code, constraint, table, message } = error as Error & Partial<Record<'code' | 'constraint' | 'table', unknown>>
  const kind = kindOf(typeof code === 'string' ? code : '', message)
  if (kind === null) return null
  return { kind, constraint: typeof constraint === 'string' ? constraint : null, table: typeof table === 'string' ? table : null }
}

function kindOf(code: string, message: string): RefusalKind | null {
  const known = kinds[code]
  if (known !== undefined) return known
  if (/^08/.test(code)) return 'unavailable'
  // What the pool itself says, without a code.
  if (/^timeout exceeded when trying to connect|^Connection terminated|^Client has encountered a connection error/.test(message))
    return 'unavailable'
  return /^Query read timeout/.test(message) ? 'timeout' : null
}
