/** When all is quiet and the server has stopped: what stands in the database and in the vault, against what was acknowledged. */
import { join } from 'node:path'
import { groundOf, inTransaction, openFolderVault, sealJournal, verifyJournal } from '@jiheng/store'
import { type RawBuilder, sql } from 'kysely'
import { openDatabase, type Where } from '../platform/office.ts'
import type { Acknowledged } from './work.ts'

export interface Check {
  readonly what: string
  readonly isHeld: boolean
  readonly figures: string
}

export async function checkAfterwards(where: Where, region: string, acknowledged: Acknowledged): Promise<readonly Check[]> {
  const connection = await openDatabase(where)
  const vault = await openFolderVault(join(where.folder, 'files'))
  const { db } = connection
  const checks: Check[] = []
  const check = (what: string, wrong: number, of: number) =>
    checks.push({ what, isHeld: wrong === 0, figures: wrong === 0 ? `${of}` : `${wrong} of ${of} wrong` })
  const rows = async <Row>(statement: RawBuilder<Row>): Promise<readonly Row[]> => (await statement.execute(db)).rows
  try {
    const documents = new Map(
      (await rows(sql<{ id: string; sha256: string; state: string }>`select id, sha256, state from documents`)).map((row) => [row.id, row]),
    )
    const { uploads, decisions, comments } = acknowledged
    check(
      'every acknowledged file is there with its bytes',
      uploads.filter(({ document, sha256 }) => documents.get(document)?.sha256 !== sha256).length,
      uploads.length,
    )
    check('every file was audited to the end', [...documents.values()].filter(({ state }) => state !== 'done').length, documents.size)
    const kept = counted(await rows(sql<{ key: string }>`select reason as key from decisions`))
    check(
      'every acknowledged decision is there exactly once',
      decisions.filter(({ reason }) => kept.get(reason) !== 1).length,
      decisions.length,
    )
    const states = await rows(sql<{ wrong: number; all: number }>`
      select count(*)::int as all, count(*) filter (where s.version <> (
        select count(*) from decisions d where d.series_id = s.series_id and d.finding_id = s.finding_id))::int as wrong from finding_states s`)
    check('the version of a decided finding is the number of its decisions', states[0]?.wrong ?? 1, states[0]?.all ?? 0)
    const written = counted(await rows(sql<{ key: string }>`select text as key from comments`))
    check(
      'every acknowledged comment is there exactly once',
      comments.filter(({ text }) => written.get(text) !== 1).length,
      comments.length,
    )
    const jobs = await rows(
      sql<{
        state: string
        kind: string
        ended: boolean
        document: string | null
      }>`select state, kind, ended_at is not null as ended, document_id as document from jobs`,
    )
    check(
      'every job has come to its end',
      jobs.filter(({ state, ended }) => (state !== 'done' && state !== 'dead') || !ended).length,
      jobs.length,
    )
    const audits = counted(await rows(sql<{ key: string }>`select document_id as key from audits`))
    const told = counted(await rows(sql<{ key: string }>`select subject_id as key from journal where event = 'document.audited'`))
    const ended = counted(
      jobs.filter(({ kind, state }) => kind === 'document.audit' && state === 'done').map(({ document }) => ({ key: document ?? '' })),
    )
    check(
      'every audit ended once: one result and one line of the journal a job',
      [...documents.keys()].filter((id) => audits.get(id) !== ended.get(id) || told.get(id) !== ended.get(id)).length,
      documents.size,
    )
    const told2 = await rows(sql<{ decisions: number; told: number }>`
      select (select count(*)::int from decisions) as decisions, (select count(*)::int from journal where event = 'finding.decided') as told`)
    check(
      'every decision has its line in the journal',
      Math.abs((told2[0]?.decisions ?? 0) - (told2[0]?.told ?? -1)),
      told2[0]?.decisions ?? 0,
    )
    await inTransaction(db, (transaction) => sealJournal(groundOf(transaction, new Date()), region, true))
    const verified = await verifyJournal({ db: db as never }, region, null)
    check('the journal verifies', verified.isWhole ? 0 : 1, verified.entries)
    let broken = 0
    const files = await rows(sql<{ sha256: string }>`select sha256 from files where bytes > 0`)
    for (const { sha256 } of files) if ((await vault.verify(sha256)) !== 'whole') broken++
    check('every file of the vault is whole', broken, files.length)
    check('the server gave no answer that it must not give', acknowledged.wrong.length, uploads.length + decisions.length + comments.length)
    for (const wrong of acknowledged.wrong.slice(0, 5)) console.error(wrong)
    return checks
  } finally {
    await connection.close()
  }
}

function counted(rows: readonly { readonly key: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
