/** From findings to marks on pages: where, in which colour, with which words. */
import type { Finding, Quote, Severity } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import type { Box } from '../html/page-geometry.ts'
import { AUTHOR, severities } from '../wording/words.ts'
import type { DraftMark, OpenedPage } from './library.ts'
import { noteOf } from './note.ts'
import type { FilePages } from './pages.ts'
import { around, type Covered, cornersOf, coveredBy } from './quads.ts'

/** Findings that accuse the same words are told by one mark: of two marks in one place nobody would see the lower one. */
export interface Mark {
  readonly findings: readonly Finding[]
  readonly covered: readonly Covered[]
}

export interface Marked {
  readonly marks: readonly Mark[]
  readonly unplaced: readonly Finding[]
}

export async function markFindings(findings: readonly Finding[], document: SourceDocument, pages: FilePages): Promise<Marked> {
  const marks = new Map<string, { findings: Finding[]; covered: readonly Covered[] }>()
  const unplaced: Finding[] = []
  for (const finding of findings) {
    const [accused] = finding.quotes
    const known = accused === undefined ? undefined : marks.get(keyOf(accused))
    if (known) {
      known.findings.push(finding)
      continue
    }
    const covered = accused === undefined ? [] : await onPages(coveredBy(accused, document), pages)
    if (accused === undefined || covered.length === 0) unplaced.push(finding)
    else marks.set(keyOf(accused), { findings: [finding], covered })
  }
  return { marks: [...marks.values()], unplaced }
}

const keyOf = ({ report, block, start, end }: Quote): string => `${report} ${block} ${start} ${end}`

/** Only pages that can be opened. */
async function onPages(covered: readonly Covered[], pages: FilePages): Promise<readonly Covered[]> {
  const found: Covered[] = []
  for (const one of covered) if (await pages.load(one.page - 1)) found.push(one)
  return found
}

type Color = DraftMark['color']

/** Light enough that the words stay readable when it is laid over them, on paper too. */
const COLORS: Readonly<Record<Severity, Color>> = { error: [255, 168, 160], warning: [255, 221, 120], info: [176, 216, 255] }

/** One for each page that the words stand on. */
export function draftsOf({ findings, covered }: Mark, pages: FilePages, date: string | null): readonly DraftMark[] {
  const gravest = severities.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'info'
  const contents = findings.map(noteOf).join('\n\n')
  return covered.map(({ page, turn, boxes }, at): DraftMark => {
    const rect = rounded(around(boxes))
    return {
      kind: 'highlight',
      pageIndex: page - 1,
      rect,
      quads: boxes.map((box) => cornersOf(rounded(box), turn)),
      color: COLORS[gravest],
      author: AUTHOR,
      contents: at === 0 ? contents : `（接第${(covered[0] as Covered).page}页）\n${contents}`,
      popup: besides(rect, pages.at(page - 1)),
      date,
    }
  })
}

/** By page; the larger ones lie below, so that a mark inside another one can be clicked. */
export function inDrawingOrder(drafts: readonly DraftMark[]): readonly DraftMark[] {
  return [...drafts].sort((a, b) => a.pageIndex - b.pageIndex || areaOf(b) - areaOf(a))
}

const areaOf = ({ quads }: DraftMark): number =>
  quads.reduce((sum, [x1 = 0, y1 = 0, , , , , x4 = 0, y4 = 0]) => sum + Math.abs((x4 - x1) * (y4 - y1)), 0)

const rounded = ([left, bottom, right, top]: Box): Box => [hundredths(left), hundredths(bottom), hundredths(right), hundredths(top)]
const hundredths = (value: number): number => Math.round(value * 100) / 100

const POPUP = { width: 220, height: 140 }

/** At the right edge of the page, as high as the words. */
function besides([, , , top]: Box, { view: [, , right] }: OpenedPage): Box {
  return [hundredths(right - POPUP.width), hundredths(top - POPUP.height), hundredths(right), top]
}

/** From the edges of the page, and as large as programs draw the sign of a note. Points. */
const CORNER = 12
const SIGN = 22
const SUMMARY_COLOR: Color = [255, 209, 0]

/** The note at the upper left corner of the page, as programs show it. */
export function summaryDraft(pageIndex: number, contents: string, pages: FilePages, date: string | null): DraftMark {
  const page = pages.at(pageIndex)
  const rect = upperLeft(page)
  const turn = page.rotate === 90 || page.rotate === 180 || page.rotate === 270 ? page.rotate : 0
  const quads = [cornersOf(rect, turn)]
  return { kind: 'note', pageIndex, rect, quads, color: SUMMARY_COLOR, author: AUTHOR, contents, popup: besides(rect, page), date }
}

function upperLeft({ view: [left, bottom, right, top], rotate }: OpenedPage): Box {
  const x = rotate === 180 || rotate === 270 ? right - CORNER - SIGN : left + CORNER
  const y = rotate === 90 || rotate === 180 ? bottom + CORNER : top - CORNER - SIGN
  return rounded([x, y, x + SIGN, y + SIGN])
}
