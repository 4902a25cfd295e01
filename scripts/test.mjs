/** `npm test`: the tests, the accuracy gates among them, but for the pages one by one (`npm run test:browser`). Arguments go to the test runner instead. */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { inProjects, runTests } = await import('./bootstrap/run-tests.mjs')
const asked = process.argv.slice(2)
await runTests(asked.length > 0 ? asked : inProjects('rooms', 'products', 'timing'))
