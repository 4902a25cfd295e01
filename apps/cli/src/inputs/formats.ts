/** Which files are taken from a folder, and which are known and have to wait. */
import { basename, extname } from 'node:path'

const read = new Set(['.txt', '.md', '.text'])

/** Formats of the field that a later version reads; named, so that nobody takes silence for a clean bill. */
const later = new Set(
  '.docx .doc .wps .wpt .pdf .ofd .xlsx .xls .et .ods .odt .rtf .html .htm .mht .ppt .pptx .dps .zip .rar .7z .jpg .jpeg .png .bmp .tif .tiff .heic'.split(
    ' ',
  ),
)

/** Lower case, with the point; '' when the name has none. */
export function extensionOf(path: string): string {
  return extname(basename(path)).toLowerCase()
}

export function isReadFormat(path: string): boolean {
  return read.has(extensionOf(path))
}

export function isLaterFormat(path: string): boolean {
  return later.has(extensionOf(path))
}

/** What the first bytes say it is, whatever the name says; null when they say nothing. */
export function formatByContent(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1')
  return signatures.find(([start]) => head.startsWith(start))?.[1] ?? null
}

const signatures: readonly (readonly [string, string])[] = [
  ['PK\x03\x04', 'docx/xlsx/zip'],
  ['PK\x05\x06', 'zip'],
  ['%PDF-', 'pdf'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'doc/xls/wps'],
  ['{\\rtf', 'rtf'],
  ['Rar!\x1a\x07', 'rar'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['\xff\xd8\xff', 'jpg'],
  ['\x89PNG\r\n', 'png'],
]
