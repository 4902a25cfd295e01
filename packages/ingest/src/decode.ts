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
  if (gb !== null && isChinese(gb)) return { text: gb, problems: [] }
  const other = read(bytes, 'gb18030')
  const damaged = read(bytes, 'utf-8')
  return settle(isChinese(other) && plausibility(other) > plausibility(damaged) ? other : damaged, file)
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

/** Any two bytes are a character of GB18030, but only in Chinese text one in six is among these. */
const FREQUENT =
  '的一是在不了有和人中大为上个国我以要时来用生到作地于出分对成会可主发年动同工能下过产种面方后多定行法所民得经十三进等部度家力理实加量体制机使点业本性应开合由其前外政日社事平全表与关各重新内数利质第向道条结解问建月公无系情者立代通提题程展五果员位入常文总次品设及管特件长求基资级统计指标目标绩效预算支收入执完算财元万单项务服评价自划规划落落实保障情况'

function isChinese(text: string): boolean {
  const ideographs = sampleOf(text).match(/[一-鿿]/g) ?? []
  const frequent = ideographs.filter((one) => FREQUENT.includes(one)).length
  return plausibility(text) > 0.9 && (ideographs.length < 20 || frequent > ideographs.length / 6)
}

/** Share of characters that Chinese office text is made of. */
function plausibility(text: string): number {
  const sample = sampleOf(text)
  let good = 0
  for (let i = 0; i < sample.length; i++) if (isUsual(sample.charCodeAt(i))) good++
  return sample.length === 0 ? 0 : good / sample.length
}

function sampleOf(text: string): string {
  const middle = text.length >> 1
  return text.length <= 8192 ? text : text.slice(0, 4096) + text.slice(middle, middle + 4096)
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
