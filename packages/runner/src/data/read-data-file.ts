/** A file that people fill or write: a workbook or CSV as tables, YAML or JSON as data. By content, whatever the name says. */
import { basename } from 'node:path'
import { csvRows, type FactTable } from '@jiheng/evaluation'
import { PackageRefused } from '@jiheng/ooxml'
import type { Problem } from '@jiheng/vocabulary'
import type { Input } from '../inputs/input.ts'
import { readInput } from '../inputs/read-input.ts'
import { readYaml } from './read-yaml.ts'

export type ReadData =
  /** `hidden`: sheets that nobody sees and that are not read. */
  | { readonly kind: 'tables'; readonly tables: readonly FactTable[]; readonly hidden: readonly string[] }
  | { readonly kind: 'data'; readonly value: unknown }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Forms and exports; a department's whole year has some megabytes. */
const MOST_BYTES = 64 * 1024 * 1024

export const readDataFile = (path: string): Promise<ReadData> => readDataInput({ kind: 'file', name: path, path, bytes: 0 })

export async function readDataInput(input: Input): Promise<ReadData> {
  const read = readInput(input)
  if ('problem' in read) return { kind: 'problems', problems: [read.problem] }
  const { bytes } = read
  const name = input.name
  if (bytes.byteLength > MOST_BYTES)
    return { kind: 'problems', problems: [{ code: 'file.too-large', at: [name], details: { bytes: bytes.byteLength, limit: MOST_BYTES } }] }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes, name)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return { kind: 'problems', problems: [{ code: 'facts.bad-shape', at: [name], details: { expected: 'xlsx' } }] }
  const text = decode(bytes)
  if (text === null) return { kind: 'problems', problems: [{ code: 'file.binary', at: [name], details: {} }] }
  const start = text.trimStart()
  if (start.startsWith('[') || start.startsWith('{')) return readJson(text, name)
  if (/\.ya?ml$/i.test(name)) {
    const yaml = readYaml(text, name)
    return 'value' in yaml ? { kind: 'data', value: yaml.value } : { kind: 'problems', problems: yaml.problems }
  }
  return { kind: 'tables', hidden: [], tables: [{ file: basename(name), sheet: null, rows: csvRows(text) }] }
}

async function readWorkbook(bytes: Uint8Array, name: string): Promise<ReadData> {
  try {
    const { readBook } = await import('@jiheng/report')
    const hidden: string[] = []
    const sheets = await readBook(bytes, (sheet) => hidden.push(sheet))
    return { kind: 'tables', hidden, tables: sheets.map(({ name: sheet, rows }) => ({ file: basename(name), sheet, rows })) }
  } catch (error) {
    if (!(error instanceof PackageRefused)) throw error
    const { reason } = error
    const code = reason === 'encrypted' ? 'file.encrypted' : reason === 'damaged' || reason === 'bad-xml' ? 'file.damaged' : 'file.unsafe'
    return { kind: 'problems', problems: [{ code, at: [name], details: { reason } }] }
  }
}

function readJson(text: string, name: string): ReadData {
  try {
    return { kind: 'data', value: JSON.parse(text.replace(/^\ufeff/, '')) as unknown }
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : ''
    return { kind: 'problems', problems: [{ code: 'facts.bad-shape', at: [name], details: { expected: 'json', reason } }] }
  }
}

/** What office programs write: UTF-8, UTF-16 with a mark, else GB 18030. null for what is no text. */
export function decode(bytes: Uint8Array): string | null {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (mark !== null) return new TextDecoder(mark).decode(bytes)
  try {
    return noBinary(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    try {
      return noBinary(new TextDecoder('gb18030', { fatal: true }).decode(bytes))
    } catch {
      return null
    }
  }
}

const noBinary = (text: string): string | null => (text.includes('\0') ? null : text)
