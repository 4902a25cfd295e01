import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { forEachDatabase } from '../../../packages/store/test/support/databases.ts'
import { isDue } from '../src/nightly-backup.ts'
import { serversOn } from './support/running-server.ts'

describe('a backup by itself', () => {
  const at = (text: string) => new Date(`${text}:00+08:00`)

  it('is made once a night', () => {
    expect(isDue(at('2026-01-01T02:00'), at('2026-01-02T00:50'))).toBe(false)
    expect(isDue(at('2026-01-01T02:00'), at('2026-01-02T01:10'))).toBe(true)
    expect(isDue(at('2026-01-02T01:10'), at('2026-01-02T04:50'))).toBe(false)
    expect(isDue(at('2026-01-02T01:10'), at('2026-01-02T12:00'))).toBe(false)
  })

  it('is made by day when a night was missed', () => {
    expect(isDue(at('2026-01-01T02:00'), at('2026-01-02T15:00'))).toBe(true)
  })

  it('waits for the night the first time', () => {
    expect(isDue(null, at('2026-01-01T09:00'))).toBe(false)
    expect(isDue(null, at('2026-01-02T01:00'))).toBe(true)
  })
})

forEachDatabase((database) => {
  const start = serversOn(database)
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-backups-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('a running server backs up by itself while it answers', async () => {
    mkdirSync(join(folder, 'jiheng-20200101-000000'))
    writeFileSync(join(folder, 'jiheng-20200101-000000', 'manifest.json'), '{}')
    const { server } = await start({ childPath: '/nowhere', settings: { backupFolder: folder, backupsKept: 1 } })
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([expect.stringMatching(/^jiheng-(?!2020)\d{8}-\d{6}$/)]), 15_000)
    expect((await fetch(`${server.address}/api/v1/ready`)).status).toBe(200)
  })
})
