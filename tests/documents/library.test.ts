import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { audit, RESULT_VERSION } from '@jiheng/audit'
import { ingestText } from '@jiheng/ingest'
import { expect, it } from 'vitest'
import { inRoot } from '../../scripts/bootstrap/root.mjs'

const example = inRoot('docs', 'library-example.ts')
const page = readFileSync(inRoot('docs', 'library.md'), 'utf8')

const run = (...args: string[]) =>
  spawnSync(process.execPath, [inRoot('scripts', 'run-ts.mjs'), example, ...args], { cwd: inRoot('.'), encoding: 'utf8' })

it('the example runs and prints the findings of the example report', () => {
  const done = run('docs/example.txt')
  expect(done.stderr).toBe('')
  const bytes = readFileSync(inRoot('docs', 'example.txt'))
  const { findings, reports } = audit(ingestText(bytes, { name: 'example.txt', sha256: '' }), { asOf: null, year: null, purpose: null })
  const lines = findings.map(({ severity, title, quotes, computation, expected }) =>
    [severity, `line ${quotes[0]?.line}`, title, computation, expected].join(' | '),
  )
  expect(lines.length).toBe(2)
  expect(done.stdout.trim().split('\n')).toEqual([
    ...lines,
    `${reports[0]?.coverage.numbers} numbers, ${reports[0]?.coverage.inRelations} of them in relations`,
  ])
}, 60_000)

it('the page shows the example as it is', () => {
  expect(page).toContain(`\`\`\`ts\n${readFileSync(example, 'utf8')}\`\`\``)
})

it('the page names every version of results', () => {
  const named = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, version]) => Number(version))
  expect(named).toEqual(Array.from({ length: RESULT_VERSION + 1 }, (_, version) => version))
})
