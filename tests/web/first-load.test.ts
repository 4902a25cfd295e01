/** What a browser has to fetch before the first page stands, and that nothing built points outside. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtPages } from '../../scripts/bootstrap/web.mjs'

const mostBytes = 350 * 1024
/** Names of formats, hints in messages of libraries, patterns: nothing is ever fetched from them. tests/web/shell.test.ts counts what is. */
const names = [
  /^http:\/\/www\.w3\.org\//,
  /^https?:\/\/json-schema\.org\//,
  /^https:\/\/(?:react\.dev|reactrouter\.com|github\.com\/ungap)\//,
  /^http:\/\/\[\$/,
  /^https?:\/\/(?:localhost|jiheng\.invalid)/,
  // pdf.js: formats, and addresses on which it tries what the browser makes of addresses.
  /^http:\/\/(?:www\.xfa\.org\/schema|ns\.adobe\.com)\//,
  /^https:\/\/(?:github\.com\/zloirock\/core-js|foo\.bar$|тест$|[ax](?:[/@#]|$))/,
  /^http:\/\/(?:example\.com$|\$\{e\}$)/,
]

describe('what is built', () => {
  let folder: string
  beforeAll(async () => {
    folder = await builtPages()
  }, 120_000)

  const read = (name: string) => readFile(join(folder, name), 'utf8')

  test('the first load is at most 350 KB of script, and holds neither plots nor pages of PDF', async () => {
    const page = await read('index.html')
    const entry = /<script type="module"[^>]* src="\/([^"]+)"/.exec(page)?.[1] as string
    const files = await withImports(entry, read)
    const sizes = await Promise.all([...files].map(async (file) => gzipSync(await read(file), { level: 9 }).length))
    const total = sizes.reduce((sum, size) => sum + size, 0)
    expect(files.size).toBeGreaterThan(1)
    expect(total).toBeGreaterThan(100 * 1024)
    expect(total).toBeLessThan(mostBytes)
    for (const file of files) expect(await read(file)).not.toMatch(/zrender|pdfjsLib/i)
  })

  test('the page holds no script and no style of its own', async () => {
    const page = await read('index.html')
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/)
    expect([...page.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].map(([, inside]) => inside)).toEqual([''])
  })

  test('nothing points outside, and everything worth it lies there compressed', async () => {
    const files = await readdir(folder, { recursive: true })
    const texts = files.filter((name) => /\.(?:js|css|html|svg)$/.test(name))
    const outside = new Set<string>()
    for (const name of texts)
      for (const [address] of (await read(name)).matchAll(/https?:\/\/[^\s"'`\\)<>]+/g))
        if (!names.some((one) => one.test(address))) outside.add(address)
    expect([...outside]).toEqual([])
    for (const name of texts.filter((one) => one.endsWith('.css') || /\/index-[^/]+\.js$/.test(one))) {
      expect(files).toContain(`${name}.gz`)
      expect(files).toContain(`${name}.br`)
    }
  })
})

/** A file and all that it imports before it runs. */
async function withImports(entry: string, read: (name: string) => Promise<string>): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  const waiting = [entry]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const source = await read(name)
    for (const [, , from] of source.matchAll(/(?:import|export)\s*(?:[\w$*{}\s,]+from\s*)?(["'])(\.[^"']+)\1/g))
      waiting.push(join('assets', from as string))
  }
  return seen
}
