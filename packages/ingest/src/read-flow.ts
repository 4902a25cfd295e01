/** From what a reader found to reports: the same way for every format. */
import type { Problem } from '@jiheng/vocabulary'
import type { Flow } from './flow.ts'
import type { Limits } from './limits.ts'
import { type Lines, readLines } from './lines.ts'
import { mapLookAlikes } from './look-alikes.ts'
import type { Residue, SourceReport } from './source-document.ts'
import { findTables } from './tables/find-tables.ts'
import { limitCells } from './tables/limit-cells.ts'
import { markedTables, withoutMarked } from './tables/marked-tables.ts'
import type { Part, RawTable } from './tables/raw-table.ts'
import { buildBlocks } from './tidy/blocks.ts'
import { blankInlineResidue } from './tidy/inline-residue.ts'
import { dropPageFurniture } from './tidy/page-furniture.ts'
import { readHead } from './tidy/report-head.ts'
import { type Placed, reportStarts } from './tidy/split-reports.ts'

export interface Reports {
  readonly reports: readonly SourceReport[]
  readonly residue: readonly Residue[]
  readonly problems: readonly Problem[]
}

export function readFlow({ text, tables: marked }: Pick<Flow, 'text' | 'tables'>, file: string, limits: Limits): Reports {
  const { clean: blanked, found } = blankInlineResidue(text)
  const clean = mapLookAlikes(blanked)
  const read = readLines(clean, found, limits)
  const { lines, inTables } = withoutMarked(read.lines, marked)
  const sorted = dropPageFurniture(lines)
  const parts = markedTables(clean, marked, inTables, sorted.lines, (between) => findTables(clean, between, limits))
  const tables = limitCells(parts, limits.maxCells)
  const { placed, cutAt } = buildBlocks({ text, clean, hasPages: read.hasPages }, tables.parts, limits.maxBlocks)
  const problems = [
    ...tooLong(file, read, limits),
    ...tooMany(file, read.cutAt, limits.maxLines, 'lines'),
    ...tooMany(file, tables.cutAt, limits.maxCells, 'cells'),
    ...tooMany(file, cutAt, limits.maxBlocks, 'blocks'),
    ...nothingRead(file, placed),
  ]
  const residue = [...inlineResidue(text, found), ...sorted.residue, ...tableRules(tables.parts)].sort((a, b) => a.start - b.start)
  return { reports: toReports(placed), residue, problems }
}

function tooLong(file: string, { longest }: Lines, { maxLineLength }: Limits): Problem[] {
  if (!longest) return []
  return [{ code: 'text.line-too-long', at: [file, longest.line], details: { length: longest.length, limit: maxLineLength } }]
}

function tooMany(file: string, line: number | null, limit: number, of: string): Problem[] {
  return line === null ? [] : [{ code: 'document.too-many-blocks', at: [file, line], details: { limit, of } }]
}

function nothingRead(file: string, placed: readonly Placed[]): Problem[] {
  return placed.length > 0 ? [] : [{ code: 'document.nothing-to-read', at: [file], details: {} }]
}

function toReports(placed: readonly Placed[]): readonly SourceReport[] {
  if (placed.length === 0) return []
  const starts = reportStarts(placed)
  return starts.map((start, i) => {
    const blocks = placed.slice(start, starts[i + 1] ?? placed.length).map(({ block }) => block)
    return { ...readHead(blocks), blocks }
  })
}

function inlineResidue(text: string, found: ReturnType<typeof blankInlineResidue>['found']): Residue[] {
  let line = 1
  let at = 0
  return found.map(({ kind, start, end }) => {
    for (; at < start; at++) if (isLineEnd(text, at)) line++
    return { kind, start, end, line }
  })
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)
}

function tableRules(parts: readonly Part[]): Residue[] {
  return parts
    .filter((part): part is RawTable => part.kind === 'table')
    .flatMap(({ rules }) => rules.map(({ start, end, line }): Residue => ({ kind: 'table-rule', start, end, line })))
}
