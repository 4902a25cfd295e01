/** What a person decides about a finding. Kept by its stable id, so that it holds for the next audit and the next version. */
import { type Finding, type FindingStatus, Refusal } from '@jiheng/contract'
import { byViewer, record } from '../../journal/record.ts'
import type { Work } from '../../work.ts'
import { type Act, demand, type HeldDocument, heldDocument, isReviewer, mayOf } from '../documents/may.ts'
import { recount } from '../documents/series.ts'
import { readFindings } from './document-findings.ts'

export interface NewDecision {
  readonly status: FindingStatus
  readonly reason: string
  /** Of the decision that the person saw; 0 where there was none. */
  readonly version: number
}

const acts: Readonly<Record<Exclude<FindingStatus, 'open'>, Act>> = {
  dismissed: 'dismiss',
  returned: 'return-finding',
  asked: 'ask',
  answered: 'answer',
}
const words: Readonly<Record<FindingStatus, string>> = {
  open: '收回处理',
  dismissed: '核实无误',
  returned: '列入退回',
  asked: '询问单位',
  answered: '答复',
}

/** Throws thing.not-found, thing.changed, permission.missing, document.wrong-stage, finding.reason-needed, request.invalid. */
export async function decideFinding(work: Work, documentId: string, findingId: string, decision: NewDecision): Promise<Finding> {
  const { db, viewer, now, newId } = work
  const { status, reason, version } = decision
  const one = await heldDocument(work, documentId, true)
  const { document, held } = one
  const found = await db
    .selectFrom('findings')
    .select(['number', 'title'])
    .where('region_id', '=', document.region_id)
    .where('document_id', '=', documentId)
    .where('finding_id', '=', findingId)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('thing.not-found')
  const key = { region_id: document.region_id, series_id: document.series_id, finding_id: findingId }
  const known = await db
    .selectFrom('finding_states as s')
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 's.region_id').onRef('a.id', '=', 's.decided_by'))
    .select(['s.status', 's.version', 'a.name'])
    .where('s.region_id', '=', key.region_id)
    .where('s.series_id', '=', key.series_id)
    .where('s.finding_id', '=', key.finding_id)
    .forUpdate('s')
    .executeTakeFirst()
  demandStatus(one, status, known?.status ?? 'open')
  if ((known?.version ?? 0) !== version) throw new Refusal('thing.changed', { details: { who: known?.name ?? '别人' } })
  demandReason(status, reason)
  const by = { decided_by: viewer.accountId, decided_at: now }
  const written = await db
    .insertInto('finding_states')
    .values({ ...key, status, ...by, version: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'series_id', 'finding_id'])
        .doUpdateSet({ status, ...by, version: version + 1 })
        .where('finding_states.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst()
  // Somebody decided first about another version of the same document, which was not locked.
  if (written === undefined) throw new Refusal('thing.changed', { details: { who: '别人' } })
  await db
    .insertInto('decisions')
    .values({ ...key, id: newId(), document_id: documentId, status, reason, ...by })
    .execute()
  await recount(work, key.region_id, key.series_id)
  await record(work, 'finding.decided', {
    ...byViewer(viewer),
    subject: { kind: 'document', id: documentId },
    details: { number: found.number, title: found.title, status: words[status], finding: findingId },
  })
  return (await readFindings(work, document, isReviewer(held), findingId))[0] as Finding
}

/** To take something back wants what setting it wanted. An answer goes with its question, which only they take back who ask. */
function demandStatus(one: HeldDocument, status: FindingStatus, before: FindingStatus): void {
  const takenBack = before === 'answered' ? 'asked' : before
  const meant = status === 'open' ? takenBack : status
  if (meant === 'open') demandAny(one)
  else demand(one, acts[meant], words[status])
}

/** Nothing was decided, or somebody has taken it back meanwhile: whoever could decide now is told so by the version. */
function demandAny(one: HeldDocument): void {
  const may = mayOf(one)
  if (!Object.values(acts).some((act) => may.includes(act))) demand(one, 'dismiss', words.open)
}

function demandReason(status: FindingStatus, reason: string): void {
  if (reason !== '') return
  if (status === 'dismissed') throw new Refusal('finding.reason-needed', { at: ['body', 'reason'] })
  if (status === 'answered') {
    throw new Refusal('request.invalid', { at: ['body', 'reason'], details: { where: '答复', why: '请写明答复的内容' } })
  }
}
