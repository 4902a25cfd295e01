/** Part of `npm run check`: rooms import only to the left, pure rooms stay pure, no import goes round. */
import { root } from './bootstrap/root.mjs'
import { importFaults } from './rules/import-faults.mjs'

const { faults, files, rooms } = importFaults(root)
for (const fault of faults) console.error(fault)
console.log(`imports: ${files} files in ${rooms} rooms, ${faults.length} fault(s)`)
process.exit(faults.length > 0 ? 1 : 0)
