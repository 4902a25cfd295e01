/** The only file that knows the PDF library: how it is loaded, and as much of its shapes as we use. */

export interface PdfDocument {
  readonly numPages: number
  readonly getPage: (number: number) => Promise<PdfPage>
  readonly getFieldObjects: () => Promise<Readonly<Record<string, readonly { readonly type?: string; readonly value?: unknown }[]>> | null>
  readonly getOptionalContentConfig: () => Promise<{ readonly isVisible: (group: unknown) => boolean }>
}

export interface PdfPage {
  /** What of the page is seen: left, bottom, right, top. */
  readonly view: readonly number[]
  /** Degrees clockwise, a multiple of 90 from 0 to 270. */
  readonly rotate: number
  readonly commonObjs: { readonly has: (name: string) => boolean; readonly get: (name: string) => unknown }
  readonly getOperatorList: () => Promise<Operators>
  readonly cleanup: () => boolean
}

export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Numbers of the drawing operations, by name. */
export type OperationNumbers = Readonly<Record<string, number>>

export interface OpenedPdf {
  readonly document: PdfDocument
  readonly operations: OperationNumbers
  readonly close: () => Promise<void>
}

export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

export const loadPdfLibrary = (): Promise<PdfLibrary> => import('pdfjs-dist/legacy/build/pdf.mjs')

/** Rejects with an error of the library's own: see `refusalOf`. Fonts come from the package's folder, nothing from the network. */
export async function openPdf(library: PdfLibrary, bytes: Uint8Array): Promise<OpenedPdf> {
  const task = library.getDocument({
    // The library takes the buffer for its own: a copy, so that the caller's stays whole.
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    useWasm: false,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    enableXfa: false,
    // Pictures are never decoded: no words in them, and they are what a hostile file is large by.
    maxImageSize: 0,
    verbosity: 0,
  })
  const document = (await task.promise) as unknown as PdfDocument
  return { document, operations: library.OPS, close: () => task.destroy() }
}

/** As a path with a slash at the end, which is what the library wants. */
function folder(name: string): string {
  const path = decodeURIComponent(new URL(`${name}/`, new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'))).pathname)
  return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path
}

export type PdfRefusal = 'encrypted' | 'damaged'

/** Why the file was not opened. */
export function refusalOf(error: unknown): { readonly reason: PdfRefusal; readonly message: string } {
  const { name = '', message = String(error) } = error instanceof Error ? error : {}
  return { reason: name === 'PasswordException' ? 'encrypted' : 'damaged', message }
}
