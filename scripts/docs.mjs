/** `npm run docs`: writes the documents that are made from the code. With --check: says which of them differ, and fails. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from './bootstrap/root.mjs'
import { checksPage } from './documents/checks-page.mjs'
import { fillContract } from './documents/contract-page.mjs'
import { declarationsOf } from './documents/declarations.mjs'
import { exampleOutput, fillExample } from './documents/example.mjs'
import { identitiesPage } from './documents/identities-page.mjs'
import { loadSource } from './documents/load-source.mjs'
import { codesOf, problemsPage } from './documents/problems-page.mjs'

const read = (/** @type {string} */ path) => readFileSync(inRoot(path), 'utf8')

const { catalogue, identities, sayProblem } = await loadSource(`
  export { catalogue } from './packages/audit/src/checks/catalogue.ts'
  export { identities } from './packages/audit/src/relations/identities.ts'
  export { sayProblem } from './apps/cli/src/wording/problems.ts'`)
const codes = codesOf(declarationsOf(read('packages/vocabulary/src/problem.ts'), ['ProblemCode']).text)

const [report, output] = [read('docs/example.txt'), await exampleOutput()]
const pages = [
  { path: 'README.md', text: fillExample(read('README.md'), report, output) },
  { path: 'README.en.md', text: fillExample(read('README.en.md'), report, output) },
  { path: 'docs/contract.md', text: fillContract(read('docs/contract.md'), read) },
  { path: 'docs/checks.md', text: checksPage(catalogue) },
  { path: 'docs/identities.md', text: identitiesPage(identities) },
  { path: 'docs/problems.md', text: problemsPage(codes, sayProblem) },
]

const stale = pages.filter(({ path, text }) => !existsSync(inRoot(path)) || read(path) !== text)
if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`${path} differs from the code: run \`npm run docs\` and commit it`)
  process.exit(stale.length > 0 ? 1 : 0)
}
for (const { path, text } of stale) writeFileSync(inRoot(path), text)
console.log(stale.length > 0 ? `written: ${stale.map((page) => page.path).join(', ')}` : 'documents are up to date')
