/** `npm run check`: everything that must hold before a review, without running the tests. Every step runs, even after a failure. */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { setUp } = await import('./bootstrap/set-up.mjs')
const { reportSkips } = await import('./bootstrap/programs.mjs')
const { inRoot } = await import('./bootstrap/root.mjs')
const { runNode } = await import('./bootstrap/run.mjs')

const script = (/** @type {string} */ name, /** @type {string[]} */ ...args) => [inRoot('scripts', name), ...args]
// With CI=true Biome would paint even what goes into a file.
const colour = process.stdout.isTTY ? 'force' : 'off'
const steps = [
  { name: 'types', args: [inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-b'] },
  {
    name: 'lint and format',
    args: [inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', `--colors=${colour}`, '.'],
  },
  { name: 'imports', args: script('check-imports.mjs') },
  { name: 'generated documents', args: script('docs.mjs', '--check') },
  { name: 'made reports', args: [inRoot('corpus', 'made', 'build.mjs'), '--check', '--quiet'] },
  { name: 'machine paths', args: script('check-paths.mjs'), program: 'git' },
  { name: 'licences', args: script('check-licences.mjs') },
]

const missing = await setUp('check')
const failed = []
for (const step of steps) {
  if (step.program && missing.some((program) => program.name === step.program)) continue
  const started = process.hrtime.bigint()
  const ok = runNode(step.args) === 0
  const seconds = Number((process.hrtime.bigint() - started) / 10_000_000n) / 100
  console.log(`${ok ? '✓' : '✗'} ${step.name} (${seconds} s)`)
  if (!ok) failed.push(step.name)
}

const skips = reportSkips(missing, Boolean(process.env.CI && process.env.CI !== 'false'))
for (const line of skips.lines) console.log(line)
console.log(failed.length === 0 ? 'check: everything holds' : `check: FAILED: ${failed.join(', ')}`)
process.exit(failed.length > 0 || skips.failed ? 1 : 0)
