/**
 * The part of the speed figures that is about scoring many units, by itself.
 *
 *   node scripts/run-ts.mjs bench/evaluate.ts [--gate]
 *
 * Prints it and writes it into docs/performance.md; with --gate the page is left alone, and a ratio worse than its gate ends with 1.
 */
import { writeBlock } from './markers.ts'
import { inProject } from './project.ts'
import { measureEvaluation } from './speed/evaluation.ts'
import { evaluationGates } from './speed/measure.ts'
import { evaluationReport } from './speed/report.ts'

const speed = measureEvaluation()
const gates = evaluationGates(speed)
const text = evaluationReport(process.version, speed)
console.log(text)
const isGate = process.argv.includes('--gate')
if (!isGate) writeBlock(inProject('docs/performance.md'), 'Performance', 'evaluation', text)
if (isGate && gates.some(({ holds }) => !holds)) process.exitCode = 1
