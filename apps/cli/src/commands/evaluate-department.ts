/** `jiheng evaluate --department`: the units of a department together. */
import type { DepartmentReport } from '@jiheng/report'
import type { EvaluateOptions } from '../arguments/parse-evaluate.ts'
import { departmentOutcome, preparedFor, readDepartmentFile } from '../evaluate/evaluate-department.ts'
import type { Prepared } from '../evaluate/evaluate-units.ts'
import { renderDepartment } from '../evaluate/render-department.ts'
import { renderExplanation } from '../evaluate/render-evaluation.ts'
import type { Host } from '../host.ts'
import type { Paint } from '../output/colour.ts'
import { display } from '../output/display.ts'
import { jsonLine } from '../output/json.ts'
import { version } from '../version.ts'
import { departmentWords, sayPlanFault } from '../wording/evaluate-messages.ts'
import { exitCodes } from './exit-code.ts'
import { deliver, paintOf, refuse, tellLines } from './hand-over.ts'

export async function departmentCommand(file: string, all: Prepared, options: EvaluateOptions, host: Host): Promise<number> {
  const read = await readDepartmentFile(file, all)
  if ('problems' in read) return refuse(read.problems, host)
  const prepared = preparedFor(all, read.department)
  const strangers = all.units.filter((unit) => !prepared.units.includes(unit))
  if (strangers.length > 0) await host.stderr.write(`${display(departmentWords.strangers(strangers.slice(0, 20)))}\n`)
  const contradicted = read.department.units.filter(
    ({ unit, state }) => (state === 'offline' || state === 'missing') && prepared.units.includes(unit),
  )
  await tellLines(
    contradicted.map(({ unit, state }) =>
      display(state === 'offline' ? departmentWords.offlineWithFacts(unit) : departmentWords.missingWithFacts(unit)),
    ),
    host,
  )
  const isTraced = options.explain !== null || options.format === 'html' || options.format === 'xlsx'
  const outcome = departmentOutcome(prepared, read.department, isTraced)
  if ('problems' in outcome) {
    await refuse(outcome.problems, host)
    await host.stderr.write(departmentWords.faulty)
    return exitCodes.unread
  }
  const { report, faults } = outcome
  await tellLines(
    faults.map((fault) => display(sayPlanFault(report.id, fault))),
    host,
  )
  const content = await contentOf(report, prepared, options, paintOf(options, host))
  const isWritten = await deliver(content, departmentWords.written(options.out ?? '', report.name), options, host)
  if (!isWritten || faults.length > 0) return exitCodes.unread
  const { isDepartmentOpen } = await import('@jiheng/report')
  return isDepartmentOpen(report) ? exitCodes.found : exitCodes.good
}

/** null when there is no indicator of that name. */
async function contentOf(
  report: DepartmentReport,
  { asOf }: Prepared,
  { format, explain }: EvaluateOptions,
  paint: Paint,
): Promise<string | Uint8Array | null> {
  if (format === 'html') return (await import('@jiheng/report')).departmentPage(report, { asOf, version })
  if (format === 'xlsx') return (await import('@jiheng/report')).departmentWorkbook(report, { asOf })
  if (format === 'json') return jsonLine(dataOf(report))
  if (explain === null) return renderDepartment(report, paint)
  return report.score?.kind === 'once' ? renderExplanation(report.score.evaluated, explain, paint) : null
}

/** Without the plan and the catalogue, which are not results. */
function dataOf({ score, ...rest }: DepartmentReport) {
  return { ...rest, score: score?.kind === 'once' ? { kind: score.kind, evaluation: score.evaluated.evaluation } : score }
}
