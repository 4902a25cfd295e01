/** Names of the entries of a zip file: how they are written, and which of them may be parts. */

const UTF8_NAME = 0x800

/** As the entry says it, with / between folders. Archives made in China hold GB18030 without saying so. */
export function saidName(raw: Uint8Array, flags: number): string {
  return (flags & UTF8_NAME ? lenient(raw, 'utf-8') : utf8OrGb(raw)).replaceAll('\\', '/')
}

/** null for names that lead out of the package. */
export function safeName(name: string): string | null {
  if (name === '' || name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0')) return null
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  return parts.length === 0 || parts.includes('..') ? null : parts.join('/')
}

function utf8OrGb(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return lenient(raw, 'gb18030')
  }
}

const lenient = (raw: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(raw)
