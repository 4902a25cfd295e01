/**
 * Transactions, and the rule that inside one nothing asks the root database: on the embedded one, which has a single connection, that would wait for itself; on a
 * served one it would silently run beside the transaction. Both are a bug, said at once.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { type Driver, Kysely, PostgresDialect, type PostgresPool, type Transaction } from 'kysely'
import { translateRefusal } from '../refusals.ts'

const RETRIES = 3

/** Turned off at the end, so that work begun in a transaction and not waited for may ask later. */
interface Inside {
  isOpen: boolean
}

const insides = new WeakMap<object, AsyncLocalStorage<Inside>>()

/** A database whose root refuses queries while the caller is inside `inTransaction` of it. */
export function guardedDatabase<DB>(pool: PostgresPool): Kysely<DB> {
  const inside = new AsyncLocalStorage<Inside>()
  const dialect = new PostgresDialect({ pool })
  const createDriver = () => guarded(dialect.createDriver(), inside)
  const db = new Kysely<DB>({
    dialect: {
      createDriver,
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (kysely) => dialect.createIntrospector(kysely),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  })
  insides.set(db, inside)
  return db
}

function guarded(driver: Driver, inside: AsyncLocalStorage<Inside>): Driver {
  const acquire = driver.acquireConnection.bind(driver)
  driver.acquireConnection = async (...options) => {
    if (inside.getStore()?.isOpen === true) {
      throw new Error('the root database was asked inside a transaction: use the transaction that was handed in')
    }
    return acquire(...options)
  }
  return driver
}

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
}

/**
 * Commits what `run` did, or nothing of it. When the database gave it up for the sake of another transaction, `run` is called again, three times at most: it must
 * change nothing but the database. Throws what `run` threw, or what the database said.
 */
export async function inTransaction<DB, Result>(
  db: Kysely<DB>,
  run: (transaction: Transaction<DB>) => Promise<Result>,
  { isolation = 'read committed' }: TransactionOptions = {},
): Promise<Result> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(db, run, isolation)
    } catch (error) {
      if (attempt === RETRIES || translateRefusal(error)?.kind !== 'contended') throw error
      await wait(2 ** attempt * (10 + Math.random() * 10))
    }
  }
}

async function once<DB, Result>(
  db: Kysely<DB>,
  run: (transaction: Transaction<DB>) => Promise<Result>,
  isolation: NonNullable<TransactionOptions['isolation']>,
): Promise<Result> {
  const storage = insides.get(db)
  const inside: Inside = { isOpen: true }
  let cause: { readonly error: unknown } | null = null
  const noted = async (transaction: Transaction<DB>): Promise<Result> => {
    try {
      return await (storage === undefined ? run(transaction) : storage.run(inside, run, transaction))
    } catch (error) {
      cause = { error }
      throw error
    } finally {
      inside.isOpen = false
    }
  }
  try {
    return await db.transaction().setIsolationLevel(isolation).execute(noted)
  } catch (error) {
    // When the connection is gone the rollback fails as well, and would hide why.
    throw (cause as { readonly error: unknown } | null)?.error ?? error
  }
}
