/** `jiheng facts template`: the sheet that a unit fills for a scheme. */
import { questionsOf, schemeAt } from '@jiheng/evaluation'
import type { FactsOptions } from '../arguments/parse-facts.ts'
import { readGoalFiles } from '../evaluate/evaluate-units.ts'
import type { Host } from '../host.ts'
import { display } from '../output/display.ts'
import { WriteRefused, writeWhole } from '../output/write-whole.ts'
import { findScheme, loadAll } from '../schemes/find-scheme.ts'
import { sayEvaluate } from '../wording/evaluate-messages.ts'
import { exitCodes } from './exit-code.ts'
import { refuse } from './hand-over.ts'

const DEDUCTION_ROWS = 3

export async function factsCommand({ scheme: name, year, goals: files, unit, out, folders }: FactsOptions, host: Host): Promise<number> {
  const loaded = loadAll(host, folders)
  const found = await findScheme(name, loaded, 'facts')
  if ('problems' in found) return refuse(found.problems, host)
  const at = schemeAt(found.scheme, `${year}-12-31`)
  if ('problem' in at) return refuse([at.problem], host)
  const { goals, problems } = await readGoalFiles(files, loaded)
  if (problems.length > 0) return refuse(problems, host)
  const own = goals.find((one) => one.year === year && (unit === '' || one.unit === unit))
  // Other schemes print no deductions from the total; a row that somebody adds is read all the same.
  const deductionRows = found.scheme.kind === 'management-appraisal' ? DEDUCTION_ROWS : 0
  const questions = questionsOf({ version: at.version, goals: own?.versions.at(-1) ?? null, items: loaded.items, year, deductionRows })
  const { factsTemplate } = await import('@jiheng/report')
  const bytes = await factsTemplate(questions, { label: found.scheme.label, year, unit: unit === '' ? (own?.unit ?? '') : unit })
  try {
    writeWhole(out, bytes)
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error
    return refuse([error.problem], host)
  }
  await host.stderr.write(`${display(sayEvaluate.template(out, questions.length))}\n`)
  return exitCodes.good
}
