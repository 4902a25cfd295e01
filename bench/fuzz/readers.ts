/** Every reader that is fuzzed: its good files, and how each is changed. */
import { makeZip, readZip } from '../formats/make-zip.ts'
import { mutateBytes } from './mutate/bytes.ts'
import { mutateMarkup } from './mutate/markup.ts'
import { mutatePackage } from './mutate/packages.ts'
import { mutatePdf } from './mutate/pdf.ts'
import { type Random, randomOf } from './random.ts'
import { byLibreOffice } from './seeds/old-formats.ts'
import { ofdSeeds, pdfSeeds } from './seeds/pages.ts'
import { csvSeeds, htmlSeeds, spreadsheetMlSeeds, textSeeds } from './seeds/texts.ts'
import { wordSeeds } from './seeds/word.ts'
import { odsSeeds, xlsxSeeds } from './seeds/workbooks.ts'

export interface Fuzzed {
  /** Empty where the program that writes the format is missing. */
  readonly seeds: () => Promise<readonly Uint8Array[]> | readonly Uint8Array[]
  /** What it is inside; bytes are changed in any case. */
  readonly inside: 'package' | 'markup' | 'pdf' | 'bytes'
  /** Through LibreOffice, which takes a second or two a file. */
  readonly isConverted?: boolean
}

const listed = (made: Uint8Array | null): readonly Uint8Array[] => (made === null ? [] : [made])

const oldWord = async (to: 'doc' | 'rtf' | 'odt') => listed(await byLibreOffice((await wordSeeds())[0] as Uint8Array, 'docx', to))

export const READERS = {
  text: { seeds: textSeeds, inside: 'bytes' },
  csv: { seeds: csvSeeds, inside: 'bytes' },
  html: { seeds: htmlSeeds, inside: 'markup' },
  spreadsheetml: { seeds: spreadsheetMlSeeds, inside: 'markup' },
  docx: { seeds: wordSeeds, inside: 'package' },
  xlsx: { seeds: xlsxSeeds, inside: 'package' },
  ods: { seeds: odsSeeds, inside: 'package' },
  xls: { seeds: async () => listed(await byLibreOffice((await xlsxSeeds())[0] as Uint8Array, 'xlsx', 'xls')), inside: 'bytes' },
  doc: { seeds: () => oldWord('doc'), inside: 'bytes' },
  pdf: { seeds: pdfSeeds, inside: 'pdf' },
  ofd: { seeds: ofdSeeds, inside: 'package' },
  zip: { seeds: zipSeeds, inside: 'package' },
  'doc by LibreOffice': { seeds: () => oldWord('doc'), inside: 'bytes', isConverted: true },
  'rtf by LibreOffice': { seeds: () => oldWord('rtf'), inside: 'bytes', isConverted: true },
  'odt by LibreOffice': { seeds: () => oldWord('odt'), inside: 'package', isConverted: true },
} as const satisfies Readonly<Record<string, Fuzzed>>

export type ReaderName = keyof typeof READERS

export const readerNames = Object.keys(READERS) as readonly ReaderName[]

export const fuzzed = (reader: ReaderName): Fuzzed => READERS[reader]

/** Archives of a county: text, a document, an archive in the archive, a name in GB18030. */
async function zipSeeds(): Promise<readonly Uint8Array[]> {
  const [text] = textSeeds()
  const [docx] = await wordSeeds()
  if (!text || !docx) return []
  const inner = makeZip([{ name: 'a.txt', content: text }])
  return [
    makeZip([
      { name: 'a/1.txt', content: text },
      { name: 'a/b.docx', content: docx, stored: true },
      { name: 'c.zip', content: inner },
      { name: Buffer.from('b1a8b8e62e747874', 'hex'), content: text },
    ]),
  ]
}

/** The file with this number: the same for the same seed. A tenth only bytes of an archive or package, the rest inside. */
export function mutant(reader: ReaderName, seeds: readonly Uint8Array[], seed: number, number: number): Uint8Array {
  const random = randomOf(seed, reader, number)
  const good = random.pick(seeds)
  return random.chance(0.25) ? mutateBytes(good, random) : mutateInside(reader, good, random)
}

function mutateInside(reader: ReaderName, good: Uint8Array, random: Random): Uint8Array {
  switch (fuzzed(reader).inside) {
    case 'package':
      return mutatePackage(partsOf(good), random)
    case 'markup':
      return Buffer.from(mutateMarkup(Buffer.from(good).toString('utf8'), random))
    case 'pdf':
      return mutatePdf(good, random)
    case 'bytes':
      return mutateBytes(good, random)
  }
}

const opened = new WeakMap<Uint8Array, ReturnType<typeof readZip>>()

function partsOf(good: Uint8Array): ReturnType<typeof readZip> {
  const parts = opened.get(good) ?? readZip(good)
  opened.set(good, parts)
  return parts
}
