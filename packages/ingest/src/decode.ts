/** Bytes to text: byte order marks, UTF-8, UTF-16, GB18030 — told apart by what is valid and what looks like Chinese. */
import type { Problem } from '@jiheng/vocabulary'

export interface Decoded {
  /** Without the byte order mark; null when the bytes are no text. */
  readonly text: string | null
  readonly problems: readonly Problem[]
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const REPLACEMENT = '\ufffd'
const SAMPLE = 65_536
/** More than one character in eight unreadable: what is left would only mislead. */
const MOST_UNREADABLE = 0.125

export function decode(bytes: Uint8Array, file: string): Decoded {
  const marked = encodingOfMark(bytes)
  if (marked) return settle(read(bytes, marked), file)
  if (bytes.subarray(0, SAMPLE).includes(0)) return decodeWithNuls(bytes, file)
  const utf8 = readStrictly(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, problems: [] }
  const gb = readStrictly(bytes, 'gb18030')
  if (gb !== null && plausibility(gb) > 0.9) return { text: gb, problems: [] }
  const candidates = [read(bytes, 'utf-8'), gb ?? read(bytes, 'gb18030')]
  return settle(
    candidates.reduce((best, next) => (plausibility(next) > plausibility(best) ? next : best)),
    file,
  )
}

function encodingOfMark(bytes: Uint8Array): Encoding | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030'
  return null
}

/** NULs: UTF-16 without its mark has them in every line break; anything else with NULs is no text. */
function decodeWithNuls(bytes: Uint8Array, file: string): Decoded {
  const front = bytes.subarray(0, SAMPLE)
  const [best] = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => ({ encoding, sample: read(front, encoding) }))
    .filter(({ sample }) => /[一-鿿]{2}/.test(sample))
    .map(({ encoding, sample }) => ({ encoding, share: plausibility(sample) }))
    .sort((a, b) => b.share - a.share)
  if (best && best.share > 0.95) return settle(read(bytes, best.encoding), file)
  return { text: null, problems: [{ code: 'file.binary', at: [file], details: { reason: 'nul' } }] }
}

function readStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function read(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes)
}

/** Share of characters that Chinese office text is made of, in a sample from the front and one from the middle. */
function plausibility(text: string): number {
  const middle = text.length >> 1
  const sample = text.length <= 8192 ? text : text.slice(0, 4096) + text.slice(middle, middle + 4096)
  let good = 0
  for (let i = 0; i < sample.length; i++) if (isUsual(sample.charCodeAt(i))) good++
  return sample.length === 0 ? 0 : good / sample.length
}

function isUsual(code: number): boolean {
  if (code < 0x80) return code >= 0x20 || (code >= 0x09 && code <= 0x0d)
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x2010 && code <= 0x2642) ||
    code === 0xa0 ||
    code === 0xb7 ||
    code === 0xd7
  )
}

function settle(text: string, file: string): Decoded {
  const { lost, first } = countLost(text)
  if (lost === 0) return { text, problems: [] }
  const details = { characters: lost, share: (lost / text.length).toFixed(4) }
  if (lost / text.length > MOST_UNREADABLE) return { text: null, problems: [{ code: 'text.undecodable', at: [file], details }] }
  return { text, problems: [{ code: 'text.partly-undecodable', at: [file, lineOf(text, first)], details }] }
}

function countLost(text: string): { lost: number; first: number } {
  const first = text.indexOf(REPLACEMENT)
  let lost = 0
  for (let at = first; at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) lost++
  return { lost, first }
}

function lineOf(text: string, offset: number): number {
  return (text.slice(0, offset).match(/\r\n|\r|\n/g)?.length ?? 0) + 1
}
