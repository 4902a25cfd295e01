/** Whether a file is an archive of files, told from its content: an Office document is a zip, too. */
import { closeSync, openSync, readSync } from 'node:fs'

export type ArchiveKind = 'zip' | 'rar' | '7z'

const zipStarts = ['PK\x03\x04', 'PK\x05\x06']
/** Parts that only documents have. */
const documentParts = new Set(['[content_types].xml', 'word/document.xml', 'xl/workbook.xml', 'ofd.xml', 'mimetype'])

/** null for anything else, and for a file that cannot be opened: reading it will say so. */
export function archiveKind(path: string, size: number): ArchiveKind | null {
  try {
    const file = openSync(path, 'r')
    try {
      const head = part(file, 0, 16).toString('latin1')
      if (head.startsWith('Rar!\x1a')) return 'rar'
      if (head.startsWith('7z\xbc\xaf\x27\x1c')) return '7z'
      if (!zipStarts.some((start) => head.startsWith(start))) return null
      const names = namesIn(file, size)
      return names === null || names.some((name) => documentParts.has(name)) ? null : 'zip'
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}

const endSignature = Buffer.from('PK\x05\x06', 'latin1')
const endBytes = 22
/** The end of the directory may be followed by a comment of 64 KB. */
const tailBytes = 64 * 1024 + endBytes
const mostDirectory = 1024 * 1024
const headerBytes = 46

/** Lower-case names of the directory, as one character a byte; null for a zip that is cut off. Only a look: members are read by the room ooxml. */
function namesIn(file: number, size: number): string[] | null {
  const tail = part(file, Math.max(0, size - tailBytes), tailBytes)
  const end = tail.lastIndexOf(endSignature)
  if (end < 0 || end + endBytes > tail.length) return null
  const directory = part(file, tail.readUInt32LE(end + 16), Math.min(mostDirectory, tail.readUInt32LE(end + 12)))
  const names: string[] = []
  for (let at = 0; at + headerBytes <= directory.length; ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [number, number, number]
    names.push(directory.toString('latin1', at + headerBytes, at + headerBytes + name).toLowerCase())
    at += headerBytes + name + extra + comment
  }
  return names
}

function part(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, at))
}
