/**
 * Reviewers at work, each a real HTTP client with a session: they list, open, decide and comment, and think in between. Afterwards
 * every decision that was acknowledged must be in the database exactly once. Beside it, in the same run, a bare server that
 * does nothing but one insert a request.
 *
 *   npm run bench:load -- --database served|embedded --reviewers N --seconds N
 *
 * Writes the figures into docs/performance.md.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { countLost } from './load/count-lost.ts'
import { fillDocuments } from './load/fill-documents.ts'
import { loadReport } from './load/report.ts'
import { askBare, reviewersAtWork } from './load/reviewers.ts'
import { startBareServer } from './load/start-bare-server.ts'
import { writeBlock } from './markers.ts'
import { buildPlatform } from './platform/build-platform.ts'
import { prepareOffice, settingsFor, type Where } from './platform/office.ts'
import { startPostgres } from './platform/postgres.ts'
import { startServer } from './platform/server-process.ts'
import { inProject } from './project.ts'

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'served' },
    reviewers: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    documents: { type: 'string', default: '100' },
  },
})
const isServed = values.database === 'served'
const reviewers = Number(values.reviewers ?? (isServed ? 200 : 20))
const seconds = Number(values.seconds)
const port = 55_820
const folder = mkdtempSync(join(tmpdir(), 'jiheng-load-'))

const platform = await buildPlatform({ withPages: false })
const postgres = isServed ? await startPostgres() : null
try {
  const where: Where = { folder: join(folder, 'data'), databaseUrl: postgres?.address ?? null }
  const office = await prepareOffice(where, { reviewers, units: 20 })
  const server = await startServer(platform.serverFile, {
    ...settingsFor(where),
    JIHENG_PORT: String(port),
    JIHENG_POOL: '10',
    JIHENG_WORKERS: '1',
  })
  const documents = await fillDocuments(server.address, office, Number(values.documents))
  const work = await reviewersAtWork(server.address, office.reviewers, documents, seconds)
  await server.stop()
  const lost = await countLost(where, work.decided)
  const bare = await startBareServer({ folder: join(folder, 'bare'), databaseUrl: where.databaseUrl })
  const inserts = await askBare(bare.address, reviewers, Math.min(seconds, 30))
  await bare.stop()
  const command = `npm run bench:load -- --database ${values.database} --reviewers ${reviewers} --seconds ${seconds}`
  const surroundings = `${postgres === null ? 'embedded database' : `PostgreSQL ${postgres.version}, fsync on`}, Node ${process.version}, ${availableParallelism()} processor cores for database, server and clients together`
  const text = loadReport(`\`${command}\`, ${surroundings}.`, { reviewers, seconds, documents: documents.length, work, lost, inserts })
  console.log(text)
  writeBlock(inProject('docs/performance.md'), 'Performance', `load-${values.database}`, text)
  if (lost.missing + lost.twice + work.failures.length > 0) process.exitCode = 1
} finally {
  await postgres?.remove()
  platform.remove()
  rmSync(folder, { recursive: true, force: true })
}
