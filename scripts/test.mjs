/** `npm test`: set-up, then the tests, the accuracy gates among them; the pages one by one have a command of their own. Arguments go to the test runner. */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { setUp } = await import('./bootstrap/set-up.mjs')
const { reportSkips } = await import('./bootstrap/programs.mjs')
const { inRoot } = await import('./bootstrap/root.mjs')
const { runNode } = await import('./bootstrap/run.mjs')

const missing = await setUp('test')
const asked = process.argv.slice(2)
const projects = ['rooms', 'products', 'timing'].flatMap((project) => ['--project', project])
const tests = runNode([inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...(asked.length > 0 ? asked : projects)])

const skips = reportSkips(missing, Boolean(process.env.CI && process.env.CI !== 'false'))
for (const line of skips.lines) console.log(line)
console.log(`测试 tests: ${tests === 0 ? 'passed' : 'FAILED'}`)
process.exit(tests || (skips.failed ? 1 : 0))
