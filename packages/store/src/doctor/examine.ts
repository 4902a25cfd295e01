/** Looks after an installation: what is kept, whether it is whole, and what has come to a stand. Changes nothing. */
import { type Kysely, sql } from 'kysely'
import type { Connection } from '../connection/connection.ts'
import { inTransaction } from '../connection/in-transaction.ts'
import { verifyJournal } from '../journal/verify.ts'
import { migrationNames, migrationsDone } from '../migrate.ts'
import type { Database } from '../tables.ts'
import type { DoctorFinding, ExamineOptions } from './doctor-finding.ts'
import { examineFiles } from './examine-files.ts'

/** One after another, as they are found. */
export async function* examine(options: ExamineOptions): AsyncGenerator<DoctorFinding> {
  const { connection, now } = options
  const { db } = connection
  const tables = await migrations(db)
  yield tables
  // Tables of another version cannot be asked.
  if (tables.level === 'bad') return
  yield await durability(connection)
  yield await clock(db, now)
  yield* examineFiles(options)
  yield* journal(db, now)
  yield* jobs(db, now)
}

async function migrations(db: Kysely<Database>): Promise<DoctorFinding> {
  const done = await migrationsDone(db)
  const [newer, lacking] = [done.filter((name) => !migrationNames.includes(name)), migrationNames.filter((name) => !done.includes(name))]
  const state = newer.length > 0 ? 'newer' : done.length === 0 ? 'none' : lacking.length > 0 ? 'older' : 'current'
  return {
    check: 'migrations',
    level: state === 'current' ? 'good' : 'bad',
    details: { state, names: [...newer, ...lacking].join(', '), count: done.length },
  }
}

/** The embedded one has shown it when it was opened; a served one says how it is set. */
async function durability({ kind, db, warnings }: Connection): Promise<DoctorFinding> {
  if (kind === 'embedded') {
    const isDurable = !warnings.includes('embedded.not-durable')
    return { check: 'durability', level: isDurable ? 'good' : 'bad', details: { kind, off: isDurable ? '' : 'fsync' } }
  }
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`.execute(db)
  const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name)
  return { check: 'durability', level: off.length === 0 ? 'good' : 'bad', details: { kind, off: off.join(', ') } }
}

const mostSkewSeconds = 30

/** Of two machines, and against what was written already: a clock that goes back brings ids and days into disorder. */
async function clock(db: Kysely<Database>, now: Date): Promise<DoctorFinding> {
  const { rows } = await sql<{ at: Date; newest: Date | null }>`
    select clock_timestamp() as at, (select max(j.newest) from regions r
      cross join lateral (select max(at) as newest from journal where region_id = r.id) j) as newest`.execute(db)
  const seconds = Math.round(((rows[0]?.at.getTime() ?? now.getTime()) - now.getTime()) / 1000)
  const ahead = Math.max(0, Math.round(((rows[0]?.newest?.getTime() ?? 0) - now.getTime()) / 1000))
  const isBad = Math.abs(seconds) > mostSkewSeconds || ahead > mostSkewSeconds
  return { check: 'clock', level: isBad ? 'warning' : 'good', details: { seconds, ahead } }
}

/** Sealed every minute: older ones without a seal say that no server has run well since. */
const sealedWithinMs = 15 * 60_000

async function* journal(db: Kysely<Database>, now: Date): AsyncGenerator<DoctorFinding> {
  const regions = await db.selectFrom('regions').select('id').orderBy('id').execute()
  for (const { id: region } of regions) {
    const { isWhole, seals, entries, broken } = await inTransaction(db, (tx) => verifyJournal({ db: tx }, region, null))
    const details = { region, seals, entries, seal: broken?.seal ?? 0, why: broken?.why ?? '' }
    yield { check: 'journal', level: isWhole ? 'good' : 'bad', details }
    const { count } = await db
      .selectFrom('journal')
      .select(sql<number>`count(*)::integer`.as('count'))
      .where('region_id', '=', region)
      .where('seal', 'is', null)
      .where('at', '<', new Date(now.getTime() - sealedWithinMs))
      .executeTakeFirstOrThrow()
    if (count > 0) yield { check: 'journal-unsealed', level: 'warning', details: { region, count } }
  }
}

const stuckAfterMs = 15 * 60_000
const waitingTooLongMs = 3600_000

async function* jobs(db: Kysely<Database>, now: Date): AsyncGenerator<DoctorFinding> {
  const { rows } = await sql<{ dead: number; stuck: number; waiting: number; why: string | null }>`
    select count(*) filter (where state = 'dead')::integer as dead,
      count(*) filter (where state = 'running' and locked_until < ${new Date(now.getTime() - stuckAfterMs)})::integer as stuck,
      count(*) filter (where state = 'ready' and run_at < ${new Date(now.getTime() - waitingTooLongMs)})::integer as waiting,
      (select last_error from jobs where state = 'dead' order by ended_at desc nulls last limit 1) as why
    from jobs`.execute(db)
  const { dead, stuck, waiting, why } = rows[0] ?? { dead: 0, stuck: 0, waiting: 0, why: null }
  yield { check: 'jobs-stuck', level: stuck > 0 ? 'warning' : 'good', details: { count: stuck } }
  if (waiting > 0) yield { check: 'jobs-waiting', level: 'warning', details: { count: waiting } }
  if (dead > 0) yield { check: 'jobs-dead', level: 'warning', details: { count: dead, why: why ?? '' } }
}
