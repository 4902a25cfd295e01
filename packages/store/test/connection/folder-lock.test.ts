import { randomUUID } from 'node:crypto'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DatabaseTrouble } from '../../src/connection/database-trouble.ts'
import { lockFolder } from '../../src/connection/folder-lock.ts'
import { lifeOf, ownMark, type ProcessMark } from '../../src/connection/process-mark.ts'
import { runFolder } from '../support/run-folder.ts'

const newFolder = () => join(runFolder(), `locked-${randomUUID()}`)
const own = ownMark()
const isLinux = process.platform === 'linux'

/** A folder that holds the mark of another process. */
async function markedBy(mark: ProcessMark | string): Promise<string> {
  const folder = newFolder()
  await mkdir(`${folder}.lock`)
  await writeFile(join(`${folder}.lock`, 'other.json'), typeof mark === 'string' ? mark : JSON.stringify(mark))
  return folder
}

const troubleOf = async (folder: string) => {
  const error = await lockFolder(folder).then(
    () => null,
    (refused: unknown) => refused,
  )
  expect(error).toBeInstanceOf(DatabaseTrouble)
  return error as DatabaseTrouble
}

describe('the lock of a database folder', () => {
  it('refuses the second, with the process that has it, and lets in the next after release', async () => {
    const folder = newFolder()
    const lock = await lockFolder(folder)
    const { code, message } = await troubleOf(folder)
    expect([code, message]).toEqual(['embedded.locked', expect.stringContaining(String(process.pid))])
    await lock.release()
    await (await lockFolder(folder)).release()
    expect(await readdir(`${folder}.lock`)).toEqual([])
  })

  it('of many that come at once lets in one at most', async () => {
    const folder = newFolder()
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)))
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
  })

  it('is never taken from a living process, however old its mark is', async () => {
    const folder = await markedBy(own)
    await utimes(join(`${folder}.lock`, 'other.json'), 0, 0)
    expect((await troubleOf(folder)).code).toBe('embedded.locked')
  })

  it('is not given away when nobody can see whether the process lives: it says where to look and what to remove', async () => {
    const folder = await markedBy({ ...own, host: 'another-host' })
    const { code, remedy } = await troubleOf(folder)
    expect([code, remedy]).toEqual(['embedded.locked-elsewhere', expect.stringContaining(join(`${folder}.lock`, 'other.json'))])
  })

  it('with a mark that cannot be read is not given away either', async () => {
    for (const text of ['', '{', 'null', '{"pid":-1,"host":"x"}']) {
      expect((await troubleOf(await markedBy(text))).code).toBe('embedded.locked-elsewhere')
    }
  })
})

describe.runIf(isLinux)('a process that is gone', () => {
  it('is seen although its number was given out again', () => {
    expect(lifeOf(own)).toBe('alive')
    expect(lifeOf({ ...own, started: '1' })).toBe('dead')
  })

  it('is seen after the machine was started anew', () => expect(lifeOf({ ...own, boot: 'earlier' })).toBe('dead'))

  it('in another container cannot be seen', () => expect(lifeOf({ ...own, space: 'pid:[1]' })).toBe('elsewhere'))

  it('gives its lock to the next', async () => {
    const folder = await markedBy({ ...own, started: '1' })
    const lock = await lockFolder(folder)
    expect((await readdir(`${folder}.lock`)).length).toBe(1)
    await lock.release()
  })
})
