/** The name of a file as a URI: relative to where the command ran; members of archives below their archive. */

export type Separator = '/' | '\\'

/** `separator` is the one of the system that gave the name. */
export function artifactUri(name: string, separator: Separator = '/'): string {
  if (name === '-') return 'stdin'
  const path = separator === '\\' ? name.replaceAll('\\', '/') : name
  const drive = /^([A-Za-z]):\//.exec(path)
  if (drive !== null) return `file:///${drive[1]}:/${encoded(path.slice(3))}`
  if (separator === '\\' && path.startsWith('//')) return `file:${encoded(path)}`
  if (path.startsWith('/')) return `file://${encoded(path)}`
  return path === '' ? 'unnamed' : encoded(path)
}

const encoded = (path: string): string =>
  path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
