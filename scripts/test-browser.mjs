/** `npm run test:browser`: set-up, then each page in a real browser, with all that it can show. Arguments go to the test runner. */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { setUp } = await import('./bootstrap/set-up.mjs')
const { reportSkips } = await import('./bootstrap/programs.mjs')
const { inRoot } = await import('./bootstrap/root.mjs')
const { runNode } = await import('./bootstrap/run.mjs')

const missing = await setUp('test')
const projects = ['pages', 'timing of pages'].flatMap((project) => ['--project', project])
const tests = runNode([inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...projects, ...process.argv.slice(2)])
const skips = reportSkips(missing, Boolean(process.env.CI && process.env.CI !== 'false'))
for (const line of skips.lines) console.log(line)
process.exit(tests || (skips.failed ? 1 : 0))
