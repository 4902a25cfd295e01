/** A part as the text that it is, and back to bytes in the same encoding: what is not changed in the text stays as it was in the bytes. */
import { PackageRefused } from './refusal.ts'

export interface PartText {
  /** With its byte order mark, where it has one. */
  readonly text: string
  readonly toBytes: (text: string) => Uint8Array
}

/** UTF-8, or UTF-16 with its mark, as XML is. Throws PackageRefused for bytes that are neither: they could not be written back. */
export function partText(bytes: Uint8Array, part: string): PartText {
  const encoding = encodingOf(bytes)
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, toBytes: encoding === 'utf-8' ? (changed) => new TextEncoder().encode(changed) : (changed) => utf16(changed, encoding) }
  } catch {
    throw new PackageRefused('bad-xml', part, `not ${encoding}`)
  }
}

/** By the byte order mark; without one XML of a package is UTF-8. */
export function encodingOf([a, b]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
}

function utf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le')
  return bytes
}
