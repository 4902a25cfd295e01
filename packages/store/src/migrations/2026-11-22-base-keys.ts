/** Foreign keys of the base, added last and by name. Those between sharded tables carry the region; none leaves a reference table for a sharded one. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  for (const { table, name, columns, target } of keys) {
    const [from, into] = [columns.map(([column]) => column), columns.map(([, at]) => at)]
    await sql
      .raw(`alter table ${table} add constraint ${name} foreign key (${from.join(', ')}) references ${target} (${into.join(', ')})`)
      .execute(db)
  }
}

interface Key {
  readonly table: string
  readonly name: string
  /** Each column and the one that it points at. */
  readonly columns: readonly (readonly [string, string])[]
  readonly target: string
}

const ofRegion = (table: string): Key => ({ table, name: `${table}_region`, columns: [['region_id', 'id']], target: 'regions' })

function to(table: string, column: string, target: string): Key {
  const into = target === 'files' ? 'sha256' : 'id'
  return {
    table,
    name: `${table}_${column.replace(/_id$/, '')}`,
    columns: [
      ['region_id', 'region_id'],
      [column, into],
    ],
    target,
  }
}

export const keys: readonly Key[] = [
  ...['accounts', 'roles', 'organisations', 'files', 'batches', 'journal', 'journal_seals', 'organisation_changes'].map(ofRegion),
  to('posts', 'account_id', 'accounts'),
  to('posts', 'role_id', 'roles'),
  to('posts', 'organisation_id', 'organisations'),
  to('hand_overs', 'post_id', 'posts'),
  to('hand_overs', 'from_account_id', 'accounts'),
  to('hand_overs', 'to_account_id', 'accounts'),
  to('sessions', 'account_id', 'accounts'),
  to('api_tokens', 'account_id', 'accounts'),
  to('links', 'account_id', 'accounts'),
  to('organisation_years', 'organisation_id', 'organisations'),
  to('organisation_scopes', 'ancestor_id', 'organisations'),
  to('organisation_scopes', 'organisation_id', 'organisations'),
  to('batches', 'organisation_id', 'organisations'),
  to('batches', 'created_by', 'accounts'),
  to('documents', 'batch_id', 'batches'),
  to('documents', 'scope_organisation_id', 'organisations'),
  to('documents', 'organisation_id', 'organisations'),
  to('documents', 'sha256', 'files'),
  to('documents', 'series_id', 'documents'),
  to('documents', 'replaces_id', 'documents'),
  to('documents', 'received_by', 'accounts'),
  to('audits', 'document_id', 'documents'),
  to('audits', 'source_sha256', 'files'),
  to('audits', 'result_sha256', 'files'),
  to('findings', 'document_id', 'documents'),
  to('finding_states', 'series_id', 'documents'),
  to('finding_states', 'decided_by', 'accounts'),
  to('decisions', 'document_id', 'documents'),
  to('decisions', 'decided_by', 'accounts'),
  to('comments', 'document_id', 'documents'),
  to('comments', 'written_by', 'accounts'),
  to('reviews', 'document_id', 'documents'),
  to('reviews', 'decided_by', 'accounts'),
]
