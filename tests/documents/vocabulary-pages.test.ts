import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONCEPTS, RATES } from '@jiheng/vocabulary'
import { expect, it } from 'vitest'
import { inRoot } from '../../scripts/bootstrap/root.mjs'
import { declarationsOf } from '../../scripts/documents/declarations.mjs'
import { codesOf } from '../../scripts/documents/problems-page.mjs'

const read = (...path: string[]) => readFileSync(inRoot(...path), 'utf8')
const glossary = read('docs', 'glossary.md')
const unknownTo = (page: string, ids: readonly string[]) => [...new Set(ids)].filter((id) => !page.includes(`\`${id}\``))

it('the glossary names every concept and every rate', () => {
  // Items of the two official classifications go by their code; the glossary names the classifications.
  const ids = CONCEPTS.map((concept) => concept.id).filter((id) => !/^(?:item|function|economic)-/.test(id))
  expect(unknownTo(glossary, [...ids, ...RATES.map((rate) => rate.id)])).toEqual([])
})

it.each([
  ['packages/vocabulary/src/claim.ts', ['Role', 'Scope']],
  ['packages/audit/src/findings/finding.ts', ['FindingKind', 'Severity', 'RepairReason']],
  ['packages/audit/src/relations/relation.ts', ['RelationKind', 'RelationSource']],
  ['packages/ingest/src/source-document.ts', ['ReportKind']],
])('the glossary names every word of %s %s', (file, names) => {
  const words = codesOf(declarationsOf(read(file), names).text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ''))
  expect(words.length).toBeGreaterThan(2)
  expect(
    unknownTo(
      glossary,
      words.filter((word) => word !== 'unknown'),
    ),
  ).toEqual([])
})

it('every number of docs/framework.md that a source cites stands there', () => {
  const framework = read('docs', 'framework.md')
  const cited = sources('packages').flatMap((file) => readFileSync(file, 'utf8').match(/\b(?:ID|FI|SF|D)-\d{2}[a-z]?/g) ?? [])
  expect(cited.length).toBeGreaterThan(10)
  const numbers = new Set(framework.match(/\b(?:ID|FI|SF|D)-\d{2}[a-z]?/g))
  expect([...new Set(cited)].filter((number) => !numbers.has(number))).toEqual([])
})

function sources(folder: string): string[] {
  return readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /[\\/]src[\\/].*\.ts$/.test(name))
    .map((name) => inRoot(join(folder, name)))
}
