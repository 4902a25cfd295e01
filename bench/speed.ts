/**
 * Measures the speed of the engine, prints it and writes it into docs/performance.md.
 *
 *   npm run bench:speed -- [--gate] [--json FILE]
 *
 * --gate        exit 1 when a ratio is worse than its gate; the page is left alone
 * --json FILE   write all figures as JSON
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { writeBlock } from './markers.ts'
import { inProject } from './project.ts'
import { runHostile } from './speed/hostile.ts'
import { measureSpeed, speedGates } from './speed/measure.ts'
import { evaluationReport, speedReport } from './speed/report.ts'

const { values } = parseArgs({
  options: {
    gate: { type: 'boolean', default: false },
    json: { type: 'string' },
    // For the children of this command only: the text to run.
    hostile: { type: 'string' },
  },
})
if (values.hostile) console.log(JSON.stringify(runHostile(values.hostile)))
else {
  const speed = await measureSpeed(process.argv[1] ?? '')
  const text = speedReport(speed)
  const evaluation = evaluationReport(speed.node, speed.evaluation)
  console.log(`${text}\n\n${evaluation}`)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(speed, null, 1)}\n`)
  if (!values.gate) {
    writeBlock(inProject('docs/performance.md'), 'Performance', 'speed', text)
    writeBlock(inProject('docs/performance.md'), 'Performance', 'evaluation', evaluation)
  }
  if (values.gate && speedGates(speed).some((gate) => !gate.holds)) process.exitCode = 1
}
