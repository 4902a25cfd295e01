/**
 * Checks the labels themselves: places lead to the figures, relations said to hold do hold, and faults are faults.
 *
 *   node scripts/run-ts.mjs bench/check-labels.ts
 */
import { faultsOfLabels } from './labels/label-faults.ts'
import { readLabels } from './labels/read-labels.ts'

const reports = readLabels()
let bad = 0
for (const report of reports) {
  const faults = faultsOfLabels(report)
  bad += faults.length
  for (const fault of faults) console.log(`${report.doc} ${fault.entry}: ${fault.says}`)
  const withOperands = report.entries.filter((entry) => entry.operands.length > 0)
  const operands = withOperands.reduce((sum, entry) => sum + entry.operands.length, 0)
  const formulas = withOperands.filter((entry) => entry.formula).length
  console.log(
    `${report.set}/${report.doc}: ${report.entries.length} entries, ${withOperands.length} with operands (${operands}), ${formulas} with a formula`,
  )
}
console.log(bad === 0 ? `labels: ${reports.length} files hold` : `labels: ${bad} faults`)
process.exitCode = bad === 0 ? 0 : 1
