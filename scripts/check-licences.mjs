/** Part of `npm run check`: the licences and origins of everything in the lock file. */
import { readFileSync } from 'node:fs'
import { inRoot } from './bootstrap/root.mjs'
import { licenceFaults } from './rules/licences.mjs'

const faults = licenceFaults(JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')))
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
