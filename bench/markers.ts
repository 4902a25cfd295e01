/** Measured figures inside a written page: between two markers, everything else stays. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

export function withBlock(page: string, name: string, block: string): string {
  const begin = `<!-- ${name}:begin -->`
  const end = `<!-- ${name}:end -->`
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  const inner = `${begin}\n${block.trim()}\n${end}`
  if (from < 0 || to < from) return `${page.trimEnd()}\n\n${inner}\n`
  return page.slice(0, from) + inner + page.slice(to + end.length)
}

/** Adds the markers to a page that lacks them, and the page where there is none. */
export function writeBlock(path: string, title: string, name: string, block: string): void {
  const page = existsSync(path) ? readFileSync(path, 'utf8') : `# ${title}\n`
  writeFileSync(path, withBlock(page, name, block))
}
