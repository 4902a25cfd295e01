/** A process of its own for the tests: opens a database folder, adds rows one by one, and says each number once the database has acknowledged it. Ends when killed. */
import { sql } from 'kysely'
import { openConnection } from '../../src/connection/open-connection.ts'

const [folder, templates] = process.argv.slice(2)
if (folder === undefined || templates === undefined) throw new Error('write-rows FOLDER TEMPLATES')
const { db } = await openConnection({ kind: 'embedded', folder, templates })
await sql`create table if not exists numbers (value int primary key, twin int not null)`.execute(db)
const { rows } = await sql<{ last: number | null }>`select max(value) as last from numbers`.execute(db)
process.stdout.write(`open ${process.pid}\n`)
for (let value = (rows[0]?.last ?? 0) + 1; ; value++) {
  await db.transaction().execute(async (transaction) => {
    await sql`insert into numbers values (${value}, 0)`.execute(transaction)
    await sql`update numbers set twin = ${value} where value = ${value}`.execute(transaction)
  })
  process.stdout.write(`${value}\n`)
}
