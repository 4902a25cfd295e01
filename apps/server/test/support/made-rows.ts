/** Documents and findings as an audit leaves them, put into the tables as they are: thousands in a moment. */
import type { Ground } from '@jiheng/store'

export interface MadeDocument {
  readonly id: string
  readonly unitPrinted: string | null
  readonly organisation: string | null
  readonly state: 'done' | 'failed' | 'cancelled'
  readonly review: 'waiting' | 'returned' | 'passed'
  readonly receivedAt: Date
  readonly findings: readonly MadeFinding[]
}

export interface MadeFinding {
  readonly number: number
  readonly severity: 'error' | 'warning' | 'info'
  readonly kind: string
  readonly check: string
  readonly status: 'open' | 'dismissed' | 'returned'
  readonly message: string
}

export interface Place {
  readonly region: string
  readonly batch: string
  readonly bureau: string
  readonly person: string
}

const rowsEach = 200
const sha256 = 'a'.repeat(64)
const year = 2024

export async function putDocuments({ db, now }: Ground, place: Place, documents: readonly MadeDocument[]): Promise<void> {
  const { region, batch, bureau, person } = place
  await db
    .insertInto('files')
    .values({ region_id: region, sha256, bytes: 1, received_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const rows = documents.map(({ id, unitPrinted, organisation, state, review, receivedAt, findings }) => {
    const count = (severity: MadeFinding['severity']) => findings.filter((one) => one.severity === severity).length
    return {
      region_id: region,
      id,
      batch_id: batch,
      scope_organisation_id: organisation ?? bureau,
      scope_year: year,
      organisation_id: organisation,
      unit_printed: unitPrinted,
      title: `${unitPrinted ?? '某单位'}绩效自评报告`,
      year,
      kind: 'department' as const,
      reports: 1,
      file_name: '自评.docx',
      format: 'docx',
      sha256,
      bytes: 1,
      state,
      stage: 'submitted' as const,
      review,
      statement: null,
      series_id: id,
      replaces_id: null,
      replaced_by_id: null,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      open_findings: findings.filter(({ status }) => status === 'open').length,
      received_by: person,
      received_at: receivedAt,
      submitted_at: receivedAt,
      ended_at: receivedAt,
    }
  })
  for (const some of pieces(rows)) await db.insertInto('documents').values(some).execute()
  const all = documents.flatMap(({ id, unitPrinted, findings }) => findings.map((finding) => ({ id, unitPrinted, finding })))
  const found = all.map(({ id, unitPrinted, finding }) => {
    const { number, severity, kind, check, message } = finding
    const view = viewOf(finding)
    const own = { region_id: region, document_id: id, finding_id: view.id, number, report: 0, check_id: check, kind, severity }
    return {
      ...own,
      ...{ unit_printed: unitPrinted, title: view.title, message, words: '1250.00万元', place: `第${number}行`, expected: '1260.00万元' },
      content: JSON.stringify(view),
    }
  })
  for (const some of pieces(found)) await db.insertInto('findings').values(some).execute()
  const decided = all
    .filter(({ finding }) => finding.status !== 'open')
    .map(({ id, finding: { number, status } }) => ({
      ...{ region_id: region, series_id: id, finding_id: `f${number}`, status, decided_by: person, decided_at: now, version: 1 },
    }))
  for (const some of pieces(decided)) await db.insertInto('finding_states').values(some).execute()
}

/** What issueRowOf and the pages need of it. */
function viewOf({ number, severity, kind, check, message }: MadeFinding) {
  const text = '全年支出合计1250.00万元，其中：基本支出860.00万元，项目支出400.00万元。'
  const quote = { text, from: 6, to: 13, mark: null, place: `第${number}行`, line: number, page: null, cell: null }
  return {
    ...{ id: `f${number}`, number, report: 0, check, kind, kindWords: '合计', severity, title: '合计与分项之和不一致', message },
    computation: '860.00 + 400.00 = 1,260.00 ≠ 1,250.00',
    steps: ['基本支出860.00万元', '项目支出400.00万元', '两项之和1,260.00万元'],
    citation: null,
    expected: '1260.00万元',
    repair: { from: '1250.00', to: '1260.00', reason: '按分项之和', alternatives: [] },
    quotes: [quote],
    related: [{ message: '分项在这里', computation: '', quote }],
  }
}

function* pieces<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += rowsEach) yield rows.slice(at, at + rowsEach)
}
