/** `npm run build`: the bundled command, when its sources changed. */
import { requireNode } from './bootstrap/node-floor.mjs'

requireNode()
const { setUp } = await import('./bootstrap/set-up.mjs')
await setUp('start')
