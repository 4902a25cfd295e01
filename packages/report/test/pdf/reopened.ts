/** What another program sees in a marked copy. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SeenAnnotation {
  readonly subtype: string
  readonly page: number
  readonly rect: readonly number[]
  /** Corners of each quad, upper left first. */
  readonly quads: readonly (readonly number[])[]
  readonly contents: string
  readonly author: string
  readonly date: string | null
}

export async function annotationsIn(bytes: Uint8Array): Promise<readonly SeenAnnotation[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const document = await task.promise
  const seen: SeenAnnotation[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const opened = await document.getPage(page).catch(() => null)
    for (const one of (await opened?.getAnnotations()) ?? []) {
      const { subtype, rect, quadPoints, contentsObj, titleObj, modificationDate } = one
      // It belongs to the annotation before it.
      if (subtype === 'Popup') continue
      const quads = chunks([...(quadPoints ?? [])], 8)
      seen.push({
        subtype,
        page,
        rect,
        quads,
        contents: contentsObj?.str ?? '',
        author: titleObj?.str ?? '',
        date: modificationDate ?? null,
      })
    }
  }
  await task.destroy()
  return seen
}

function chunks(numbers: readonly number[], length: number): readonly (readonly number[])[] {
  return Array.from({ length: numbers.length / length }, (_, i) => numbers.slice(i * length, (i + 1) * length))
}

export const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0

/** What poppler says of the file: its words, and what it complains about. */
export function popplerText(bytes: Uint8Array): { readonly text: string; readonly complaints: string } {
  return withFile(bytes, (path) => {
    const { stdout, stderr } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
    return { text: stdout, complaints: stderr }
  })
}

/** Red, green, blue of the page's picture at a place in points from the upper left corner, as poppler paints it. */
export function popplerColors(bytes: Uint8Array, page: number, places: readonly (readonly [x: number, y: number])[]): readonly string[] {
  return withFile(bytes, (path) => {
    const { stdout } = spawnSync('pdftoppm', ['-r', '72', '-f', `${page}`, '-l', `${page}`, path], { maxBuffer: 1 << 26 })
    const [head = '', width = ''] = /^P6\s+(\d+)\s+\d+\s+255\s/.exec(stdout.subarray(0, 40).toString('latin1')) ?? []
    return places.map(([x, y]) => {
      const at = head.length + 3 * (Math.floor(y) * Number(width) + Math.floor(x))
      return [...stdout.subarray(at, at + 3)].join(' ')
    })
  })
}

function withFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-marked-'))
  try {
    const path = join(folder, 'a.pdf')
    writeFileSync(path, bytes)
    return use(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
