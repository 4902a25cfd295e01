/** The vault against the table of files: what is named and gone or changed, and what lies there and nobody names. */
import { type Kysely, sql } from 'kysely'
import { emptyDigest } from '../queries/files.ts'
import type { Database } from '../tables.ts'
import type { Vault } from '../vault/vault.ts'
import type { DoctorFinding, ExamineOptions } from './doctor-finding.ts'

/** Names are fetched by so many. */
const AT_ONCE = 1000

export async function* examineFiles({ connection: { db }, vault, readFiles }: Omit<ExamineOptions, 'now'>): AsyncGenerator<DoctorFinding> {
  let [count, faults] = [0, 0]
  for await (const sha256 of namedFiles(db)) {
    count++
    const state = readFiles ? await vault.verify(sha256) : (await vault.has(sha256)) ? 'whole' : 'gone'
    if (state === 'whole') continue
    faults++
    yield { check: state === 'gone' ? 'file-gone' : 'file-changed', level: 'bad', details: { sha256 } }
  }
  if (faults === 0) yield { check: 'files', level: 'good', details: { count, read: readFiles ? 1 : 0 } }
  yield* orphans(db, vault)
}

/** Each once, though several regions may name it. */
async function* namedFiles(db: Kysely<Database>): AsyncGenerator<string> {
  for (let last = ''; ; ) {
    const { rows } = await sql<{ sha256: string }>`
      select distinct sha256 collate "C" as sha256 from files where sha256 collate "C" > ${last} and sha256 <> ${emptyDigest}
      order by 1 limit ${sql.lit(AT_ONCE)}`.execute(db)
    for (const { sha256 } of rows) yield sha256
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)?.sha256 ?? ''
  }
}

/** A request that broke off leaves its bytes behind; they harm nobody. */
async function* orphans(db: Kysely<Database>, vault: Vault): AsyncGenerator<DoctorFinding> {
  let [count, bytes, part]: [number, number, { sha256: string; bytes: number }[]] = [0, 0, []]
  const look = async () => {
    const named = await namesAmong(
      db,
      part.map(({ sha256 }) => sha256),
    )
    for (const one of part.filter(({ sha256 }) => !named.has(sha256))) {
      count++
      bytes += one.bytes
    }
    part = []
  }
  for await (const kept of vault.list()) {
    part.push(kept)
    if (part.length === AT_ONCE) await look()
  }
  await look()
  if (count > 0) yield { check: 'file-orphan', level: 'warning', details: { count, bytes } }
}

async function namesAmong(db: Kysely<Database>, digests: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha256: string }>`select distinct sha256 from files where sha256 = any(${[...digests]}::text[])`.execute(db)
  return new Set(rows.map(({ sha256 }) => sha256))
}
