/** OFD, the national format of electronic documents: the same pages as PDF's, written in XML. */
import { PACKAGE_LIMITS, type Package, PackageRefused, readXmlPart } from '@jiheng/ooxml'
import type { Problem } from '@jiheng/vocabulary'
import type { ReadFlow } from '../flow.ts'
import type { Limits } from '../limits.ts'
import { packageProblem } from '../package-problem.ts'
import type { Box, PageContent, Run, Segment } from '../pages/page.ts'
import { PageFlow } from '../pages/page-flow.ts'
import { pageProblem } from '../pages/page-problem.ts'
import { upright } from '../pages/upright.ts'
import type { Reader } from '../reader.ts'
import { type OfdBodies, type OfdDocument, readOfdDocuments } from './ofd/document.ts'
import { PageObjectsReader, pageBox, pageSpace } from './ofd/page-objects.ts'

export const readOfd: Reader = async (_bytes, { file, limits, pack }) => {
  if (!pack) return { refused: { code: 'file.damaged', at: [file], details: {} } }
  if (pack.has('Encryptions.xml')) return { refused: { code: 'file.encrypted', at: [file], details: {} } }
  try {
    return await readBodies(pack, await readOfdDocuments(pack), file, limits)
  } catch (error) {
    if (error instanceof PackageRefused) return { refused: packageProblem(error, file) }
    throw error
  }
}

async function readBodies(pack: Package, { documents, isSigned }: OfdBodies, file: string, limits: Limits): Promise<ReadFlow> {
  const flow = new PageFlow()
  const problems: Problem[] = []
  const pages = documents.flatMap((document) => document.pages.map((part) => ({ document, part })))
  for (const [i, { document, part }] of pages.slice(0, limits.maxPages).entries()) {
    const content = await readPage(pack, document, part, i + 1, limits)
    const problem = pageProblem(content, file, i + 1)
    if (problem) problems.push(problem)
    if (content) flow.take(upright(content.page))
    else flow.skip({ number: i + 1, box: pageBox(document.box ?? A4), turn: 0 })
  }
  if (pages.length > limits.maxPages)
    problems.push({ code: 'document.too-many-blocks', at: [file, limits.maxPages], details: { limit: limits.maxPages, of: 'pages' } })
  if (isSigned) problems.push({ code: 'file.signed', at: [file], details: {} })
  return flow.finish(problems)
}

/** Millimetres, where neither the page nor the document says anything. */
const A4: Box = [0, 0, 210, 297]

/** With what its templates put behind it. Null when the page cannot be read; a package that does what bombs do is refused as a whole. */
async function readPage(pack: Package, document: OfdDocument, part: string, number: number, limits: Limits): Promise<PageContent | null> {
  const gathered = new Gathered(limits)
  const spaceOf = (own: Box | null) => pageSpace(own ?? document.box ?? A4)
  const reader = new PageObjectsReader(gathered, spaceOf)
  try {
    await readXmlPart(pack, part, reader, PACKAGE_LIMITS.maxXmlDepth)
    for (const id of new Set(reader.templates)) {
      const template = document.templates.get(id)
      if (template)
        await readXmlPart(pack, template, new PageObjectsReader(gathered, () => spaceOf(reader.box)), PACKAGE_LIMITS.maxXmlDepth)
    }
  } catch (error) {
    if (error instanceof PackageRefused && (error.reason === 'damaged' || error.reason === 'bad-xml')) return null
    throw error
  }
  return gathered.finish(number, pageBox(reader.box ?? document.box ?? A4))
}

class Gathered {
  readonly #limits: Limits
  readonly #runs: Run[] = []
  readonly #segments: Segment[] = []
  #letters = 0
  #pictures = 0
  #isCut = false

  constructor(limits: Limits) {
    this.#limits = limits
  }

  readonly run = (run: Run): void => {
    this.#letters += run.text.length
    if (this.#letters > this.#limits.maxPageLetters) this.#isCut = true
    else this.#runs.push(run)
  }

  readonly rule = (segment: Segment): void => {
    if (this.#segments.length >= this.#limits.maxPageRules) this.#isCut = true
    else this.#segments.push(segment)
  }

  readonly picture = (area: number): void => {
    this.#pictures += area
  }

  finish(number: number, box: Box): PageContent {
    const pictures = Math.min(1, this.#pictures / ((box[2] - box[0]) * (box[3] - box[1])))
    return { page: { number, box, turn: 0, runs: this.#runs, segments: this.#segments }, pictures, isCut: this.#isCut }
  }
}
