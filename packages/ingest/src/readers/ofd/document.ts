/** The parts of an OFD package (GB/T 33190): which pages there are, in order, and what stands behind them. */
import type { Package } from '@jiheng/ooxml'
import { PACKAGE_LIMITS, readXmlPart } from '@jiheng/ooxml'
import type { Box } from '../../pages/page.ts'

export interface OfdDocument {
  /** Parts of the pages. */
  readonly pages: readonly string[]
  /** Part of each template page by its id. */
  readonly templates: ReadonlyMap<string, string>
  /** Of pages that say nothing of their own: millimetres, y downwards. */
  readonly box: Box | null
}

export interface OfdBodies {
  readonly documents: readonly OfdDocument[]
  readonly isSigned: boolean
}

/** Rejects with PackageRefused. */
export async function readOfdDocuments(pack: Package): Promise<OfdBodies> {
  const roots: string[] = []
  let isSigned = false
  await readTexts(pack, 'OFD.xml', (name, text) => {
    if (name === 'DocRoot') roots.push(partAt('', text))
    if (name === 'Signatures' && pack.has(partAt('', text))) isSigned = true
  })
  const documents: OfdDocument[] = []
  for (const root of roots) documents.push(await readDocument(pack, root))
  return { documents, isSigned }
}

async function readDocument(pack: Package, root: string): Promise<OfdDocument> {
  const folder = root.slice(0, root.lastIndexOf('/') + 1)
  const pages: string[] = []
  const templates = new Map<string, string>()
  let box: Box | null = null
  await readTexts(
    pack,
    root,
    (name, text) => {
      if (name === 'PhysicalBox') box ??= boxIn(text)
    },
    (name, { BaseLoc, ID }) => {
      if (BaseLoc === undefined) return
      if (name === 'Page') pages.push(partAt(folder, BaseLoc))
      if (name === 'TemplatePage' && ID !== undefined) templates.set(ID, partAt(folder, BaseLoc))
    },
  )
  return { pages, templates, box }
}

/** Calls with the text of each element that has no children, and at the start of every element. */
async function readTexts(
  pack: Package,
  part: string,
  close: (name: string, text: string) => void,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void = () => {},
): Promise<void> {
  let text = ''
  const handler = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      text = ''
      open(name, attributes)
    },
    close: (name: string) => {
      close(name, text.trim())
      text = ''
    },
    text: (more: string) => {
      text += more
    },
  }
  await readXmlPart(pack, part, handler, PACKAGE_LIMITS.maxXmlDepth)
}

/** Locations begin at the package with a slash, else at the folder of the part that names them. */
export function partAt(folder: string, location: string): string {
  const parts: string[] = []
  for (const part of (location.startsWith('/') ? location : folder + location).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Millimetres; no page is as large. */
const FARTHEST = 100_000

/** `x y width height`; null when it is no box. */
export function boxIn(text: string): Box | null {
  const [x = 0, y = 0, width = 0, height = 0] = numbersIn(text)
  const isNear = [x, y, width, height].every((length) => Math.abs(length) < FARTHEST)
  return isNear && width > 0 && height > 0 ? [x, y, x + width, y + height] : null
}

/** Numbers set apart by white space; what is none is 0. */
export function numbersIn(text: string): readonly number[] {
  const words = text.trim()
  if (words === '') return []
  return words.split(/\s+/).map((word) => {
    const number = Number(word)
    return Number.isFinite(number) ? number : 0
  })
}
