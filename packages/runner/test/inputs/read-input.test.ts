import { truncateSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { problemOf } from '../../src/inputs/errors.ts'
import { readInput } from '../../src/inputs/read-input.ts'
import { aFolder } from '../fakes/folder.ts'

describe('reading one input', () => {
  it.each([['空.txt', '', 'file.empty']])('%s is refused', (name, content, code) => {
    expect(codeOf(aFolder({ [name]: content }).at(name))).toBe(code)
  })

  it('bytes are handed over as they are, whatever the extension', () => {
    const folder = aFolder({ '报告.log': '支出' })
    expect(readInput(fileAt(folder.at('报告.log')))).toEqual({ bytes: Buffer.from('支出') })
  })

  it('a file above the limit is not read at all', () => {
    const folder = aFolder({ '大.txt': '' })
    truncateSync(folder.at('大.txt'), 2 ** 31)
    expect(codeOf(folder.at('大.txt'))).toBe('file.too-large')
  })

  it('a file that went away, or turned into a folder, is a problem', () => {
    const folder = aFolder({ 'a/b.txt': 'x' })
    expect(codeOf(folder.at('c.txt'))).toBe('file.not-found')
    expect(codeOf(folder.at('a'))).toBe('file.is-folder')
  })

  it('what the file system refuses has a code of ours; a bug is thrown on', () => {
    const refusal = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' })
    expect(problemOf(refusal('EACCES'), 'a').code).toBe('file.no-permission')
    expect(problemOf(refusal('EPERM'), 'a').code).toBe('file.no-permission')
    expect(problemOf(refusal('EIO'), 'a')).toEqual({ code: 'file.unreadable', at: ['a'], details: { reason: 'EIO' } })
    expect(() => problemOf(new TypeError('bug'), 'a')).toThrow('bug')
  })
})

function codeOf(path: string): string | null {
  const read = readInput(fileAt(path))
  return 'problem' in read ? read.problem.code : null
}

function fileAt(path: string) {
  return { kind: 'file' as const, name: path, path, bytes: 0 }
}
