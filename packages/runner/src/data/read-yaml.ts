/** YAML from outside as plain values: no references, no tags, no key twice, nothing large. */
import type { Problem } from '@jiheng/vocabulary'
import { isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'

export type ReadYaml = { readonly value: unknown } | { readonly problems: readonly Problem[] }

export const mostYamlBytes = 2 * 1024 * 1024
const mostProblems = 20

/** `name` of the file, for problems. */
export function readYaml(text: string, name: string): ReadYaml {
  const bytes = Buffer.byteLength(text)
  if (bytes > mostYamlBytes) return { problems: [{ code: 'file.too-large', at: [name], details: { bytes, limit: mostYamlBytes } }] }
  try {
    return parse(text, name)
  } catch (error) {
    // The parser goes down one call a level: ten thousand brackets end its stack, and nothing else.
    if (error instanceof Error && /call stack/i.test(error.message)) return { problems: [unreadable(name, 1, 'too-deep')] }
    throw error
  }
}

function parse(text: string, name: string): ReadYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    version: '1.2',
    schema: 'core',
  })
  const lineOf = (at: number): number => lines.linePos(at).line
  const told = [...document.errors, ...document.warnings].map(({ code, pos }) => unreadable(name, lineOf(pos[0]), reasons[code] ?? code))
  if (told.length > 0) return { problems: told.slice(0, mostProblems) }
  const found: Problem[] = []
  const tell = (node: { readonly range?: readonly number[] | null | undefined } | null | undefined, reason: string): void => {
    if (found.length < mostProblems) found.push(unreadable(name, lineOf(node?.range?.[0] ?? 0), reason))
  }
  visit(document, {
    Alias: (_key, node) => tell(node, 'alias'),
    Map: (_key, { items }) => {
      // The parser's own look for keys that stand twice takes the square of their number.
      const seen = new Set<string>()
      for (const { key } of items) {
        const text = isScalar(key) ? String(key.value) : ''
        if (seen.has(text)) tell(isNode(key) ? key : null, 'duplicate-key')
        seen.add(text)
      }
    },
  })
  return found.length > 0 ? { problems: found } : { value: document.toJS({ maxAliasCount: 0 }) }
}

const unreadable = (name: string, line: number, reason: string): Problem => ({
  code: 'scheme.unreadable',
  at: [name],
  details: { line, reason },
})

const reasons: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'alias',
  TAG_RESOLVE_FAILED: 'tag',
  MULTIPLE_DOCS: 'several-documents',
  BAD_INDENT: 'indentation',
  TAB_AS_INDENT: 'indentation',
}
