/** `npm run test:browser`: each page in a real browser, with all that it can show. Arguments go to the test runner. */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { inProjects, runTests } = await import('./bootstrap/run-tests.mjs')
await runTests([...inProjects('pages', 'timing of pages'), ...process.argv.slice(2)])
