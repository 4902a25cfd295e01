/** Reading text in tests, and what must be true of every document. */

import { type Origin, toOriginal } from '@jiheng/vocabulary'
import { expect } from 'vitest'
import { type Block, type Cell, ingestText, type Limits, type SourceDocument, type SourceReport } from '../src/index.ts'

export type Table = Extract<Block, { kind: 'table' }>

export function read(text: string, limits?: Partial<Limits>): SourceDocument {
  return ingestText(new TextEncoder().encode(text), { name: 'report.txt', sha256: 'x' }, limits)
}

export function readReport(text: string): SourceReport {
  const [report, ...others] = read(text).reports
  if (!report || others.length > 0) throw new Error(`expected one report, got ${others.length + (report ? 1 : 0)}`)
  return report
}

export function blocksOf(text: string): readonly Block[] {
  return read(text).reports.flatMap(({ blocks }) => blocks)
}

/** Blocks as short lines: `H2 一、|基本情况`, `P …`, `T 3x4`, `A 附件1`. */
export function outline(text: string): string[] {
  return blocksOf(text).map(show)
}

export function show(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `H${block.level} ${block.number ?? '-'}|${block.text}`
    case 'paragraph':
      return `P ${block.text}`
    case 'attachment':
      return `A ${block.title}`
    case 'table':
      return `T ${block.rows.length}x${Math.max(...block.rows.map((row) => row.length))}`
  }
}

export function tableOf(text: string): Table {
  const table = blocksOf(text).find((block) => block.kind === 'table')
  if (table?.kind !== 'table') throw new Error(`no table in:\n${outline(text).join('\n')}`)
  return table
}

export function rowsOf(table: Table): string[] {
  return table.rows.map((row) => row.map(({ text }) => text).join(' | '))
}

/** Nobody sees these: white space, zero-width and control characters. Written apart from the code under test on purpose. */
export function isUnseen(char: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\s\u0000-\u001f\u007f-\u00a0\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ufe00-\ufe0f]/.test(char)
}

const BARS = '|│┃║｜'

/** Every character of tidied text leads back to itself; every character of the file is somewhere exactly once. */
export function expectSound(text: string, document: SourceDocument): void {
  const seen = new Uint8Array(text.length)
  for (const { start, end } of document.residue) seen.fill(1, start, end)
  for (const report of document.reports) {
    let last = 0
    for (const block of report.blocks) {
      expect(block.at.start).toBeGreaterThanOrEqual(last)
      last = block.at.end
      expectOrigin(text, block.at)
      if (block.kind === 'table') for (const cell of block.rows.flat()) expectCell(text, block, cell, seen)
      else expectMapped(block.kind === 'attachment' ? block.title : block.text, block.at, seen)
      if (block.kind === 'heading' && block.number) cover(seen, block.at.start, block.number.length, block.number)
      if (block.kind === 'heading' && block.number) expect(block.at.original.startsWith(block.number)).toBe(true)
      if (block.kind === 'paragraph' && block.lead) expect(block.at.original.startsWith(block.lead.number)).toBe(true)
    }
  }
  const tables = document.reports.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
  for (const { at } of tables)
    for (let i = at.start; i < at.end; i++) if (BARS.includes(text.charAt(i))) seen[i] = Math.max(1, seen[i] ?? 0)
  const missed =
    [...text].length === 0 ? [] : text.split('').flatMap((char, i) => (seen[i] === 0 && !isUnseen(char) ? [`${i}:${char}`] : []))
  expect(missed).toEqual([])
}

function expectOrigin(text: string, at: Origin): void {
  expect(at.original).toBe(text.slice(at.start, at.end))
  expect(at.line).toBe((text.slice(0, at.start).match(/\r\n|\r|\n/g)?.length ?? 0) + 1)
}

function expectCell(text: string, table: Table, cell: Cell, seen: Uint8Array): void {
  expect(cell.at.original).toBe(text.slice(cell.at.start, cell.at.end))
  expect(cell.at.start).toBeGreaterThanOrEqual(table.at.start)
  expect(cell.at.end).toBeLessThanOrEqual(table.at.end)
  expectMapped(cell.text, cell.at, seen)
}

function expectMapped(tidied: string, at: Origin, seen: Uint8Array): void {
  for (let i = 0; i < tidied.length; i++) {
    const offset = toOriginal(at, i, 'start')
    const original = at.original.charAt(offset)
    // A space may stand for any white space, and for residue between two words.
    const same =
      original === tidied.charAt(i) ||
      isRadical(original) ||
      (tidied.charAt(i) === ' ' && (isUnseen(original) || seen[at.start + offset] === 1))
    if (!same) throw new Error(`character ${i} of ${JSON.stringify(tidied)} leads to ${JSON.stringify(original)} at ${offset}`)
    expect(toOriginal(at, i + 1, 'end')).toBe(offset + 1)
    cover(seen, at.start + offset, 1, tidied.charAt(i))
  }
}

/** A radical is read as the ideograph that it looks like (look-alikes.test.ts). */
function isRadical(char: string): boolean {
  return char >= '\u2e80' && char <= '\u2fd5'
}

function cover(seen: Uint8Array, start: number, length: number, what: string): void {
  for (let i = start; i < start + length; i++) {
    if (seen[i] && !isUnseen(what)) throw new Error(`offset ${i} (${JSON.stringify(what)}) belongs to two texts`)
    seen[i] = 2
  }
}
