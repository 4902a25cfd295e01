/**
 * Kills the server, the processes that audit, or the database, -9, at moments nobody chose, while files are sent and audited and
 * decisions are made; afterwards nothing that was acknowledged may be missing, and everything must have come to its end once.
 *
 *   npm run bench:faults -- --database served|embedded --kills N [--seed WORDS]
 *
 * Writes the figures into docs/robustness.md. Linux only: the children of the server are read from /proc.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkAfterwards } from './faults/check-afterwards.ts'
import { killAtRandom } from './faults/kill-at-random.ts'
import { reportOf } from './faults/report.ts'
import { startWork } from './faults/work.ts'
import { writeBlock } from './markers.ts'
import { buildPlatform } from './platform/build-platform.ts'
import { clientOf, prepareOffice, type Where } from './platform/office.ts'
import { startPostgres } from './platform/postgres.ts'
import { inProject } from './project.ts'

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'served' },
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: new Date().toISOString() },
  },
})
const isServed = values.database === 'served'
const folder = mkdtempSync(join(tmpdir(), 'jiheng-faults-'))
console.log(`seed: ${values.seed}`)

const platform = await buildPlatform({ withPages: false })
const postgres = isServed ? await startPostgres() : null
try {
  const where: Where = { folder: join(folder, 'data'), databaseUrl: postgres?.address ?? null }
  const office = await prepareOffice(where, { reviewers: 4, units: 8 })
  const killing = await killAtRandom({ platform, where, postgres, kills: Number(values.kills), seed: values.seed }, (origin) =>
    startWork(
      office,
      office.reviewers.map((member) => clientOf(origin, member)),
    ),
  )
  const checks = await checkAfterwards(where, office.region, killing.acknowledged)
  const command = `npm run bench:faults -- --database ${values.database} --kills ${values.kills} --seed '${values.seed}'`
  const text = reportOf(command, postgres === null ? 'embedded database' : `PostgreSQL ${postgres.version}, fsync on`, killing, checks)
  console.log(text)
  writeBlock(inProject('docs/robustness.md'), 'Robustness', `faults-${values.database}`, text)
  if (checks.some(({ isHeld }) => !isHeld)) process.exitCode = 1
} finally {
  await postgres?.remove()
  platform.remove()
  rmSync(folder, { recursive: true, force: true })
}
