/** From bytes to one of the formats that we read, or why none. */
import { openPackage, type Package, PackageRefused } from '@jiheng/ooxml'
import type { Problem } from '@jiheng/vocabulary'
import type { Refused } from '../flow.ts'
import { packageProblem } from '../package-problem.ts'
import type { Format } from '../source-document.ts'
import { looksLikeCsv } from './csv-shape.ts'
import { type Sniffed, sniff } from './sniff.ts'

export interface Detected {
  readonly format: Format
  readonly pack: Package | null
}

const DIRECT: Readonly<Partial<Record<Sniffed, Format>>> = {
  html: 'html',
  spreadsheetml: 'spreadsheetml',
  rtf: 'rtf',
  pdf: 'pdf',
  doc: 'doc',
  xls: 'xls',
}

export async function detect(bytes: Uint8Array, file: string): Promise<Detected | Refused> {
  const kind = sniff(bytes)
  if (kind === 'package') return detectPackage(bytes, file)
  if (kind === 'text') return { format: looksLikeCsv(bytes) ? 'csv' : 'text', pack: null }
  const format = DIRECT[kind]
  if (format) return { format, pack: null }
  if (kind === 'encrypted-office') return refuse({ code: 'file.encrypted', at: [file], details: {} })
  return refuse(unsupported(kind, file))
}

async function detectPackage(bytes: Uint8Array, file: string): Promise<Detected | Refused> {
  try {
    const pack = await openPackage(bytes)
    const format = await formatOfPackage(pack)
    return format.known ? { format: format.name, pack } : refuse(unsupported(format.name, file))
  } catch (error) {
    if (error instanceof PackageRefused) return refuse(packageProblem(error, file))
    throw error
  }
}

type PackageFormat = { readonly known: true; readonly name: Format } | { readonly known: false; readonly name: 'zip' | 'pptx' }

async function formatOfPackage(pack: Package): Promise<PackageFormat> {
  if (pack.has('OFD.xml')) return { known: true, name: 'ofd' }
  if (pack.has('word/document.xml') || hasPart(pack, /^word\/document\d*\.xml$/i)) return { known: true, name: 'docx' }
  if (hasPart(pack, /^xl\/workbook\.(xml|bin)$/i)) return { known: true, name: 'xlsx' }
  if (hasPart(pack, /^ppt\/presentation\.xml$/i)) return { known: false, name: 'pptx' }
  if (pack.has('mimetype') && pack.has('content.xml')) return openDocument(pack)
  return { known: false, name: 'zip' }
}

async function openDocument(pack: Package): Promise<PackageFormat> {
  const type = new TextDecoder().decode(await pack.read('mimetype'))
  if (type.includes('spreadsheet')) return { known: true, name: 'ods' }
  return type.includes('opendocument.text') ? { known: true, name: 'odt' } : { known: false, name: 'zip' }
}

const hasPart = (pack: Package, name: RegExp): boolean => pack.entries.some((entry) => name.test(entry.name))

const refuse = (refused: Problem): Refused => ({ refused })

const PICTURES: readonly Sniffed[] = ['png', 'jpeg', 'tiff', 'bmp', 'gif']

function unsupported(kind: Sniffed, file: string): Problem {
  if (PICTURES.includes(kind)) return { code: 'file.picture', at: [file], details: { format: kind } }
  return { code: 'file.unsupported-format', at: [file], details: { format: kind } }
}
