/**
 * `npm run test:long`: all of the tests, without samples, and those besides that take minutes: tests/setup/breadth.ts and the files
 * named *.long.test.ts. Arguments go to the test runner.
 */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { runTests } = await import('./bootstrap/run-tests.mjs')
await runTests(process.argv.slice(2), { JIHENG_TESTS: 'long' })
