/** Whether an OLE file leads a reader in circles: the library that reads .doc follows every chain without counting. */
import { chain, openOle } from '../sheets/xls/ole-stream.ts'

const ENTRY = 128
const NONE = 0xffffffff

/** Also true for what is no OLE file at all. */
export function hasCircles(bytes: Uint8Array): boolean {
  const file = openOle(bytes)
  if (!file || goesRound(file.table)) return true
  const { view } = file
  const small = chain(file, view.getUint32(60, true), bytes.length)
  if (small && goesRound(numbersOf(small))) return true
  const directory = chain(file, view.getUint32(48, true), bytes.length)
  return !directory || treeGoesRound(directory) || listGoesRound(view, view.getUint32(68, true), 1 << view.getUint16(30, true))
}

/** Each number is the place of the next; those beyond the table end a chain. */
function goesRound(next: Uint32Array): boolean {
  const seen = new Uint32Array(next.length)
  for (let start = 0; start < next.length; start++) {
    let at = start
    while (at < next.length && seen[at] === 0) {
      seen[at] = start + 1
      at = next[at] as number
    }
    if (at < next.length && seen[at] === start + 1) return true
  }
  return false
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(4 * i, true))
}

/** Entries of the directory are a tree: none is below two others. */
function treeGoesRound(directory: Uint8Array): boolean {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.length)
  const seen = new Set<number>([0])
  const waiting = [0]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if ((at + 1) * ENTRY > directory.length) return true
    for (const field of [68, 72, 76]) {
      const below = view.getUint32(at * ENTRY + field, true)
      if (below === NONE) continue
      if (seen.has(below)) return true
      seen.add(below)
      waiting.push(below)
    }
  }
  return false
}

/** The list of the table's own sectors in large files. */
function listGoesRound(view: DataView, start: number, sector: number): boolean {
  const seen = new Set<number>()
  for (let at = start; at < 0xfffffffa && (at + 2) * sector <= view.byteLength; at = view.getUint32((at + 2) * sector - 4, true)) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}
