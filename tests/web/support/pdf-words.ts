/** Whether the mark that is looked at lies on its words, in a PDF as the browser draws it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** In shares of the page, from its upper left corner. */
interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where words begin in their line is known to half a character: beside its words a mark shares nothing with them. */
const sameWords = 0.3

/** Waits until the mark is in sight, its page is drawn, and there is ink below it, where the file has these words. */
export async function expectOnWords(page: Page, pdf: Uint8Array, words: string): Promise<void> {
  await expect.poll(async () => overlap((await markNow(page))?.box, await boxOf(pdf, words)), { message: words }).toBeGreaterThan(sameWords)
  await expect.poll(async () => (await markNow(page))?.isInSight).toBe(true)
  await expect.poll(async () => (await markNow(page))?.ink).toBeGreaterThan(0.03)
}

/** Of the mark that is looked at; null while there is none. */
function markNow(page: Page) {
  return page.evaluate(() => {
    const mark = document.querySelector('.pdf-mark.is-current')
    const canvas = mark?.closest('.pdf-page')?.querySelector('canvas')
    const scroller = mark?.closest('.paper')?.getBoundingClientRect()
    if (!mark || !canvas || !scroller) return null
    const [inner, outer] = [mark.getBoundingClientRect(), canvas.getBoundingClientRect()]
    const box = {
      left: (inner.left - outer.left) / outer.width,
      top: (inner.top - outer.top) / outer.height,
      right: (inner.right - outer.left) / outer.width,
      bottom: (inner.bottom - outer.top) / outer.height,
    }
    const isInSight = inner.top >= scroller.top && inner.bottom <= scroller.bottom && inner.left < scroller.right
    const isDrawn = canvas.width >= canvas.clientWidth && canvas.clientWidth > 0
    const [across, down] = [canvas.width, canvas.height]
    const [width, height] = [(box.right - box.left) * across, (box.bottom - box.top) * down].map(Math.ceil) as [number, number]
    // Read from a copy: the browser warns of a canvas on its graphics card that is read again and again.
    const copy = isDrawn ? new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true }) : null
    copy?.drawImage(canvas, -box.left * across, -box.top * down)
    const part = copy?.getImageData(0, 0, width, height)
    const pixels = part?.data ?? []
    let dark = 0
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128 && pixels[at + 3] === 255) dark++
    return { box, isInSight, ink: pixels.length === 0 ? 0 : dark / (pixels.length / 4) }
  })
}

/** Where the file has the words first, read by its own text. A wide character counts as two narrow ones. */
async function boxOf(pdf: Uint8Array, words: string): Promise<Box | undefined> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { width: across, height: down } = page.getViewport({ scale: 1 })
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item) || !item.str.includes(words)) continue
        const [before = ''] = item.str.split(words)
        const share = item.width / widthOf(item.str)
        const left = item.transform[4] + widthOf(before) * share
        const bottom = down - item.transform[5]
        return {
          left: left / across,
          right: (left + widthOf(words) * share) / across,
          top: (bottom - item.height) / down,
          bottom: bottom / down,
        }
      }
    }
    return undefined
  } finally {
    await task.destroy()
  }
}

const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0)

/** The part of the smaller box that lies in the other. */
function overlap(one: Box | undefined, other: Box | undefined): number {
  if (one === undefined || other === undefined) return 0
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  const area = ({ left, right, top, bottom }: Box) => (right - left) * (bottom - top)
  return width <= 0 || height <= 0 ? 0 : (width * height) / Math.min(area(one), area(other))
}
