import { type Kysely, sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseRefusal, translateRefusal } from '../src/refusals.ts'
import type { Database } from '../src/tables.ts'
import { forEachDatabase } from './support/databases.ts'

const thrownBy = (act: () => Promise<unknown>) =>
  act().then(
    () => null,
    (error: unknown) => error,
  )

forEachDatabase(({ open }) => {
  let db: Kysely<Database>
  beforeAll(async () => {
    db = (await open()).db
    await sql`create table parents (id int, constraint parents_key primary key (id))`.execute(db)
    await sql`create table children (
      id int not null, parent_id int, name varchar(3), points int,
      constraint children_key unique (id), constraint children_parent foreign key (parent_id) references parents (id),
      constraint children_points check (points >= 0))`.execute(db)
    await sql`insert into parents values (1)`.execute(db)
    await sql`insert into children values (1, 1, 'abc', 0)`.execute(db)
  })
  const refused = async (statement: string) => translateRefusal(await thrownBy(() => sql.raw(statement).execute(db)))

  it.each<[string, DatabaseRefusal]>([
    ['insert into children (id) values (1)', { kind: 'exists', constraint: 'children_key', table: 'children' }],
    ['insert into children (id, parent_id) values (2, 7)', { kind: 'dangling', constraint: 'children_parent', table: 'children' }],
    ['delete from parents', { kind: 'dangling', constraint: 'children_parent', table: 'children' }],
    ['insert into children (id, points) values (2, -1)', { kind: 'bad-value', constraint: 'children_points', table: 'children' }],
    ['insert into children (id) values (null)', { kind: 'bad-value', constraint: null, table: 'children' }],
    ["insert into children (id, name) values (2, 'abcd')", { kind: 'bad-value', constraint: null, table: null }],
    ["do $$ begin raise exception 'x' using errcode = '40001'; end $$", { kind: 'contended', constraint: null, table: null }],
    ["do $$ begin raise exception 'x' using errcode = '57014'; end $$", { kind: 'timeout', constraint: null, table: null }],
  ])('a refusal is a value with constraint and table: %s', async (statement, refusal) => expect(await refused(statement)).toEqual(refusal))

  it.each(['select * from no_such_table', 'selec 1', 'select 1 / 0'])('a bug stays a bug: %s', async (statement) => {
    const error = await thrownBy(() => sql.raw(statement).execute(db))
    expect(error).toBeInstanceOf(Error)
    expect(translateRefusal(error)).toBeNull()
  })

  it('after a refusal the next query works', async () => {
    await refused('insert into children (id) values (1)')
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  })
})

describe('what is no error of the database', () => {
  it('is not taken for one: a missing file, a plain error, nothing', () => {
    const missing = Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' })
    expect([missing, new Error('something'), null, 'text'].map(translateRefusal)).toEqual([null, null, null, null])
  })

  it('a connection that is refused is told by its system call', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' })
    expect(translateRefusal(refused)?.kind).toBe('unavailable')
  })
})
