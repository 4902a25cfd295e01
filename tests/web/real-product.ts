/** The product as it is delivered: the built server with its pages as a process of its own, and real browsers in front of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { buildPlatform, type Platform } from '../../bench/platform/build-platform.ts'
import { settingsFor } from '../../bench/platform/office.ts'
import { type ServerProcess, startServer } from '../../bench/platform/server-process.ts'
import { makeServedDatabase } from '../../packages/store/test/support/databases.ts'
import { startBrowser, type Visit, visit } from './visit.ts'

export interface RealProduct {
  readonly server: ServerProcess
  /** A browser of somebody else: nothing is kept from one to the next. Answers come from the server. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Visit>
  /** As when the power fails, and comes back. */
  readonly restart: () => Promise<void>
}

/** For the tests of one suite. */
export function realProduct(kind: 'embedded' | 'served', port: number): () => RealProduct {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-product-'))
  let platform: Platform
  let database: { readonly address: string; readonly remove: () => Promise<void> } | null = null
  let server: ServerProcess
  let browser: Browser
  const start = () =>
    startServer(platform.serverFile, {
      ...settingsFor({ folder, databaseUrl: database?.address ?? null }),
      JIHENG_PORT: String(port),
      JIHENG_WORKERS: '1',
    })
  beforeAll(async () => {
    platform = await buildPlatform({ withPages: true })
    if (kind === 'served') database = await makeServedDatabase()
    server = await start()
    browser = await startBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await database?.remove()
    platform?.remove()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)
  return () => ({
    server,
    open: async (path, options = {}) => visit(browser, new URL(path, server.address).href, null, { acceptDownloads: true, ...options }),
    restart: async () => {
      await server.kill()
      server = await start()
    },
  })
}
