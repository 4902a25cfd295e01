/** Takes what belongs to the page or to the table of contents out of the lines, and notes where a page began. */
import type { Line } from '../lines.ts'
import type { Residue, ResidueKind } from '../source-document.ts'
import { contentsLines } from './contents.ts'
import { barePageNumbers, pageFurniture, runningHeaders } from './watermarks.ts'

export interface Sorted {
  readonly lines: readonly Line[]
  readonly residue: readonly Residue[]
}

export function dropPageFurniture(lines: readonly Line[]): Sorted {
  const numbers = barePageNumbers(lines)
  const first = drop(lines, (line) => (numbers.has(line) ? 'page-number' : pageFurniture(line)), true)
  const headers = runningHeaders(first.lines)
  const second = drop(first.lines, (line) => (headers.has(line) ? 'running-header' : null), true)
  const contents = contentsLines(second.lines)
  const third = drop(second.lines, (line) => (contents.has(line) ? 'contents' : null), false)
  return { lines: third.lines, residue: [...first.residue, ...second.residue, ...third.residue] }
}

function drop(lines: readonly Line[], kindOf: (line: Line) => ResidueKind | null, marksPage: boolean): Sorted {
  const kept: Line[] = []
  const residue: Residue[] = []
  let gap = 0
  let newPage = false
  for (const line of lines) {
    const kind = kindOf(line)
    if (kind) {
      residue.push({ kind, start: line.start, end: line.end, line: line.line })
      gap += line.gap
      newPage ||= line.newPage || marksPage
    } else {
      kept.push(gap > 0 || newPage ? { ...line, gap: line.gap + gap, newPage: line.newPage || newPage } : line)
      gap = 0
      newPage = false
    }
  }
  return residue.length > 0 ? { lines: kept, residue } : { lines, residue }
}
