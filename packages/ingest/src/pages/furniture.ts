/** What stands on the page and not in the text: page numbers, running headers and footers, told by place and repetition. */
import type { PageItems } from './page-items.ts'
import type { TextLine } from './text-line.ts'

/** Parts of the page's height where headers and footers stand. */
const TOP = 0.12
const BOTTOM = 0.12
/** Points that a repeated line may move from page to page. */
const SAME_PLACE = 4
/** A header stands apart from what it is above, by this many of its ems from baseline to baseline. */
const APART = 1.7
const FEWEST_PAGES = 3
const LONGEST = 90
/** Of the usual size on the page. */
const TITLE = 1.15

const NUMBER = '(?:[0-9０-９]{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百]{1,4})'
const DASH = '[-—－–─―~·.•]'
const PAGE_NUMBER = new RegExp(
  `^(?:${DASH}{0,4}[0-9０-９]{1,4}${DASH}{0,4}|${DASH}{1,4}${NUMBER}${DASH}{1,4}|第${NUMBER}页(?:[,，/／]?共${NUMBER}页)?|第?${NUMBER}页?[/／]共?${NUMBER}页?|[pP]age${NUMBER}(?:of${NUMBER})?|[(（]第?${NUMBER}页?[/／]共?${NUMBER}页?[)）])$`,
)

interface Candidate {
  readonly page: PageItems
  readonly line: TextLine
  readonly words: string
}

/** The lines of all pages that are to be left out. */
export function furniture(pages: readonly PageItems[]): ReadonlySet<TextLine> {
  const edges = pages.flatMap((page) => [...edgeLines(page, true), ...edgeLines(page, false)])
  const numbers = pageNumbers(edges)
  const found = new Set<TextLine>(numbers)
  for (const line of repeated(edges.filter(({ line }) => !numbers.has(line)))) found.add(line)
  return found
}

/** The outermost lines of a page, as long as they stand apart from the next one. */
function edgeLines(page: PageItems, isTop: boolean): readonly Candidate[] {
  const items = isTop ? page.items : [...page.items].reverse()
  const found: Candidate[] = []
  for (const [i, item] of items.entries()) {
    if (item.kind !== 'line') break
    const { line } = item
    const isInZone = isTop ? line.y < page.sheet.height * TOP : line.y > page.sheet.height * (1 - BOTTOM)
    if (!isInZone || line.text.length > LONGEST) break
    const words = line.text.replace(/\s/g, '')
    const isNumber = PAGE_NUMBER.test(words)
    found.push({ page, line, words })
    const next = items[i + 1]
    if (!next || isNumber) continue
    const nextY = next.kind === 'line' ? next.line.y : isTop ? next.table.top + line.size : next.table.bottom
    if (Math.abs(nextY - line.y) < line.size * APART && !(next.kind === 'line' && isSameBand(page, next.line, isTop))) {
      found.pop()
      break
    }
  }
  return found
}

const isSameBand = (page: PageItems, { y }: TextLine, isTop: boolean): boolean =>
  isTop ? y < page.sheet.height * TOP * 0.75 : y > page.sheet.height * (1 - BOTTOM * 0.75)

/** Forms that nothing else has, and bare figures that go on from page to page. */
function pageNumbers(edges: readonly Candidate[]): ReadonlySet<TextLine> {
  const numbers = edges.filter(({ words }) => PAGE_NUMBER.test(words))
  const counted = new Map<number, number>()
  for (const { page, words } of numbers) {
    const offset = figureIn(words) - page.sheet.number
    counted.set(offset, (counted.get(offset) ?? 0) + 1)
  }
  const isCounted = ({ page, words }: Candidate) => (counted.get(figureIn(words) - page.sheet.number) ?? 0) > 1
  return new Set(numbers.filter((one) => !/^[0-9０-９]+$/.test(one.words) || isCounted(one) || isLowest(one)).map(({ line }) => line))
}

function isLowest({ page, line }: Candidate): boolean {
  return page.items.at(-1)?.kind === 'line' && line.y >= page.sheet.height * (1 - BOTTOM * 0.8) && line.text.length <= 3
}

function figureIn(words: string): number {
  return Number(words.normalize('NFKC').match(/\d+/)?.[0] ?? Number.NaN)
}

/** The same words, figures apart, at the same height of three pages or more. One that is larger than the text may be a title: its first stays. */
function repeated(edges: readonly Candidate[]): readonly TextLine[] {
  const same = new Map<string, Candidate[]>()
  for (const one of edges) {
    const key = one.words.replace(/[\d０-９]+/g, '#')
    if (key === '#') continue
    const known = same.get(key)
    if (known) known.push(one)
    else same.set(key, [one])
  }
  return [...same.values()].flatMap((group) => {
    const together = group.filter((one) => group.filter((other) => isSamePlace(one, other)).length >= FEWEST_PAGES)
    const [first] = together
    return together.slice(first && isLarge(first) ? 1 : 0).map(({ line }) => line)
  })
}

function isLarge({ page, line }: Candidate): boolean {
  const sizes = page.items.flatMap((item) => (item.kind === 'line' ? item.line.size : (item.table.rows[0]?.[0]?.lines[0]?.size ?? [])))
  const usual = sizes.sort((x, y) => x - y)[Math.floor(sizes.length / 2)] ?? 0
  return line.size > usual * TITLE
}

function isSamePlace(a: Candidate, b: Candidate): boolean {
  const fromTop = Math.abs(a.line.y - b.line.y)
  const fromBottom = Math.abs(a.page.sheet.height - a.line.y - (b.page.sheet.height - b.line.y))
  return Math.min(fromTop, fromBottom) <= SAME_PLACE
}
