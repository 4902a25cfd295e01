/** The tables as queries see them. The statements that make them are in migrations/. */

import type { Permission } from '@jiheng/contract'
import type { Dated } from '@jiheng/evaluation'
import type { ColumnType } from 'kysely'

/** Read as a Date; written as one. */
export type Instant = ColumnType<Date, Date, Date>
/** jsonb: read as the value, written as its text. */
export type Json<Value> = ColumnType<Value, string, string>
/** bigint: read as canonical decimal text, so that nothing is rounded. */
export type Big = ColumnType<string, string | number | bigint, string | number | bigint>
/** A column that has a default. */
type Defaulted<Value> = ColumnType<Value, Value | undefined, Value>

export interface RegionRow {
  id: string
  codes: Json<readonly Dated<string>[]>
  names: Json<readonly Dated<string>[]>
  parent_id: string | null
  created_at: Instant
}

export interface SignInNameRow {
  /** In small letters. */
  name: string
  region_id: string
  account_id: string
}

export interface SignOnSubjectRow {
  issuer: string
  subject: string
  region_id: string
  account_id: string
}

export interface AccountRow {
  region_id: string
  id: string
  name: string
  login_name: string
  password_hash: string | null
  is_disabled: Defaulted<boolean>
  failed_sign_ins: Defaulted<number>
  locked_until: Instant | null
  totp_secret: string | null
  totp_confirmed_at: Instant | null
  totp_last_step: Big | null
  spare_code_hashes: ColumnType<readonly string[], string | undefined, string>
  sign_on_subject: string | null
  last_seen_at: Instant | null
  created_at: Instant
  version: Defaulted<number>
}

export interface RoleRow {
  region_id: string
  id: string
  name: string
  permissions: Json<readonly Permission[]>
  created_at: Instant
  version: Defaulted<number>
}

export interface PostRow {
  region_id: string
  id: string
  account_id: string
  role_id: string
  /** null: the whole region. */
  organisation_id: string | null
  from_day: string
  to_day: string | null
  created_at: Instant
}

export interface HandOverRow {
  region_id: string
  id: string
  post_id: string
  from_account_id: string
  to_account_id: string
  organisation_id: string | null
  role_name: string
  day: string
  note: string
  open_documents: number
  open_questions: number
  created_at: Instant
}

export interface SessionRow {
  region_id: string
  id: string
  account_id: string
  token_hash: string
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
  device: string
  address: string
}

export interface ApiTokenRow {
  region_id: string
  id: string
  account_id: string
  name: string
  permissions: Json<readonly Permission[]>
  token_hash: string
  created_at: Instant
  expires_at: Instant
  last_used_at: Instant | null
}

export interface LinkRow {
  region_id: string
  id: string
  account_id: string
  kind: 'invite' | 'reset'
  token_hash: string
  created_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

export type OrganisationKind = 'department' | 'own-level' | 'subordinate' | 'outside'

export interface OrganisationRow {
  region_id: string
  id: string
  kind: OrganisationKind
  is_bureau: boolean
  is_government: boolean
  names: Json<readonly Dated<string>[]>
  codes: Json<readonly Dated<string>[]>
  aliases: Json<readonly string[]>
  parents: Json<readonly Dated<string>[]>
  from_day: string
  to_day: string | null
  created_at: Instant
  version: Defaulted<number>
}

export interface OrganisationChangeRow {
  region_id: string
  id: string
  kind: 'merge' | 'split' | 'move' | 'rename'
  day: string
  before: Json<readonly string[]>
  after: Json<readonly string[]>
  takes_over: string
  document: string
  created_at: Instant
}

export interface OrganisationYearRow {
  region_id: string
  year: number
  organisation_id: string
  name: string
  code: string | null
  parent_id: string | null
  /** Order in the list of the year. */
  position: number
}

export interface OrganisationScopeRow {
  region_id: string
  year: number
  /** Above the organisation, or itself. */
  ancestor_id: string
  organisation_id: string
}

export interface FileRow {
  region_id: string
  sha256: string
  bytes: Big
  received_at: Instant
}

/** Words that stand in two reports of a batch, the earlier one first. */
export interface SharedPassage {
  readonly excerpt: string
  /** How many such places there are. */
  readonly places: number
  readonly severity: 'warning' | 'info' | 'error'
  readonly documents: readonly {
    readonly id: string
    readonly report: number
    readonly unit: string | null
    readonly line: number | null
  }[]
}

export interface BatchRow {
  region_id: string
  id: string
  title: string
  purpose: 'review' | 'self-check'
  organisation_id: string
  year: number
  scope_year: number
  scheme: string | null
  is_cancelled: Defaulted<boolean>
  created_by: string
  created_at: Instant
  finished_at: Instant | null
  /** Passages that several reports share. */
  shared: ColumnType<readonly SharedPassage[], string | undefined, string>
  version: Defaulted<number>
}

export type ProgressState = 'waiting' | 'running' | 'done' | 'unread' | 'failed' | 'cancelled'
export type Stage = 'private' | 'submitted' | 'published'

export interface DocumentRow {
  region_id: string
  id: string
  batch_id: string
  /** Whose scope governs it: its unit, or who received it while the unit is not known. */
  scope_organisation_id: string
  /** Of the tree by which it is governed: its own year, or the nearest that has one. */
  scope_year: number
  organisation_id: string | null
  unit_printed: string | null
  title: string
  year: number
  kind: 'department' | 'unit' | 'project' | 'management-appraisal' | 'unknown'
  /** A person said whose it is, of which year, and what: an audit does not say otherwise. */
  is_assigned: Defaulted<boolean>
  reports: Defaulted<number>
  file_name: string
  folder: Defaulted<string>
  format: string | null
  sha256: string
  bytes: Big
  state: ProgressState
  stage: Stage
  review: 'waiting' | 'returned' | 'passed'
  notes: ColumnType<readonly string[], string | undefined, string>
  statement: string | null
  /** Id of the first version: decisions are kept by it. */
  series_id: string
  replaces_id: string | null
  replaced_by_id: string | null
  errors: Defaulted<number>
  warnings: Defaulted<number>
  infos: Defaulted<number>
  open_findings: Defaulted<number>
  received_by: string
  received_at: Instant
  submitted_at: Instant | null
  ended_at: Instant | null
  version: Defaulted<number>
}

export interface AuditRow {
  region_id: string
  document_id: string
  id: string
  engine: string
  catalogue: string
  schemes: Json<readonly string[]>
  /** The SourceDocument, as a file of the vault. */
  source_sha256: string
  /** The AuditResult, as a file of the vault. */
  result_sha256: string
  sketches: Json<readonly unknown[]>
  coverage: Json<unknown>
  untold: Json<readonly unknown[]>
  seconds: number
  audited_at: Instant
}

export interface FindingRow {
  region_id: string
  document_id: string
  finding_id: string
  number: number
  report: number
  check_id: string
  kind: string
  severity: 'error' | 'warning' | 'info'
  unit_printed: string | null
  title: string
  message: string
  words: string
  place: string
  expected: string | null
  /** The finding as a page shows it: `Finding` of the contract without what people decided. */
  content: Json<unknown>
}

export type FindingStatus = 'open' | 'returned' | 'dismissed' | 'asked' | 'answered'

export interface FindingStateRow {
  region_id: string
  series_id: string
  finding_id: string
  status: FindingStatus
  decided_by: string
  decided_at: Instant
  version: number
}

export interface DecisionRow {
  region_id: string
  id: string
  series_id: string
  document_id: string
  finding_id: string
  status: FindingStatus
  reason: string
  decided_by: string
  decided_at: Instant
}

export interface CommentRow {
  region_id: string
  id: string
  series_id: string
  document_id: string
  finding_id: string | null
  audience: 'reviewers' | 'all'
  text: string
  written_by: string
  written_at: Instant
}

export interface ReviewRow {
  region_id: string
  id: string
  document_id: string
  decision: 'returned' | 'passed' | 'withdrawn' | 'submitted' | 'published'
  opinion: string
  due: string | null
  decided_by: string
  decided_at: Instant
}

export type JobKind = 'document.audit' | 'archive.open' | 'batch.compare' | 'batch.pack'
export type JobState = 'ready' | 'running' | 'done' | 'dead' | 'cancelled'

export interface JobRow {
  region_id: string
  id: string
  kind: JobKind
  batch_id: string | null
  document_id: string | null
  input: Json<Readonly<Record<string, unknown>>>
  state: JobState
  priority: Defaulted<number>
  attempts: Defaulted<number>
  run_at: Instant
  locked_until: Instant | null
  locked_by: string | null
  progress: number | null
  last_error: string | null
  result: Json<Readonly<Record<string, unknown>>> | null
  created_by: string | null
  created_at: Instant
  ended_at: Instant | null
}

export interface JournalRow {
  region_id: string
  /** Rises with time: version 7. */
  id: string
  at: Instant
  actor_id: string | null
  actor_name: string | null
  event: string
  subject_kind: string | null
  subject_id: string | null
  details: Json<Readonly<Record<string, string | number | boolean | null>>>
  seal: number | null
}

export interface JournalSealRow {
  region_id: string
  number: number
  entries: number
  digest: string
  previous: string
  sealed_at: Instant
}

export interface IdempotencyKeyRow {
  region_id: string
  account_id: string
  key: string
  request_digest: string
  status: number | null
  answer: Json<unknown> | null
  created_at: Instant
}

export interface LocalStateRow {
  name: string
  value: Json<unknown>
}

export interface Database {
  regions: RegionRow
  sign_in_names: SignInNameRow
  sign_on_subjects: SignOnSubjectRow
  accounts: AccountRow
  roles: RoleRow
  posts: PostRow
  hand_overs: HandOverRow
  sessions: SessionRow
  api_tokens: ApiTokenRow
  links: LinkRow
  organisations: OrganisationRow
  organisation_changes: OrganisationChangeRow
  organisation_years: OrganisationYearRow
  organisation_scopes: OrganisationScopeRow
  files: FileRow
  batches: BatchRow
  documents: DocumentRow
  audits: AuditRow
  findings: FindingRow
  finding_states: FindingStateRow
  decisions: DecisionRow
  comments: CommentRow
  reviews: ReviewRow
  jobs: JobRow
  journal: JournalRow
  journal_seals: JournalSealRow
  idempotency_keys: IdempotencyKeyRow
  local_state: LocalStateRow
}

export type TableName = keyof Database

/**
 * How a table is spread over several machines (Citus): sharded by region, copied to each (reference), or kept where jobs and
 * set-up are (local). In the order in which rows can be written without breaking a foreign key.
 */
export const tableKinds = {
  regions: 'reference',
  sign_in_names: 'reference',
  sign_on_subjects: 'reference',
  accounts: 'sharded',
  roles: 'sharded',
  organisations: 'sharded',
  organisation_changes: 'sharded',
  organisation_years: 'sharded',
  organisation_scopes: 'sharded',
  posts: 'sharded',
  hand_overs: 'sharded',
  sessions: 'sharded',
  api_tokens: 'sharded',
  links: 'sharded',
  files: 'sharded',
  batches: 'sharded',
  documents: 'sharded',
  audits: 'sharded',
  findings: 'sharded',
  finding_states: 'sharded',
  decisions: 'sharded',
  comments: 'sharded',
  reviews: 'sharded',
  jobs: 'local',
  journal_seals: 'sharded',
  journal: 'sharded',
  idempotency_keys: 'sharded',
  local_state: 'local',
} as const satisfies Record<TableName, 'sharded' | 'reference' | 'local'>
