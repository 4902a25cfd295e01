/** Bytes of a page to text. The bytes tell UTF-8, UTF-16 and GB18030 apart better than what pages say of themselves. */
import { type Decoded, decode } from '../decode.ts'

const LOOK = 4096
/** What only the page can tell. */
const OTHERS: Readonly<Record<string, string>> = {
  big5: 'big5',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
}

export function decodeHtml(bytes: Uint8Array, file: string): Decoded {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, LOOK))
  const said = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})/i.exec(head)?.[1]?.toLowerCase() ?? ''
  const other = Object.hasOwn(OTHERS, said) ? OTHERS[said] : undefined
  if (other === undefined || isUtf8(bytes)) return decode(bytes, file)
  return { text: new TextDecoder(other).decode(bytes), problems: [] }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
