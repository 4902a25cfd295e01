/** `npm test`: set-up, every test, then the accuracy gates. Arguments go to the test runner and leave the gates out. */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { setUp } = await import('./bootstrap/set-up.mjs')
const { reportSkips } = await import('./bootstrap/programs.mjs')
const { inRoot } = await import('./bootstrap/root.mjs')
const { runNode } = await import('./bootstrap/run.mjs')

const missing = await setUp('test')
const filters = process.argv.slice(2)
const tests = runNode([inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...filters])

const gates = filters.length === 0
const accuracy = gates ? runNode([inRoot('scripts', 'run-ts.mjs'), inRoot('bench', 'accuracy.ts'), '--gate']) : 0

const skips = reportSkips(missing, Boolean(process.env.CI && process.env.CI !== 'false'))
for (const line of skips.lines) console.log(line)
console.log(
  `测试 tests: ${tests === 0 ? 'passed' : 'FAILED'} · 准确度门槛 accuracy gates: ${gates ? (accuracy === 0 ? 'passed' : 'FAILED') : 'not run'}`,
)
process.exit(tests || accuracy || (skips.failed ? 1 : 0))
