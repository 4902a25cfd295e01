import { execFileSync, spawn } from 'node:child_process'
import { lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../../../../packages/runner/test/fakes/folder.ts'
import { copyWhole, WriteRefused, writePieces, writeWhole } from '../../src/output/write-whole.ts'

async function* pieces() {
  yield '一'
  yield '二'
}

const ways: readonly (readonly [string, (from: string, to: string) => void | Promise<void>])[] = [
  ['whole', (_from, to) => writeWhole(to, '一二')],
  ['copied', (from, to) => copyWhole(from, to)],
  ['piece by piece', (_from, to) => writePieces(to, pieces())],
]

describe.each(ways)('a result written %s', (_name, write) => {
  it('is there, in a new folder, with nothing beside it', async () => {
    const folder = aFolder({ 文: '一二' })
    await write(folder.at('文'), folder.at('新/果'))
    expect(readFileSync(folder.at('新/果'), 'utf8')).toBe('一二')
    expect(readdirSync(folder.at('新'))).toEqual(['果'])
  })

  it.skipIf(process.platform === 'win32')('goes into a pipe, which stays a pipe', async () => {
    const folder = aFolder({ 文: '一二' })
    const pipe = folder.at('管')
    execFileSync('mkfifo', [pipe])
    const reader = spawn('cat', [pipe])
    const read = new Promise<string>((resolve) => {
      let text = ''
      reader.stdout.on('data', (data) => (text += data))
      reader.on('close', () => resolve(text))
    })
    await write(folder.at('文'), pipe)
    expect(lstatSync(pipe).isFIFO()).toBe(true)
    expect(await read).toBe('一二')
    expect(readdirSync(folder.path).sort()).toEqual(['文', '管'])
  })

  it('follows a link and leaves the link', async () => {
    const folder = aFolder({ 文: '一二', '别处/果': '旧' })
    symlinkSync(folder.at('别处/果'), folder.at('链'))
    await write(folder.at('文'), folder.at('链'))
    expect(lstatSync(folder.at('链')).isSymbolicLink()).toBe(true)
    expect(readFileSync(folder.at('别处/果'), 'utf8')).toBe('一二')
  })

  it.each(['文/果', '夹'])('is refused, not broken off, where something else stands in the way: %s', async (path) => {
    const folder = aFolder({ 文: '一二', '夹/内': '' })
    await expect((async () => write(folder.at('文'), folder.at(path)))()).rejects.toBeInstanceOf(WriteRefused)
    expect(readdirSync(folder.path).sort()).toEqual(['夹', '文'])
  })
})
