/** The yardstick: fastify and one insert a request, on the same database, without sessions, scope, journal or versions. A process of its own. */
import { randomUUID } from 'node:crypto'
import fastify from 'fastify'
import { sql } from 'kysely'
import { openDatabase } from '../platform/office.ts'

const [folder, databaseUrl] = process.argv.slice(2)
if (folder === undefined) throw new Error('bare-server FOLDER [DATABASE_URL]')
const { db, close } = await openDatabase({ folder, databaseUrl: databaseUrl ?? null })
await sql`create table if not exists bare_inserts (id uuid primary key, reason text not null)`.execute(db)
const app = fastify()
app.post<{ Body: { readonly reason: string } }>('/insert', async ({ body }) => {
  await sql`insert into bare_inserts values (${randomUUID()}, ${body.reason})`.execute(db)
  return { ok: true }
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`绩衡已启动：${address}\n`)
process.once(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(close)
      .then(() => process.exit(0)),
)
