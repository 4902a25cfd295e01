/** PDF: page by page, the words with their places and the rules of tables. Pictures are not read. */
import type { Problem } from '@jiheng/vocabulary'
import type { Limits } from '../limits.ts'
import type { Box, PageContent, Turned } from '../pages/page.ts'
import { PageFlow } from '../pages/page-flow.ts'
import { pageProblem } from '../pages/page-problem.ts'
import { upright } from '../pages/upright.ts'
import type { Reader } from '../reader.ts'
import { loadPdfLibrary, type OpenedPdf, openPdf, type PdfPage, refusalOf } from './pdf/library.ts'
import { pageContent } from './pdf/page-content.ts'
import { type Font, PLAIN_FONT } from './pdf/text-state.ts'

export const readPdf: Reader = async (bytes, { file, limits }) => {
  const library = await loadPdfLibrary()
  let opened: OpenedPdf
  try {
    opened = await openPdf(library, bytes)
  } catch (error) {
    const { reason, message } = refusalOf(error)
    return { refused: { code: `file.${reason}`, at: [file], details: reason === 'damaged' ? { message } : {} } }
  }
  try {
    return await readOpened(opened, file, limits)
  } finally {
    await opened.close()
  }
}

async function readOpened(opened: OpenedPdf, file: string, limits: Limits) {
  const flow = new PageFlow()
  const problems: Problem[] = []
  const { numPages } = opened.document
  const isVisible = await layersOf(opened)
  for (let number = 1; number <= Math.min(numPages, limits.maxPages); number++) {
    const { content, box, turn } = await readPage(opened, number, isVisible, limits)
    const problem = pageProblem(content, file, number)
    if (problem) problems.push(problem)
    if (content) flow.take(upright(content.page))
    else flow.skip({ number, box, turn })
  }
  if (numPages > limits.maxPages)
    problems.push({ code: 'document.too-many-blocks', at: [file, limits.maxPages], details: { limit: limits.maxPages, of: 'pages' } })
  if (await isSigned(opened)) problems.push({ code: 'file.signed', at: [file], details: {} })
  return flow.finish(problems)
}

interface ReadPage {
  /** Null when the page cannot be read. */
  readonly content: PageContent | null
  readonly box: Box
  readonly turn: Turned
}

async function readPage({ document, operations }: OpenedPdf, number: number, isVisible: IsVisible, limits: Limits): Promise<ReadPage> {
  let page: PdfPage | null = null
  let shape = { box: A4, turn: 0 as Turned }
  try {
    page = await document.getPage(number)
    shape = { box: boxOf(page), turn: turnOf(page) }
    const frame = { number, ...shape, fontOf: fontsOf(page), isVisible }
    return { content: pageContent(await page.getOperatorList(), operations, frame, limits), ...shape }
  } catch {
    return { content: null, ...shape }
  } finally {
    page?.cleanup()
  }
}

const A4: Box = [0, 0, 595, 842]
/** Points; no page is as large. */
const FARTHEST = 1_000_000

function boxOf({ view }: PdfPage): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = view
  const isPage = right - left > 1 && top - bottom > 1 && [left, bottom, right, top].every((edge) => Math.abs(edge) < FARTHEST)
  return isPage ? [left, bottom, right, top] : A4
}

const turnOf = ({ rotate }: PdfPage): Turned => (rotate === 90 || rotate === 180 || rotate === 270 ? rotate : 0)

function fontsOf({ commonObjs }: PdfPage): (name: string) => Font | null {
  const known = new Map<string, Font>()
  return (name) => {
    const found = known.get(name) ?? toFont(commonObjs.has(name) ? commonObjs.get(name) : null)
    known.set(name, found)
    return found
  }
}

function toFont(font: unknown): Font {
  if (typeof font !== 'object' || font === null) return PLAIN_FONT
  const { vertical, fontMatrix } = font as { vertical?: unknown; fontMatrix?: unknown }
  const [unit] = Array.isArray(fontMatrix) ? fontMatrix : []
  return { isVertical: vertical === true, unit: typeof unit === 'number' && unit !== 0 ? Math.abs(unit) : PLAIN_FONT.unit }
}

type IsVisible = (group: unknown) => boolean

/** Layers that are switched off are not printed. */
async function layersOf({ document }: OpenedPdf): Promise<IsVisible> {
  try {
    const layers = await document.getOptionalContentConfig()
    return (group) => layers.isVisible(group) !== false
  } catch {
    return () => true
  }
}

async function isSigned({ document }: OpenedPdf): Promise<boolean> {
  try {
    const fields = Object.values((await document.getFieldObjects()) ?? {}).flat()
    return fields.some(({ type }) => type === 'signature')
  } catch {
    return false
  }
}
