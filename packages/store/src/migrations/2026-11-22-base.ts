/** The tables of the platform's base. Foreign keys come in a step of their own: on Citus tables are distributed between the two. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

export const statements: readonly string[] = [
  // Reference tables: small, the same on every node.
  `create table regions (
     id uuid primary key,
     codes jsonb not null,
     names jsonb not null,
     parent_id uuid,
     created_at timestamptz not null
   )`,
  // A sign-in name leads to its region; without it every request would have to ask every shard.
  `create table sign_in_names (
     name text primary key check (name = lower(name)),
     region_id uuid not null,
     account_id uuid not null
   )`,
  `create table sign_on_subjects (
     issuer text not null,
     subject text not null,
     region_id uuid not null,
     account_id uuid not null,
     primary key (issuer, subject)
   )`,

  // People.
  `create table accounts (
     region_id uuid not null,
     id uuid not null,
     name text not null,
     login_name text not null,
     password_hash text,
     is_disabled boolean not null default false,
     failed_sign_ins integer not null default 0 check (failed_sign_ins >= 0),
     locked_until timestamptz,
     totp_secret text,
     totp_confirmed_at timestamptz,
     totp_last_step bigint,
     spare_code_hashes jsonb not null default '[]',
     sign_on_subject text,
     last_seen_at timestamptz,
     created_at timestamptz not null,
     version integer not null default 0,
     primary key (region_id, id)
   )`,
  `create index accounts_by_name on accounts (region_id, name, id)`,
  `create table roles (
     region_id uuid not null,
     id uuid not null,
     name text not null,
     permissions jsonb not null,
     created_at timestamptz not null,
     version integer not null default 0,
     primary key (region_id, id),
     constraint roles_name unique (region_id, name)
   )`,
  `create table posts (
     region_id uuid not null,
     id uuid not null,
     account_id uuid not null,
     role_id uuid not null,
     organisation_id uuid,
     from_day date not null,
     to_day date,
     created_at timestamptz not null,
     primary key (region_id, id),
     check (to_day is null or to_day >= from_day)
   )`,
  `create index posts_by_account on posts (region_id, account_id)`,
  `create index posts_by_organisation on posts (region_id, organisation_id)`,
  `create table hand_overs (
     region_id uuid not null,
     id uuid not null,
     post_id uuid not null,
     from_account_id uuid not null,
     to_account_id uuid not null,
     organisation_id uuid,
     role_name text not null,
     day date not null,
     note text not null,
     open_documents integer not null,
     open_questions integer not null,
     created_at timestamptz not null,
     primary key (region_id, id)
   )`,
  `create table sessions (
     region_id uuid not null,
     id uuid not null,
     account_id uuid not null,
     token_hash text not null,
     created_at timestamptz not null,
     last_seen_at timestamptz not null,
     expires_at timestamptz not null,
     device text not null,
     address text not null,
     primary key (region_id, id),
     constraint sessions_token unique (region_id, token_hash)
   )`,
  `create index sessions_by_account on sessions (region_id, account_id)`,
  `create table api_tokens (
     region_id uuid not null,
     id uuid not null,
     account_id uuid not null,
     name text not null,
     permissions jsonb not null,
     token_hash text not null,
     created_at timestamptz not null,
     expires_at timestamptz not null,
     last_used_at timestamptz,
     primary key (region_id, id),
     constraint api_tokens_token unique (region_id, token_hash)
   )`,
  `create index api_tokens_by_account on api_tokens (region_id, account_id)`,
  // One-time links: invitations and resets. The first set-up has its own in local_state.
  `create table links (
     region_id uuid not null,
     id uuid not null,
     account_id uuid not null,
     kind text not null check (kind in ('invite', 'reset')),
     token_hash text not null,
     created_at timestamptz not null,
     expires_at timestamptz not null,
     used_at timestamptz,
     primary key (region_id, id),
     constraint links_token unique (region_id, token_hash)
   )`,
  `create index links_by_account on links (region_id, account_id)`,

  // The list of units.
  `create table organisations (
     region_id uuid not null,
     id uuid not null,
     kind text not null check (kind in ('department', 'own-level', 'subordinate', 'outside')),
     is_bureau boolean not null,
     is_government boolean not null,
     names jsonb not null,
     codes jsonb not null,
     aliases jsonb not null,
     parents jsonb not null,
     from_day date not null,
     to_day date,
     created_at timestamptz not null,
     version integer not null default 0,
     primary key (region_id, id)
   )`,
  `create table organisation_changes (
     region_id uuid not null,
     id uuid not null,
     kind text not null check (kind in ('merge', 'split', 'move', 'rename')),
     day date not null,
     before jsonb not null,
     after jsonb not null,
     takes_over uuid not null,
     document text not null,
     created_at timestamptz not null,
     primary key (region_id, id)
   )`,
  // Derived from organisations for every year there is: what each one is called and where it stands. A tree that is asked by subtree.
  `create table organisation_years (
     region_id uuid not null,
     year integer not null,
     organisation_id uuid not null,
     name text not null,
     code text,
     parent_id uuid,
     position integer not null,
     primary key (region_id, year, organisation_id)
   )`,
  `create index organisation_years_by_name on organisation_years (region_id, year, name)`,
  `create table organisation_scopes (
     region_id uuid not null,
     year integer not null,
     ancestor_id uuid not null,
     organisation_id uuid not null,
     primary key (region_id, year, ancestor_id, organisation_id)
   )`,
  `create index organisation_scopes_upward on organisation_scopes (region_id, year, organisation_id, ancestor_id)`,

  // Documents.
  `create table files (
     region_id uuid not null,
     sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
     bytes bigint not null check (bytes >= 0),
     received_at timestamptz not null,
     primary key (region_id, sha256)
   )`,
  `create table batches (
     region_id uuid not null,
     id uuid not null,
     title text not null,
     purpose text not null check (purpose in ('review', 'self-check')),
     organisation_id uuid not null,
     year integer not null,
     scope_year integer not null,
     scheme text,
     is_cancelled boolean not null default false,
     created_by uuid not null,
     created_at timestamptz not null,
     finished_at timestamptz,
     shared jsonb not null default '[]',
     version integer not null default 0,
     primary key (region_id, id)
   )`,
  `create index batches_newest on batches (region_id, created_at desc, id)`,
  `create table documents (
     region_id uuid not null,
     id uuid not null,
     batch_id uuid not null,
     -- Whose scope governs it: its unit, or who received it while the unit is not known.
     scope_organisation_id uuid not null,
     -- The year of the tree by which it is governed: its own, or the nearest that has one.
     scope_year integer not null,
     organisation_id uuid,
     unit_printed text,
     title text not null,
     year integer not null,
     kind text not null check (kind in ('department', 'unit', 'project', 'management-appraisal', 'unknown')),
     -- A person said whose it is, of which year, and what: an audit does not say otherwise.
     is_assigned boolean not null default false,
     reports integer not null default 0,
     file_name text not null,
     folder text not null default '',
     format text,
     sha256 text not null,
     bytes bigint not null,
     state text not null check (state in ('waiting', 'running', 'done', 'unread', 'failed', 'cancelled')),
     stage text not null check (stage in ('private', 'submitted', 'published')),
     review text not null check (review in ('waiting', 'returned', 'passed')),
     notes jsonb not null default '[]',
     statement text,
     -- The first version of the same document: decisions are kept by it.
     series_id uuid not null,
     replaces_id uuid,
     replaced_by_id uuid,
     errors integer not null default 0,
     warnings integer not null default 0,
     infos integer not null default 0,
     open_findings integer not null default 0,
     received_by uuid not null,
     received_at timestamptz not null,
     submitted_at timestamptz,
     ended_at timestamptz,
     version integer not null default 0,
     primary key (region_id, id)
   )`,
  `create index documents_by_batch on documents (region_id, batch_id, received_at, id)`,
  `create index documents_by_organisation on documents (region_id, scope_organisation_id, scope_year)`,
  `create index documents_newest on documents (region_id, received_at desc, id)`,
  // Where the ingested document and the result lie in the files, and what a list shows of them.
  `create table audits (
     region_id uuid not null,
     document_id uuid not null,
     id uuid not null,
     engine text not null,
     catalogue text not null,
     schemes jsonb not null,
     source_sha256 text not null,
     result_sha256 text not null,
     sketches jsonb not null,
     coverage jsonb not null,
     untold jsonb not null,
     seconds double precision not null,
     audited_at timestamptz not null,
     primary key (region_id, document_id, id)
   )`,
  `create index audits_newest on audits (region_id, document_id, audited_at desc)`,
  // Of the newest audit of each document.
  `create table findings (
     region_id uuid not null,
     document_id uuid not null,
     finding_id text not null,
     number integer not null,
     report integer not null,
     check_id text not null,
     kind text not null,
     severity text not null check (severity in ('error', 'warning', 'info')),
     unit_printed text,
     title text not null,
     message text not null,
     words text not null,
     place text not null,
     expected text,
     content jsonb not null,
     primary key (region_id, document_id, finding_id)
   )`,
  // What was decided last about a finding of a document or of any later version of it.
  `create table finding_states (
     region_id uuid not null,
     series_id uuid not null,
     finding_id text not null,
     status text not null check (status in ('open', 'returned', 'dismissed', 'asked', 'answered')),
     decided_by uuid not null,
     decided_at timestamptz not null,
     version integer not null,
     primary key (region_id, series_id, finding_id)
   )`,
  `create table decisions (
     region_id uuid not null,
     id uuid not null,
     series_id uuid not null,
     document_id uuid not null,
     finding_id text not null,
     status text not null,
     reason text not null,
     decided_by uuid not null,
     decided_at timestamptz not null,
     primary key (region_id, id)
   )`,
  `create index decisions_by_finding on decisions (region_id, series_id, finding_id, decided_at desc)`,
  `create table comments (
     region_id uuid not null,
     id uuid not null,
     series_id uuid not null,
     document_id uuid not null,
     finding_id text,
     audience text not null check (audience in ('reviewers', 'all')),
     text text not null,
     written_by uuid not null,
     written_at timestamptz not null,
     primary key (region_id, id)
   )`,
  `create index comments_by_series on comments (region_id, series_id, written_at)`,
  `create table reviews (
     region_id uuid not null,
     id uuid not null,
     document_id uuid not null,
     decision text not null check (decision in ('returned', 'passed', 'withdrawn', 'submitted', 'published')),
     opinion text not null,
     due date,
     decided_by uuid not null,
     decided_at timestamptz not null,
     primary key (region_id, id)
   )`,
  `create index reviews_by_document on reviews (region_id, document_id, decided_at desc)`,

  // Work in the background. On Citus a local table of the coordinator: SKIP LOCKED wants one node.
  `create table jobs (
     region_id uuid not null,
     id uuid not null,
     kind text not null check (kind in ('document.audit', 'archive.open', 'batch.compare', 'batch.pack')),
     batch_id uuid,
     document_id uuid,
     input jsonb not null,
     state text not null check (state in ('ready', 'running', 'done', 'dead', 'cancelled')),
     priority integer not null default 0,
     attempts integer not null default 0,
     run_at timestamptz not null,
     locked_until timestamptz,
     locked_by text,
     progress double precision,
     last_error text,
     result jsonb,
     created_by uuid,
     created_at timestamptz not null,
     ended_at timestamptz,
     primary key (region_id, id)
   )`,
  `create index jobs_ready on jobs (priority desc, run_at, id) where state = 'ready'`,
  `create index jobs_running on jobs (locked_until) where state = 'running'`,
  `create index jobs_by_batch on jobs (region_id, batch_id, state)`,

  // Who did what, and the seals over it.
  `create table journal (
     region_id uuid not null,
     id uuid not null,
     at timestamptz not null,
     actor_id uuid,
     actor_name text,
     event text not null,
     subject_kind text,
     subject_id text,
     details jsonb not null,
     seal integer,
     primary key (region_id, id)
   )`,
  `create index journal_newest on journal (region_id, at desc, id)`,
  `create index journal_by_subject on journal (region_id, subject_id, at desc)`,
  `create index journal_by_actor on journal (region_id, actor_id, at desc)`,
  `create index journal_unsealed on journal (region_id, id) where seal is null`,
  `create index journal_by_seal on journal (region_id, seal)`,
  `create table journal_seals (
     region_id uuid not null,
     number integer not null check (number > 0),
     entries integer not null,
     digest text not null,
     previous text not null,
     sealed_at timestamptz not null,
     primary key (region_id, number)
   )`,

  // The same request twice is done once.
  `create table idempotency_keys (
     region_id uuid not null,
     account_id uuid not null,
     key text not null,
     request_digest text not null,
     status integer,
     answer jsonb,
     created_at timestamptz not null,
     primary key (region_id, account_id, key)
   )`,
  `create index idempotency_keys_oldest on idempotency_keys (created_at)`,

  // Of this installation, not of a region: the hash of the set-up link, what the demonstration brought.
  `create table local_state (
     name text primary key,
     value jsonb not null
   )`,
]
