/** Names of files as they were sent: a path is taken apart, and nothing of it ever becomes a path of ours. */

const mostName = 200
const mostFolder = 600

/** `name` may be a path below a folder that was dropped, or in an archive. */
export function placed(name: string): { readonly folder: string; readonly fileName: string } {
  const parts = name
    .normalize('NFC')
    .split(/[/\\]/)
    .map(plain)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  const fileName = shortened(parts.pop() ?? '', mostName) || '未命名'
  return { folder: parts.join('/').slice(-mostFolder), fileName }
}

/** Nothing that cannot be seen, or that turns the reading direction so that exe looks like docx. */
const plain = (part: string): string => part.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '').trim()

/** The end tells the format. */
function shortened(name: string, most: number): string {
  if (name.length <= most) return name
  const end = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return `${name.slice(0, most - end.length - 1).replace(/[\ud800-\udbff]$/, '')}…${end}`
}
