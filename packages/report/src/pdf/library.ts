/** The only file that knows the PDF library: it opens the sender's file and appends marks as an update, whatever the file is built like. */

/** A page as the file has it, apart from how its words stand. */
export interface OpenedPage {
  /** Its object in the file. */
  readonly object: { readonly number: number; readonly generation: number }
  /** What of it is seen: left, bottom, right, top. */
  readonly view: readonly [number, number, number, number]
  /** Degrees clockwise by which programs show it turned. */
  readonly rotate: number
}

/** Appended for one mark; the rest of the annotation is added by the caller. */
export interface DraftMark {
  /** A note of its own, or one to marked words. */
  readonly kind: 'note' | 'highlight'
  /** From 0. */
  readonly pageIndex: number
  readonly rect: readonly [number, number, number, number]
  /** Eight numbers a quad: the corners in the order upper left, upper right, lower left, lower right, as read. */
  readonly quads: readonly (readonly number[])[]
  /** Red, green, blue, from 0 to 255. */
  readonly color: readonly [number, number, number]
  readonly author: string
  readonly contents: string
  /** Where a program may open the note. */
  readonly popup: readonly [number, number, number, number]
  /** YYYY-MM-DD; the library writes the clock where it is null: the caller takes that out. */
  readonly date: string | null
}

export interface OpenedPdf {
  readonly pages: number
  /** 32 hexadecimal digits that name the file. */
  readonly fingerprint: string
  /** From 0; null when the page cannot be read. */
  readonly page: (index: number) => Promise<OpenedPage | null>
  /** The file with an update behind it, in which each annotation has its index as `Rotate`. */
  readonly save: (marks: readonly DraftMark[]) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

/** Rejects with an error of the library's own. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = library.getDocument({
    // The library takes the buffer for its own: a copy, so that the caller's stays whole.
    data: new Uint8Array(bytes),
    useWasm: false,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: 0,
    verbosity: 0,
  })
  const document = await task.promise
  return {
    pages: document.numPages,
    fingerprint: String(document.fingerprints[0] ?? ''),
    page: async (index) => {
      try {
        return toPage(await document.getPage(index + 1))
      } catch {
        return null
      }
    },
    save: async (marks) => {
      for (const [at, mark] of marks.entries())
        document.annotationStorage.setValue(`pdfjs_internal_editor_${at}`, toEditor(mark, at))
        // The library looks through every page for changed form fields; there are none, and a page that cannot be read would stop it.
      ;(document as unknown as { _transport: { _numPages: number } })._transport._numPages = 0
      return document.saveDocument()
    },
    close: () => task.destroy(),
  }
}

const FARTHEST = 1_000_000

function toPage({
  ref,
  view,
  rotate,
}: {
  readonly ref: unknown
  readonly view: readonly number[]
  readonly rotate: number
}): OpenedPage | null {
  const { num, gen } = (ref ?? {}) as { readonly num?: number; readonly gen?: number }
  if (num === undefined || gen === undefined) return null
  const [left = 0, bottom = 0, right = 0, top = 0] = view
  const isPage = [left, bottom, right, top].every((edge) => Math.abs(edge) < FARTHEST)
  return { object: { number: num, generation: gen }, view: isPage ? [left, bottom, right, top] : [0, 0, 595, 842], rotate }
}

/** What the library's own editor of highlights hands over. */
function toEditor({ pageIndex, rect, quads, color, author, contents, popup, date }: DraftMark, at: number): object {
  return {
    annotationType: 9,
    pageIndex,
    rect: [...rect],
    quadPoints: quads.flat(),
    outlines: quads.map(([x1, y1, x2, y2, x3, y3, x4, y4]) => [x1, y1, x2, y2, x4, y4, x3, y3]),
    color: [...color],
    opacity: 1,
    rotation: at,
    user: author,
    popup: { contents, rect: [...popup] },
    ...(date === null ? {} : { date }),
  }
}
