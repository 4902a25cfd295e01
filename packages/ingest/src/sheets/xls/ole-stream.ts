/** A stream of an OLE file ([MS-CFB]): the container of Office's old binary formats. */

const FREE = 0xfffffffa
const ENTRY = 128
const MOST_ENTRIES = 4096

/** The bytes of the first stream with one of the names; null when there is none, or when it is cut off. */
export function oleStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  const file = openOle(bytes)
  if (!file) return null
  const directory = chain(file, file.view.getUint32(48, true), MOST_ENTRIES * ENTRY)
  if (!directory) return null
  for (const name of names) {
    const entry = entryNamed(directory, name)
    if (!entry) continue
    const stream = entry.size < file.view.getUint32(56, true) ? miniStream(file, directory, entry) : chain(file, entry.start, entry.size)
    return stream && stream.length >= entry.size ? stream : null
  }
  return null
}

export interface OleFile {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly sector: number
  readonly table: Uint32Array
}

interface Entry {
  readonly start: number
  readonly size: number
}

/** Null when the header cannot be one. */
export function openOle(bytes: Uint8Array): OleFile | null {
  if (bytes.length < 1024) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return null
  const sector = 1 << shift
  const most = Math.ceil(bytes.length / sector)
  const sectors: number[] = []
  for (let i = 0; i < 109; i++) sectors.push(view.getUint32(76 + 4 * i, true))
  let next = view.getUint32(68, true)
  for (let count = 0; next < FREE && count < most; count++) {
    const at = (next + 1) * sector
    if (at + sector > bytes.length) return null
    for (let i = 0; i < sector / 4 - 1; i++) sectors.push(view.getUint32(at + 4 * i, true))
    next = view.getUint32(at + sector - 4, true)
  }
  return { bytes, view, sector, table: allocation(view, sector, sectors.filter((one) => one < FREE).slice(0, most)) }
}

function allocation(view: DataView, sector: number, sectors: readonly number[]): Uint32Array {
  const table = new Uint32Array((sectors.length * sector) / 4).fill(FREE)
  for (const [i, one] of sectors.entries()) {
    const at = (one + 1) * sector
    for (let j = 0; j < sector / 4 && at + 4 * j + 4 <= view.byteLength; j++) table[(i * sector) / 4 + j] = view.getUint32(at + 4 * j, true)
  }
  return table
}

/** The sectors from `start` on, at most `size` bytes; a chain that is cut off gives what there is. */
export function chain({ bytes, sector, table }: OleFile, start: number, size: number): Uint8Array | null {
  const pieces: Uint8Array[] = []
  // A chain that goes round would give more than the file holds.
  let left = Math.min(size, bytes.length)
  let count = 0
  for (let at = start; at < FREE && left > 0 && count <= table.length; at = table[at] ?? FREE, count++) {
    const from = (at + 1) * sector
    const piece = bytes.subarray(from, Math.min(from + Math.min(sector, left), bytes.length))
    if (piece.length === 0) break
    pieces.push(piece)
    left -= piece.length
  }
  return pieces.length > 0 ? joined(pieces) : null
}

function entryNamed(directory: Uint8Array, name: string): Entry | null {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.length)
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2)
    const words = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length))
    if (words.toLowerCase() === name.toLowerCase() && directory[at + 66] === 2) return entryAt(view, at)
  }
  return null
}

const entryAt = (view: DataView, at: number): Entry => ({ start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) })

const MINI = 64

/** Small streams lie in sectors of 64 bytes inside the root's stream. */
function miniStream(file: OleFile, directory: Uint8Array, { start, size }: Entry): Uint8Array | null {
  const { start: root, size: rootSize } = entryAt(new DataView(directory.buffer, directory.byteOffset, directory.length), 0)
  const small = chain(file, root, rootSize)
  const table = chain(file, file.view.getUint32(60, true), file.bytes.length)
  if (!small || !table) return null
  const next = new DataView(table.buffer, table.byteOffset, table.length)
  const pieces: Uint8Array[] = []
  let left = Math.min(size, small.length)
  for (let at = start; at < FREE && left > 0 && pieces.length * MINI <= small.length; ) {
    const piece = small.subarray(at * MINI, at * MINI + Math.min(MINI, left))
    if (piece.length === 0) break
    pieces.push(piece)
    left -= piece.length
    at = 4 * at + 4 <= table.length ? next.getUint32(4 * at, true) : FREE
  }
  return joined(pieces)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
