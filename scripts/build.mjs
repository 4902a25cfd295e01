/** `npm run build`: the bundled command and server, and the pages, when their sources changed. */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { setUp } = await import('./bootstrap/set-up.mjs')
await setUp('start')
