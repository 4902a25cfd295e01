/** `npm run test:long`: what takes minutes because something has to run out, in a real browser and on both databases: a server that is killed in the middle of a batch. */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { setUp } = await import('./bootstrap/set-up.mjs')
const { inRoot } = await import('./bootstrap/root.mjs')
const { runNode } = await import('./bootstrap/run.mjs')

await setUp('test')
process.env.JIHENG_LONG = '1'
process.exit(runNode([inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', 'tests/web/flows.test.ts', ...process.argv.slice(2)]))
