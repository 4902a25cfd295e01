import { describe, expect, it } from 'vitest'
import { makeZip, packedMegabytes } from '../../../../bench/formats/make-zip.ts'
import { p, wordFile } from '../readers/word-file.ts'
import { measured } from './measured.ts'

const MB = 1024 * 1024

/** An OLE file of one sector of directory, which is as much of one as is looked at. */
function oleFile(...streams: readonly string[]): Uint8Array {
  const file = Buffer.alloc(512 * 3)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(0, 48)
  for (const [at, name] of streams.entries()) {
    file.write(name, 512 + at * 128, 'utf16le')
    file.writeUInt16LE((name.length + 1) * 2, 512 + at * 128 + 64)
  }
  return file
}

/** A Word document whose directory goes on in itself. */
function circularDoc(): Uint8Array {
  const file = Buffer.alloc(512 * 6)
  file.set(oleFile('Root Entry', 'WordDocument').subarray(0, 512))
  file.writeUInt32LE(1, 48)
  file.writeUInt32LE(0xfffffffe, 60)
  file.writeUInt32LE(0xfffffffe, 68)
  file.fill(0xff, 76, 512)
  file.writeUInt32LE(0, 76)
  file.fill(0xff, 512, 1024)
  file.writeUInt32LE(0xfffffffd, 512)
  file.writeUInt32LE(1, 516)
  file.set(oleFile('Root Entry', 'WordDocument').subarray(512, 1024), 1024)
  return file
}

const encryptedPdf = (): Uint8Array =>
  Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj',
      '2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj',
      `3 0 obj\n<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${'31'.repeat(32)}>/U<${'32'.repeat(32)}>>>\nendobj`,
      'trailer\n<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[<61><61>]>>\nstartxref\n0\n%%EOF',
    ].join('\n'),
  )

const good = wordFile({ body: p('全年预算820.00万元。').repeat(50) })

describe('a file that is not read says why in its own words', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'file.empty'],
    ['a Word document with a password', oleFile('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'file.encrypted'],
    ['a part with a password', makeZip([{ name: 'word/document.xml', content: 'x', isEncrypted: true }]), 'file.encrypted'],
    ['a PDF with a password', encryptedPdf(), 'file.encrypted'],
    ['a Word document that is cut off', good.subarray(0, good.length >> 1), 'file.damaged damaged'],
    ['the front of one', good.subarray(0, 100), 'file.damaged damaged'],
    ['a PDF that is cut off at once', Buffer.from('%PDF-1.7\n'), 'file.damaged'],
    ['a program', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(5000)]), 'file.binary nul'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'file.picture'],
    ['a zip that is no document', makeZip([{ name: 'a.txt', content: 'x' }]), 'file.unsupported-format'],
    ['an OLE file of another kind', oleFile('Root Entry', 'PowerPoint Document'), 'file.unsupported-format'],
    ['an old workbook that is cut off', oleFile('Root Entry', 'Workbook'), 'file.damaged damaged'],
    ['an old Word document that leads in circles', circularDoc(), 'file.damaged'],
    ['an old Word document that is cut off', oleFile('Root Entry', 'WordDocument'), 'file.damaged'],
    ['a Word document without its text', makeZip([{ name: 'word/document2.xml', content: '<a/>' }]), 'file.damaged no-document'],
    [
      'parts on the same bytes',
      makeZip([
        { name: 'word/document.xml', content: 'x' },
        { name: 'b', content: 'x', over: 0 },
      ]),
      'file.unsafe overlap',
    ],
    [
      'a part that lies about its size',
      makeZip([{ name: 'word/document.xml', content: 'x'.repeat(999), size: 9 }]),
      'file.unsafe lying-size',
    ],
    ['a wrong checksum', makeZip([{ name: 'word/document.xml', content: '<a/>', crc: 9 }]), 'file.damaged damaged'],
    [
      '100,000 parts',
      makeZip(Array.from({ length: 100_000 }, (_, i) => ({ name: String(i), content: '', stored: true }))),
      'file.unsafe too-many-entries',
    ],
  ])('%s', async (_, bytes, says) => {
    const found = await measured(bytes)
    expect(found.says).toEqual([says])
    expect(found.document.reports).toEqual([])
    expect(found.document.problems[0]?.at[0]).toBe('a.docx')
    expect(found.cpuMs).toBeLessThan(3000)
  })

  it.each(['docx', 'xlsx', 'ods', 'odt', 'ofd'] as const)('a bomb of 600 MB in %s: little time and memory', async (format) => {
    const parts = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', ods: 'content.xml', odt: 'content.xml', ofd: 'OFD.xml' }
    const kind = { ods: 'application/vnd.oasis.opendocument.spreadsheet', odt: 'application/vnd.oasis.opendocument.text' }
    const type = format === 'ods' || format === 'odt' ? [{ name: 'mimetype', content: kind[format] }] : []
    const bomb = { name: parts[format], content: packedMegabytes(600, 32), isPacked: true, size: 600 * MB }
    const { says, cpuMs, grownMb } = await measured(makeZip([...type, bomb]))
    expect(says).toEqual([format === 'odt' ? 'file.not-converted missing' : 'file.unsafe entry-too-large'])
    expect(cpuMs).toBeLessThan(4000)
    expect(grownMb).toBeLessThan(300)
  })
})

describe('a text that nobody writes', () => {
  it('of 300 MB is read up to the limit', { timeout: 60_000 }, async () => {
    const line = Buffer.from('全年预算820.00万元，执行780.00万元。\n')
    const { says, cpuMs } = await measured(Buffer.alloc(300 * MB, line), 'a.txt')
    expect(says).toContain('file.too-large')
    expect(cpuMs).toBeLessThan(60_000)
  })

  it.each([
    ['only byte order marks', '\ufeff'.repeat(100_000)],
    ['only form feeds', '\f'.repeat(1_000_000)],
    ['only tabs', '\t'.repeat(2_000_000)],
    ['only bars', '|\n'.repeat(300_000)],
    ['only quotation marks and commas', '",'.repeat(500_000)],
    ['tags without end', '<table><tr><td>'.repeat(100_000)],
    ['a tag without end', `<table ${'a="b" '.repeat(300_000)}`],
    ['an attribute of 10 MB', `<html><p class="${'x'.repeat(10 * MB)}">支出12万元</p></html>`],
    ['a million columns in a cell', `<html><table><tr><td colspan="1000000" rowspan="1000000">1</td></tr></table></html>`.repeat(100)],
    ['comments without end', `<html>${'<!--'.repeat(500_000)}`],
    ['100,000 divisions in each other', `<html>${'<div>'.repeat(100_000)}支出12万元`],
    [
      'a SpreadsheetML of 100,000 levels',
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">${'<a>'.repeat(100_000)}`,
    ],
    [
      'a SpreadsheetML with a document type',
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`,
    ],
    [
      'a SpreadsheetML far out',
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="a"><Worksheet ss:Name="a"><Table><Row ss:Index="1048576"><Cell ss:Index="16384" ss:MergeAcross="99999999" ss:MergeDown="99999999"><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>`,
    ],
  ])('%s', async (_, text) => {
    const { cpuMs, grownMb } = await measured(Buffer.from(text), 'a.xls')
    expect(cpuMs).toBeLessThan(6000)
    expect(grownMb).toBeLessThan(800)
  })
})
