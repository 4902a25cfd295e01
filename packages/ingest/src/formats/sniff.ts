/** What a file is, told from its bytes. Names lie: many .doc and .xls of office systems are HTML, RTF or XML. */

/** Known, but nothing that a report can be read from here. */
export type Foreign = 'zip' | 'rar' | '7z' | 'gzip' | 'ole' | 'png' | 'jpeg' | 'tiff' | 'bmp' | 'gif' | 'pptx' | 'p7' | 'binary' | 'mht'

export type Sniffed =
  | 'text' // or CSV: told after decoding
  | 'html'
  | 'spreadsheetml'
  | 'flat-odf'
  | 'rtf'
  | 'pdf'
  | 'package' // a zip of some kind: its parts tell which
  | 'doc'
  | 'xls'
  | 'encrypted-office'
  | Foreign

const SIGNATURES: readonly (readonly [kind: Sniffed, start: string])[] = [
  ['package', 'PK\x03\x04'],
  ['package', 'PK\x05\x06'],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['rtf', '{\\rtf'],
  ['png', '\x89PNG'],
  ['jpeg', '\xff\xd8\xff'],
  ['gzip', '\x1f\x8b'],
  ['rar', 'Rar!\x1a'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['gif', 'GIF8'],
  ['bmp', 'BM'],
]

/** A PDF may have some bytes of a mailer or a web server in front. */
const PDF_WITHIN = 1024
const LOOK = 4096

export function sniff(bytes: Uint8Array): Sniffed {
  const head = latin(bytes.subarray(0, LOOK))
  const found = SIGNATURES.find(([, start]) => head.startsWith(start))?.[0]
  if (found === 'ole') return oleKind(bytes)
  if (found === 'bmp') return /\0/.test(head.slice(0, 16)) ? 'bmp' : 'text'
  if (found) return found
  if (head.slice(0, PDF_WITHIN).includes('%PDF-')) return 'pdf'
  return wordsKind(head)
}

/** The markup at the start of a text, past a byte order mark; wide encodings are looked at without their zeros. */
function wordsKind(head: string): Sniffed {
  const isWide = /^(\xff\xfe|\xfe\xff)/.test(head)
  const plain = (isWide ? head.replaceAll('\0', '') : head).replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart()
  if (/^MIME-Version:/i.test(plain) && /multipart\/related/i.test(plain)) return 'mht'
  const markup = plain.slice(0, 2048).toLowerCase()
  if (markup.startsWith('<?xml') || markup.startsWith('<workbook')) {
    if (markup.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'spreadsheetml'
    if (markup.includes('urn:oasis:names:tc:opendocument')) return 'flat-odf'
  }
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|table|meta|div|p|title|style|span|h\d)[\s>]/.test(markup))
    return 'html'
  return 'text'
}

/** Names of streams in the directory of an OLE file, in UTF-16. */
const STREAMS: readonly (readonly [kind: Sniffed, name: string])[] = [
  ['encrypted-office', 'EncryptedPackage'],
  ['doc', 'WordDocument'],
  ['xls', 'Workbook'],
  ['xls', 'Book'],
]

function oleKind(bytes: Uint8Array): Sniffed {
  const directory = directoryOf(bytes)
  return STREAMS.find(([, name]) => directory.includes(`${wide(name)}\0\0`))?.[0] ?? 'ole'
}

/** The first sector of the directory and what follows it, as one character a byte; a damaged header gives the front of the file. */
function directoryOf(bytes: Uint8Array): string {
  if (bytes.length < 512) return ''
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const sector = 1 << Math.min(16, view.getUint16(30, true))
  const start = (view.getUint32(48, true) + 1) * sector
  const at = start < bytes.length ? start : 0
  return latin(bytes.subarray(at, at + 16 * sector))
}

const wide = (name: string): string => [...name].map((letter) => `${letter}\0`).join('')

function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return text
}
