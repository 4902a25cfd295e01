/** pdf.js behind one door; read when the first PDF is opened. */
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, PDFWorker, version } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type { PDFDocumentProxy }

const worker = new PDFWorker({ port: new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' }) } as never)
/** Fonts, tables of characters and the reader of scanned pictures, laid down by build/pdf-parts.mjs. */
const parts = new URL(`/assets/pdf-${version}/`, location.href).href

/** @param data is handed over, and empty afterwards @returns rejects where it is no PDF or has a password */
export function openPdf(data: ArrayBuffer): { readonly pdf: Promise<PDFDocumentProxy>; readonly close: () => void } {
  const task = getDocument({
    data,
    worker,
    cMapUrl: parts,
    standardFontDataUrl: parts,
    wasmUrl: parts,
    // The content policy allows no compiled code; pictures are read by plain script.
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
  })
  return { pdf: task.promise, close: () => void task.destroy() }
}

/** Draws a page as wide as the canvas is shown. @returns how to stop, and when it is done */
export function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, width: number) {
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: (width * Math.min(devicePixelRatio, 2)) / natural.width })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  const task = page.render({ canvas, viewport })
  return { done: task.promise, stop: () => task.cancel() }
}
