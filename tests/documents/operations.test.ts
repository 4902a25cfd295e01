import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDoctor, parseFolderVerb, parseUser } from '../../apps/cli/src/arguments/parse-data.ts'
import { settingsTable } from '../../apps/server/src/settings.ts'
import { inRoot } from '../../scripts/bootstrap/root.mjs'

const page = (name: string) => readFileSync(inRoot('docs', name), 'utf8')

describe('docs/operations.md', () => {
  it('has every setting with its meaning and what holds without it, and no other', () => {
    const table = /<!-- settings:begin -->\n.*\n.*\n([\s\S]*?)<!-- settings:end -->/.exec(page('operations.md'))?.[1]
    const wanted = Object.entries(settingsTable).map(([name, { means, fallback }]) => `| \`${name}\` | ${means} | ${fallback} |\n`)
    expect(table).toBe(wanted.join(''))
  })

  it('shows commands that there are', () => {
    const typed = [...page('operations.md').matchAll(/^(?:.* )?jiheng (export|import|backup|restore|doctor|user)\b ?([^#\n;`]*)/gm)]
    for (const [line, verb, rest = ''] of typed.filter(([line]) => !/[（，。：]/.test(line))) {
      const words = rest
        .trim()
        .split(/ +/)
        .filter((word) => word !== '')
      const parsed = verb === 'doctor' ? parseDoctor(words) : verb === 'user' ? parseUser(words) : parseFolderVerb(verb as 'export')(words)
      expect(parsed, line).toMatchObject({ kind: 'options' })
    }
    expect(typed.length).toBeGreaterThan(10)
  })
})

describe('docs/security.md', () => {
  it('names tests that there are', () => {
    const named = [...page('security.md').matchAll(/`((?:packages|apps|tests)\/[\w./-]+\.test\.ts)`/g)].map(([, path]) => path as string)
    expect(named.length).toBeGreaterThan(10)
    for (const path of named) expect(() => readFileSync(inRoot(path)), path).not.toThrow()
  })
})
