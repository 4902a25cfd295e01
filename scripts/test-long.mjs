/**
 * `npm run test:long`: all of the tests, without samples, and those besides that take minutes: tests/setup/breadth.ts and the files
 * named *.long.test.ts. Arguments go to the test runner.
 */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { setUp } = await import('./bootstrap/set-up.mjs')
const { inRoot } = await import('./bootstrap/root.mjs')
const { runNode } = await import('./bootstrap/run.mjs')

await setUp('test')
process.env.JIHENG_TESTS = 'long'
process.exit(runNode([inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)]))
