const BASE = 0x01000193

/** A hash of every run of `length` letters, each made from the one before it. */
export function gramHashes(text: string, length: number): Int32Array {
  const hashes = new Int32Array(Math.max(0, text.length - length + 1))
  let leaving = 1
  for (let n = 1; n < length; n++) leaving = Math.imul(leaving, BASE)
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    if (at >= length) hash = (hash - Math.imul(text.charCodeAt(at - length), leaving)) | 0
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0
    if (at >= length - 1) hashes[at - length + 1] = hash
  }
  return hashes
}
