/** `npm run test:long`: every test over all of its reports and formats, and those that take minutes. Arguments go to the test runner. */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
process.env.JIHENG_TESTS = 'long'
await import('./test.mjs')
