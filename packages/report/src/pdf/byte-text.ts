/** Bytes as text of one character each, and back. */

const CHUNK = 8192

export function byteText(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)))
  return parts.join('')
}

/** `text` behind `bytes`. */
export function withByteText(bytes: Uint8Array, text: string): Uint8Array {
  const all = new Uint8Array(bytes.length + text.length)
  all.set(bytes)
  for (let i = 0; i < text.length; i++) all[bytes.length + i] = text.charCodeAt(i)
  return all
}

/** 32 hexadecimal digits that tell one text from another; nobody is kept from making two alike. */
export function digits(text: string): string {
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => fnv(text, seed)).join('')
}

function fnv(text: string, seed: number): string {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
