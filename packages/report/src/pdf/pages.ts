/** The pages of the sender's file, each asked for once. */
import type { OpenedPage, OpenedPdf } from './library.ts'

export class FilePages {
  readonly #opened: OpenedPdf
  readonly #known = new Map<number, OpenedPage | null>()

  constructor(opened: OpenedPdf) {
    this.#opened = opened
  }

  /** `index` from 0; null where there is no such page, or where it cannot be opened. */
  async load(index: number): Promise<OpenedPage | null> {
    const known = this.#known.get(index)
    if (known !== undefined) return known
    const page = index >= 0 && index < this.#opened.pages ? await this.#opened.page(index) : null
    this.#known.set(index, page)
    return page
  }

  /** A page that was loaded before. */
  at(index: number): OpenedPage {
    const page = this.#known.get(index)
    if (!page) throw new Error(`page ${index} was not loaded`)
    return page
  }

  /** The first one that can be opened. */
  async first(): Promise<number | null> {
    for (let index = 0; index < this.#opened.pages; index++) if (await this.load(index)) return index
    return null
  }
}
