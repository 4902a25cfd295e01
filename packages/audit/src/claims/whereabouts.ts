/** Where figures and words stand, as the person who has the file open would look for them: line, page, or sheet and cell. */
import type { SourceDocument } from '@jiheng/ingest'
import { type Anchor, type Place, placeAt } from '@jiheng/vocabulary'

/** Part of an anchor or a quote. Empty where the format counts nothing that a person could count (Word). */
export type Where = Pick<Anchor, 'line' | 'page' | 'box' | 'cell' | 'paragraph'>

/** `offset` is into the running text, `line` its line there. */
export type Whereabouts = (offset: number, line: number) => Where

/** Only plain text has lines that an editor shows; of a converted file nothing is known. */
export function whereaboutsOf({ file, places }: Pick<SourceDocument, 'file' | 'places'>): Whereabouts {
  if (places.length > 0) return (offset) => whereOf(placeAt(places, offset))
  return file.format === 'text' ? inLines : nowhere
}

export const inLines: Whereabouts = (_offset, line) => ({ line })
const nowhere: Whereabouts = () => ({})

function whereOf(place: Place | null): Where {
  const spot = place?.spot
  if (spot?.kind === 'box') return { page: spot.page, box: spot.box }
  if (spot?.kind === 'cell') return { cell: spot.sheet === '' ? spot.cell : `${spot.sheet}!${spot.cell}` }
  return spot?.kind === 'run' ? { paragraph: spot.paragraph } : {}
}

/** `第 9 行`, `第 3 页`, `工作表“收支表”B5`; '' where nothing can be said. */
export function sayWhere({ line, page, cell }: Where): string {
  if (line !== undefined) return `第 ${line} 行`
  if (page !== undefined) return `第 ${page} 页`
  const inSheet = sheetAndCell(cell)
  return inSheet.sheet === '' ? '' : `工作表“${inSheet.sheet}”${inSheet.cell}`
}

/** The parts of `sheet!B5`; no sheet for a cell of a table in a text. */
export function sheetAndCell(cell: string | undefined): { readonly sheet: string; readonly cell: string } {
  const at = cell?.lastIndexOf('!') ?? -1
  return { sheet: cell?.slice(0, Math.max(0, at)) ?? '', cell: cell?.slice(at + 1) ?? '' }
}
