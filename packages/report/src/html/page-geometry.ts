/** From the space of a page, whose origin is at the bottom left, to the space of its picture, whose origin is at the top left. */
import type { PageShape } from '@jiheng/ingest'

export type Box = readonly [left: number, bottom: number, right: number, top: number]

/** In points, y downwards. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Width and height of the page as it is read. Never 0. */
export function sizeOf({ box: [left, bottom, right, top], turn }: PageShape): { readonly width: number; readonly height: number } {
  const [across, up] = [Math.max(1, right - left), Math.max(1, top - bottom)]
  return turn === 90 || turn === 270 ? { width: up, height: across } : { width: across, height: up }
}

export function toPicture({ box: [left, bottom, right, top], turn }: PageShape, x: number, y: number): readonly [number, number] {
  if (turn === 90) return [y - bottom, x - left]
  if (turn === 180) return [right - x, y - bottom]
  if (turn === 270) return [top - y, right - x]
  return [x - left, top - y]
}

export function frameOf(page: PageShape, [left, bottom, right, top]: Box): Frame {
  const [x1, y1] = toPicture(page, left, bottom)
  const [x2, y2] = toPicture(page, right, top)
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
}

/** Of the characters up to `offset`, as a share of the whole: a Latin letter or digit is half as wide as a Chinese character. */
export function shareOf(text: string, offset: number): number {
  const whole = widthOf(text)
  return whole === 0 ? 0 : widthOf(text.slice(0, offset)) / whole
}

export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) as number) < 0x2e80 ? 0.5 : 1
  return width
}

/** To a tenth of a point. */
export const short = (value: number): string => String(Math.round(value * 10) / 10)
