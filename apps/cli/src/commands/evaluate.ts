/** `jiheng evaluate`: facts and targets in, explained scores out. */
import type { Evaluated } from '@jiheng/report'
import type { EvaluateOptions } from '../arguments/parse-evaluate.ts'
import { evaluateUnits, type Prepared, prepare } from '../evaluate/evaluate-units.ts'
import { renderEvaluation, renderExplanation } from '../evaluate/render-evaluation.ts'
import type { Host } from '../host.ts'
import type { Paint } from '../output/colour.ts'
import { display } from '../output/display.ts'
import { jsonLine } from '../output/json.ts'
import { version } from '../version.ts'
import { sayEvaluate, sayPlanFault } from '../wording/evaluate-messages.ts'
import { departmentCommand } from './evaluate-department.ts'
import { exitCodes } from './exit-code.ts'
import { deliver, paintOf, refuse, tell, tellLines } from './hand-over.ts'

export async function evaluateCommand(options: EvaluateOptions, host: Host): Promise<number> {
  const prepared = await prepare(options, host, 'evaluate')
  if ('refused' in prepared) return refuse(prepared.refused, host)
  // A cell that could not be read may be any unit's: nothing is scored on half the data.
  if (prepared.problems.length > 0) {
    await refuse(prepared.problems, host)
    await host.stderr.write(sayEvaluate.unread(prepared.problems.length))
    return exitCodes.unread
  }
  if (options.department !== null) return departmentCommand(options.department, prepared, options, host)
  const { outcomes, problems } = evaluateUnits(prepared, options.explain !== null || options.format === 'html' || options.format === 'xlsx')
  await tell(problems, host)
  const scored = new Set(outcomes.map(({ unit }) => unit))
  for (const unit of prepared.units) if (!scored.has(unit)) await host.stderr.write(`${display(sayEvaluate.leftOut(unit))}\n`)
  // Most units miss the same: their goals.
  const faults = outcomes.flatMap(({ unit, faults: own }) => own.map((fault) => display(sayPlanFault(unit, fault))))
  await tellLines(faults, host)
  const evaluated = outcomes.flatMap((outcome) => (outcome.evaluated === null ? [] : [outcome.evaluated]))
  if (evaluated.length === 0) {
    await host.stderr.write(sayEvaluate.noUnits)
    return exitCodes.unread
  }
  const isWritten = await write(evaluated, prepared, options, host)
  if (!isWritten || problems.length > 0 || faults.length > 0) return exitCodes.unread
  return evaluated.some(({ evaluation }) => evaluation.open.length > 0) ? exitCodes.found : exitCodes.good
}

/** Whether everything that was asked for is there. */
async function write(list: readonly Evaluated[], prepared: Prepared, options: EvaluateOptions, host: Host): Promise<boolean> {
  const content = await contentOf(list, prepared, options, paintOf(options, host))
  return deliver(content, sayEvaluate.written(options.out ?? '', list.length), options, host)
}

/** null when there is no indicator of that name. */
async function contentOf(
  list: readonly Evaluated[],
  prepared: Prepared,
  options: EvaluateOptions,
  paint: Paint,
): Promise<string | Uint8Array | null> {
  const { format, explain } = options
  const { label } = prepared.scheme
  const { asOf } = prepared
  if (format === 'html') return (await import('@jiheng/report')).evaluationPage(list, { label, asOf, version })
  if (format === 'xlsx') return (await import('@jiheng/report')).evaluationBook(list, { label, asOf })
  if (format === 'json') return list.map(({ evaluation }) => jsonLine(evaluation)).join('')
  if (explain !== null) {
    const said = list.map((one) => renderExplanation(one, explain, paint))
    return said.some((text) => text === null) ? null : said.join('\n')
  }
  const open = list.filter(({ evaluation }) => evaluation.open.length > 0).length
  const pages = list.map((one) => renderEvaluation(one, label, paint)).join('\n')
  return list.length === 1 ? pages : `${pages}\n${sayEvaluate.summary(list.length, list.length - open, open)}`
}
