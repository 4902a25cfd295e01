import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolderVault } from '../../src/vault/folder-vault.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiheng-vault-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a vault in a folder', () => {
  it('keeps the same bytes once, by their digest', async () => {
    const vault = await openFolderVault(folder)
    const [first, second] = [
      await vault.put(Buffer.from('报告')),
      await vault.receive(Readable.from([Buffer.from('报'), Buffer.from('告')]), 100),
    ]
    expect(first).toEqual({ sha256: digest('报告'), bytes: 6 })
    expect(second).toEqual(first)
    const all = []
    for await (const kept of vault.list()) all.push(kept)
    expect(all).toEqual([first])
    expect(Buffer.from(await vault.read(first.sha256)).toString()).toBe('报告')
  })

  it('takes no more than it is told, and keeps nothing of it', async () => {
    const vault = await openFolderVault(folder)
    await expect(vault.receive(Readable.from([Buffer.alloc(60), Buffer.alloc(60)]), 100)).rejects.toThrow('more than 100 bytes')
    expect(readdirSync(join(folder, 'coming'))).toEqual([])
    expect(readdirSync(join(folder, 'kept'))).toEqual([])
  })

  it('no name leads out of it', async () => {
    const vault = await openFolderVault(folder)
    expect(() => vault.path('../../etc/passwd')).toThrow('no file')
    await expect(vault.read('../../etc/passwd')).rejects.toThrow('no file')
  })

  it('sees that what lies there was changed, or is gone', async () => {
    const vault = await openFolderVault(folder)
    const { sha256 } = await vault.put(Buffer.from('原样'))
    expect(await vault.verify(sha256)).toBe('whole')
    writeFileSync(vault.path(sha256), '改过')
    expect(await vault.verify(sha256)).toBe('changed')
    await vault.remove(sha256)
    expect(await vault.verify(sha256)).toBe('gone')
  })

  it('opened beside another server leaves what is being received there; what a crash left a day ago goes', async () => {
    await openFolderVault(folder)
    const [young, old] = ['young', 'old'].map((name) => join(folder, 'coming', name)) as [string, string]
    for (const path of [young, old]) writeFileSync(path, '…')
    const yesterday = new Date(Date.now() - 25 * 3600_000)
    utimesSync(old, yesterday, yesterday)
    await openFolderVault(folder)
    expect(readdirSync(join(folder, 'coming'))).toEqual(['young'])
  })
})
