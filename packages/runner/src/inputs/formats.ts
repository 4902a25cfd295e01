/** Which files of a folder are taken. Only for choosing: what a file is, its content tells. */
import { basename, extname } from 'node:path'

const documents = new Set(
  '.txt .md .text .docx .docm .dotx .doc .wps .wpt .rtf .odt .pdf .ofd .xlsx .xlsm .xlsb .xls .et .ett .ods .csv .html .htm'.split(' '),
)
const archives = new Set(['.zip', '.rar', '.7z'])

/** Lower case, with the point; '' when the name has none. */
export function extensionOf(path: string): string {
  return extname(basename(path)).toLowerCase()
}

export function isReadFormat(path: string): boolean {
  const extension = extensionOf(path)
  return documents.has(extension) || archives.has(extension)
}

/** Small files of these are audited where we are: their reader is ours and bounded. */
export function isPlainText(path: string): boolean {
  return ['.txt', '.md', '.text', ''].includes(extensionOf(path))
}
