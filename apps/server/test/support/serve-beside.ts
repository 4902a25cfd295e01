/** A process of its own for the tests: a server beside another one, on the same database and data folder. Says where it is reached; ends on SIGTERM. */
import fastify from 'fastify'
import { bootServer } from '../../src/boot.ts'
import type { Settings } from '../../src/settings.ts'

interface Told {
  readonly settings: Settings
  readonly childPath: string
  readonly schemesFolder: string
}

const { settings, childPath, schemesFolder } = JSON.parse(process.argv[2] ?? '') as Told
try {
  const server = await bootServer(settings, {
    version: '0.0.0',
    childPath,
    schemesFolder,
    pagesFolder: null,
    logger: fastify({ logger: { level: 'silent' } }).log,
    clock: () => new Date(),
  })
  process.once('SIGTERM', () => server.close().then(() => process.exit(0)))
  process.stdout.write(`${JSON.stringify({ address: server.address })}\n`)
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refused: error instanceof Error ? error.name : String(error) })}\n`)
}
