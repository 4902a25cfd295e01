/** Documents: those of each file are put in their place as they come, those of the whole run are made when every file is through. */
import { appendFileSync, createReadStream, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { createInterface } from 'node:readline'
import type { AuditResult } from '@jiheng/audit'
import type { BatchSummary, FileLinks } from '@jiheng/report'
import type { Input, Outputs, Product, ProductFormat, ProductKind } from '@jiheng/runner'
import type { Problem } from '@jiheng/vocabulary'
import type { DocumentFormat } from '../arguments/parse-audit.ts'
import type { Screen } from '../host.ts'
import { batchOf, jsonLine } from '../output/json.ts'
import { isFolder, unusable } from '../output/outlet.ts'
import { copyWhole, WriteRefused, writePieces, writeWhole } from '../output/write-whole.ts'
import { gatheredLinks } from '../wording/messages.ts'
import type { Delivery, Written } from './delivery.ts'
import { allPaths, type GatheredKind, gatheredNames, plans, productNames } from './plan.ts'

export interface DocumentRun {
  readonly format: DocumentFormat
  readonly out: string | null
  readonly inputs: readonly Input[]
  /** YYYY-MM-DD: the day on which the audit judges. */
  readonly asOf: string
  /** A new empty folder that is gone when the run ends. */
  readonly makeFolder: () => string
  readonly loadOutputs: () => Promise<Outputs>
  readonly screen: Screen
}

export function documentDelivery(run: DocumentRun): Delivery | Problem {
  const { format, inputs, out } = run
  const plan = plans[format]
  if (out === null)
    return isText(format, inputs.length)
      ? new DocumentDelivery(run, 'screen')
      : { code: 'command.out-needed', at: ['--format'], details: { value: format } }
  const asFolder = format === 'all' || (plan.kinds.length > 0 && inputs.length > 1) || isFolder(out)
  const paths = asFolder
    ? allPaths(
        inputs.map(({ name }) => name),
        plan,
      ).map((path) => join(out, path))
    : [out]
  return unusable(out, asFolder, paths, inputs) ?? new DocumentDelivery(run, asFolder ? 'folder' : 'file')
}

/** What a terminal or a pipe can take. */
const isText = (format: DocumentFormat, inputs: number): boolean => format === 'sarif' || (format === 'html' && inputs === 1)

type Links = Partial<Record<ProductKind, string>>

class DocumentDelivery implements Delivery {
  readonly order
  readonly isRead = false
  readonly #run: DocumentRun
  readonly #to: 'screen' | 'file' | 'folder'
  readonly #gathered: readonly GatheredKind[]
  /** Every result as a line, so that no batch is too long for memory. */
  readonly #results: string | null
  readonly #links: Links[] = []
  /** Folders that hold nothing but documents of ours, with what this run has put there. */
  readonly #placed = new Map<string, Set<string>>()
  /** Files of which something was made. */
  #served = 0
  readonly #nameOf

  constructor(run: DocumentRun, to: 'screen' | 'file' | 'folder') {
    const { kinds, gathered } = plans[run.format]
    this.#run = run
    this.#to = to
    this.#nameOf = productNames(
      run.inputs.map(({ name }) => name),
      plans[run.format],
    )
    this.#gathered = gathered.filter((kind) => isWanted(kind, run, to))
    this.#results = this.#gathered.some((kind) => kind !== 'index' && kind !== 'draft') ? join(run.makeFolder(), 'results.jsonl') : null
    const back = this.#gathered.includes('index') ? `${kinds.length > 1 ? '../' : ''}${gatheredNames.index}` : ''
    this.order = kinds.length === 0 ? null : { kinds, folder: run.makeFolder(), date: run.asOf, back, leftOut: [] }
  }

  get written(): Written | null {
    const to = this.#to
    if (to === 'screen' || (this.#served === 0 && this.#gathered.length === 0)) return null
    const path = this.#run.out ?? ''
    const first = this.#gathered.includes('index') ? join(path, gatheredNames.index) : null
    return { kind: to, path, first, strangers: this.#strangers(path), files: this.order === null ? this.#run.inputs.length : this.#served }
  }

  readonly take: Delivery['take'] = async (index, { result, products }) => {
    if (this.#results !== null) appendFileSync(this.#results, jsonLine(result))
    const links: Links = {}
    for (const product of products.made) {
      links[product.kind] = (await this.#place(index, product)).replaceAll(sep, '/')
      rmSync(product.path, { force: true })
    }
    if (products.made.length > 0) this.#served++
    if (this.#gathered.includes('index')) this.#links[index] = links
  }

  readonly finish: Delivery['finish'] = async (summary) => {
    for (const kind of this.#gathered) await this.#gather(kind, summary)
  }

  async #place(index: number, { kind, format, path }: Product): Promise<string> {
    if (this.#to === 'screen') await this.#run.screen.write(readFileSync(path, 'utf8'))
    if (this.#to === 'file') copyWhole(path, fitting(this.#run.out ?? '', format))
    const name = this.#nameOf(index, kind, format)
    if (this.#to === 'folder') copyWhole(path, join(this.#run.out ?? '', name))
    if (this.#run.format === 'all')
      this.#placed.set(dirname(name), (this.#placed.get(dirname(name)) ?? new Set()).add(keyOf(basename(name))))
    return name
  }

  #strangers(out: string): number {
    let count = 0
    for (const [folder, placed] of this.#placed)
      count += readdirSync(join(out, folder)).filter((name) => !isAside(name) && !placed.has(keyOf(name))).length
    return count
  }

  async #gather(kind: GatheredKind, summary: BatchSummary): Promise<void> {
    const { out, screen } = this.#run
    const outputs = await this.#run.loadOutputs()
    const path = this.#to === 'folder' ? join(out ?? '', gatheredNames[kind]) : (out ?? '')
    const sarif = () => outputs.sarifPieces(this.#read(), { separator: sep, crossFile: () => summary.crossFile })
    if (kind === 'sarif' && this.#to === 'screen') for await (const piece of sarif()) await screen.write(piece)
    else if (kind === 'sarif') await writePieces(path, sarif())
    else if (kind === 'results') await writePieces(path, this.#lines(summary))
    else writeWhole(path, await this.#document(kind, summary, outputs))
  }

  async #document(kind: 'index' | 'list' | 'draft', summary: BatchSummary, outputs: Outputs): Promise<string | Uint8Array> {
    const { asOf } = this.#run
    switch (kind) {
      case 'index':
        return outputs.indexPage(summary, (index) => this.#linksOf(index), { asOf, files: this.#files() })
      case 'draft':
        return outputs.circularDraft(summary, { asOf })
      case 'list':
        return outputs.issueList(this.#rows(outputs, summary), { asOf, units: outputs.unitsOf(summary) })
    }
  }

  /** Paths beside the index. */
  #linksOf(index: number): FileLinks {
    const { page, letter, ...copies } = this.#links[index] ?? {}
    const [copy] = Object.values(copies)
    return { ...(page && { page }), ...(copy && { copy }), ...(letter && { letter }) }
  }

  #files() {
    return this.#gathered.filter((kind) => kind !== 'index').map((kind) => ({ ...gatheredLinks[kind], path: gatheredNames[kind] }))
  }

  async *#rows(outputs: Outputs, summary: BatchSummary) {
    for await (const result of this.#read()) yield* outputs.issueRows(result)
    yield* outputs.crossRows(summary)
  }

  async *#read(): AsyncGenerator<AuditResult> {
    for await (const line of this.#lines()) yield JSON.parse(line)
  }

  /** With a line of totals, as `--format json` gives it for a batch. */
  async *#lines(summary?: BatchSummary): AsyncGenerator<string> {
    if (this.#results === null) return
    for await (const line of createInterface({ input: createReadStream(this.#results), crlfDelay: Number.POSITIVE_INFINITY }))
      yield `${line}\n`
    if (summary !== undefined && this.#run.inputs.length > 1) yield jsonLine(batchOf(summary))
  }
}

/** Some file systems give names back in another form. */
const keyOf = (name: string): string => name.normalize('NFC')

/** What Word and the system lay beside a file that is open. */
const isAside = (name: string): boolean => /^(~\$|\.)/.test(name)

/** Word opens no file with macros, and no template, that is called a plain document, nor the other way round. */
function fitting(out: string, format: ProductFormat): string {
  const named = /\.(do[ct][xm])$/i.exec(out)?.[1]?.toLowerCase()
  if (named === undefined || named === format || !/^do/.test(format)) return out
  throw new WriteRefused({
    code: 'command.bad-value',
    at: ['--out'],
    details: { value: out, reason: 'needs-extension', extension: format },
  })
}

/** One file needs no index of one line and no circular, unless everything was asked for. */
function isWanted(kind: GatheredKind, { format, inputs }: DocumentRun, to: 'screen' | 'file' | 'folder'): boolean {
  if (format === 'all' || kind === 'list' || kind === 'sarif') return true
  return to === 'folder' && inputs.length > 1
}
