/** Where marks stand on the pages of a document, as shares of the page that is shown: whoever draws it may draw it at any size. */
import type { PageShape, SourceDocument } from '@jiheng/ingest'
import type { Marks } from '../html/marks.ts'
import { type Frame, frameOf, sizeOf } from '../html/page-geometry.ts'
import { isUpright, partOf, type Run, runsOf } from '../html/page-runs.ts'
import { markId } from './view-shapes.ts'

export interface PlacedMark {
  readonly page: number
  readonly boxes: readonly Share[]
}

type Share = readonly [left: number, top: number, width: number, height: number]

/** Points that a place where something is missing is wide. */
const LEAST_WIDTH = 2

/** By id of the mark. A quote that goes on behind the end of a page has its boxes on the first of them. */
export function boxesOf(document: SourceDocument, marks: Marks): ReadonlyMap<string, PlacedMark> {
  const runs = runsOf(document, marks)
  const placed = new Map<string, { readonly page: number; readonly boxes: Share[] }>()
  for (const page of document.pages) {
    for (const run of runs.get(page.number) ?? []) {
      for (const { id, box } of boxesOfRun(page, run)) {
        const known = placed.get(id)
        if (known === undefined) placed.set(id, { page: page.number, boxes: [box] })
        else if (known.page === page.number) known.boxes.push(box)
      }
    }
  }
  return placed
}

function boxesOfRun(page: PageShape, { text, box, stretches }: Run): readonly { readonly id: string; readonly box: Share }[] {
  if (stretches.length === 0) return []
  const frame = frameOf(page, box)
  const upright = isUpright(frame, text)
  return stretches.map(({ mark, from, to }) => {
    const part = partOf(frame, text, { from, text: text.slice(from, to) }, upright)
    return { id: markId(mark), box: shareOfPage(part, page) }
  })
}

function shareOfPage({ x, y, width, height }: Frame, page: PageShape): Share {
  const size = sizeOf(page)
  const share = (value: number, whole: number): number => Math.round(Math.max(0, Math.min(1, value / whole)) * 1e5) / 1e5
  return [
    share(x, size.width),
    share(y, size.height),
    share(Math.max(LEAST_WIDTH, width), size.width),
    share(Math.max(LEAST_WIDTH, height), size.height),
  ]
}
