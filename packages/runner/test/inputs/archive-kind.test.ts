import { describe, expect, it } from 'vitest'
import { makeZip } from '../../../../bench/formats/make-zip.ts'
import { archiveKind } from '../../src/inputs/archive-kind.ts'
import { aFolder } from '../fakes/folder.ts'

const files = makeZip([{ name: 'a.txt', content: 'x' }])
const zipWith = (name: string): Uint8Array =>
  makeZip([
    { name: 'a.xml', content: 'x' },
    { name, content: 'x' },
  ])

describe('an archive is told from its content', () => {
  it.each<[string, Uint8Array | string, ReturnType<typeof archiveKind>]>([
    ['a zip of files', files, 'zip'],
    ['a zip with a long comment', withComment(files), 'zip'],
    ['an empty zip', makeZip([]), 'zip'],
    ['a Word document', zipWith('[Content_Types].xml'), null],
    ['a Word document that has lost its list of parts', zipWith('word/document.xml'), null],
    ['an OFD document', zipWith('OFD.xml'), null],
    ['an OpenDocument', zipWith('mimetype'), null],
    ['a zip that is cut off', files.subarray(0, files.length - 30), null],
    ['a zip whose directory lies elsewhere', withDirectoryAt(files, 2 ** 32 - 1), 'zip'],
    ['rar', 'Rar!\x1a\x07\x01\x00', 'rar'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), '7z'],
    ['text', '支出12万元', null],
    ['nothing', '', null],
  ])('%s', (_, content, kind) => {
    const folder = aFolder({ 'x.docx': content })
    expect(archiveKind(folder.at('x.docx'), Buffer.from(content).length)).toBe(kind)
  })

  it('what cannot be opened is none', () => {
    const folder = aFolder()
    expect(archiveKind(folder.path, 0)).toBeNull()
    expect(archiveKind(folder.at('missing'), 0)).toBeNull()
  })
})

function withComment(zip: Uint8Array): Uint8Array {
  const comment = Buffer.alloc(60_000, 'x')
  const all = Buffer.concat([zip, comment])
  all.writeUInt16LE(comment.length, zip.length - 2)
  return all
}

function withDirectoryAt(zip: Uint8Array, place: number): Uint8Array {
  const all = Buffer.from(zip)
  all.writeUInt32LE(place, all.length - 6)
  return all
}
