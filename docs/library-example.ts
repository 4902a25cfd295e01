/** Audits a file and prints what was found: node scripts/run-ts.mjs docs/library-example.ts FILE */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { audit, readResult } from '@jiheng/audit'
import { ingest } from '@jiheng/ingest'

const [name = 'docs/example.txt'] = process.argv.slice(2)
const bytes = readFileSync(name)
const sha256 = createHash('sha256').update(bytes).digest('hex')
const result = audit(await ingest(bytes, { name, sha256 }), { asOf: null, year: null, purpose: null })

// Years later, perhaps in another program and with a newer engine:
const kept = JSON.stringify(result)
const read = readResult(JSON.parse(kept))
if (read.kind === 'refused') throw new Error(read.message)

for (const { severity, title, quotes, computation, expected } of read.result.findings) {
  console.log([severity, `line ${quotes[0]?.line}`, title, computation, expected ?? ''].join(' | '))
}
for (const { coverage } of read.result.reports) console.log(`${coverage.numbers} numbers, ${coverage.inRelations} of them in relations`)
for (const { code, at } of read.result.problems) console.log(code, ...at)
