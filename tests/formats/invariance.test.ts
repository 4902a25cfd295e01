/** The same report as Word, Excel and PDF gives the same claims and the same findings as its text. */
import { ingest, type SourceDocument } from '@jiheng/ingest'
import { convertWithLibreOffice } from '@jiheng/runner'
import { describe, expect, test } from 'vitest'
import { corpusReports } from '../../bench/formats/corpus.ts'
import { makeDocx } from '../../bench/formats/make-docx.ts'
import { makePdf } from '../../bench/formats/make-pdf.ts'
import { makeXlsx } from '../../bench/formats/make-xlsx.ts'
import { hasOffice, saveAs } from '../../bench/formats/with-office.ts'
import { sampled } from '../setup/breadth.ts'
import { differences, readingOf } from './compare.ts'
import { EXPLAINED } from './explained.ts'

type Make = (document: SourceDocument) => Uint8Array | Promise<Uint8Array>

const reports = corpusReports()
const makers: Readonly<Record<string, Make>> = { docx: makeDocx, xlsx: makeXlsx, pdf: makePdf }

describe.each(Object.entries(makers))('%s', (format, make) => {
  test.each(sampled([...reports], 5, 4))('%s', async (name, text) => {
    await expectAlike(format, name, text, await make(text))
  })
})

/** Reports with merged tables, long paragraphs, several units, and faults. */
const forOffice = ['001-dexing-2022.txt', '103-yuantan-2021.txt', '204-yuhua-2020.txt', '308-lixi-2023.txt']

describe.skipIf(!hasOffice).each([
  ['pdf', 'docx', makeDocx],
  ['html', 'docx', makeDocx],
  ['doc', 'docx', makeDocx],
  ['odt', 'docx', makeDocx],
  ['rtf', 'docx', makeDocx],
  ['xls', 'xlsx', makeXlsx],
  ['ods', 'xlsx', makeXlsx],
] as const)('%s saved by LibreOffice', (to, from, make) => {
  // Each of these is converted back, one run of the program a file.
  const names = sampled(['doc', 'odt', 'rtf'].includes(to) ? forOffice.slice(1, 3) : forOffice, 1, 2)

  test(names.join(' '), { timeout: 120_000 }, async () => {
    const made = new Map<string, Uint8Array>()
    for (const name of names) made.set(name, await make(reports.get(name) as SourceDocument))
    for (const [name, bytes] of saveAs(made, from, to))
      await expectAlike(`${to} by LibreOffice`, name, reports.get(name) as SourceDocument, bytes)
  })
})

async function expectAlike(format: string, name: string, text: SourceDocument, bytes: Uint8Array): Promise<void> {
  const other = await ingest(bytes, { name, sha256: '' }, { convert: convertWithLibreOffice })
  expect(other.file.format).toBe(format.split(' ')[0])
  expect(other.problems).toEqual([])
  const found = differences(readingOf(text), readingOf(other))
  const known = EXPLAINED.find((one) => one.format === format && one.file === name)
  if (known) expect(found).toHaveLength(known.differences)
  else expect(found).toEqual([])
}
