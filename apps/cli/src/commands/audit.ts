/** `jiheng audit`: expand the inputs, audit them one by one, hand over each result as soon as its turn comes. */
import { resolve } from 'node:path'
import type { Sketched } from '@jiheng/audit'
import { BatchCounter, type BatchSummary, isUnread, type LeftOut } from '@jiheng/report/summary'
import { type Expanded, noRules, type RulesForAudit, type TempFolder, tempFolder } from '@jiheng/runner'
import type { Problem } from '@jiheng/vocabulary'
import { type AuditOptions, isTextFormat } from '../arguments/parse-audit.ts'
import type { Host } from '../host.ts'
import { expand } from '../inputs/expand.ts'
import { results } from '../jobs/results.ts'
import { paintFor } from '../output/colour.ts'
import { display } from '../output/display.ts'
import { renderBatch } from '../output/pretty/batch.ts'
import { lookFor } from '../output/pretty/look.ts'
import { newProgress } from '../output/progress.ts'
import { WriteRefused } from '../output/write-whole.ts'
import { type Delivery, isProblem } from '../outputs/delivery.ts'
import { documentDelivery } from '../outputs/document-delivery.ts'
import { textDelivery } from '../outputs/text-delivery.ts'
import { say, skipLines, skipWords } from '../wording/messages.ts'
import { sayProblem } from '../wording/problems.ts'
import { exitCode, exitCodes } from './exit-code.ts'

export async function auditCommand(options: AuditOptions, host: Host): Promise<number> {
  const temp = tempFolder()
  try {
    return await auditFiles(options, host, temp)
  } finally {
    temp.remove()
  }
}

async function auditFiles(options: AuditOptions, host: Host, temp: TempFolder): Promise<number> {
  const rules = await rulesOf(options, host)
  if ('problems' in rules) {
    for (const problem of rules.problems) await refuse(problem, host)
    return exitCodes.unread
  }
  const expanded = await expand(options.files, {
    stdin: host.stdin,
    makeFolder: temp.make,
    resultFolder: options.out === null ? null : resolve(options.out),
    isWindows: host.isWindows,
  })
  const delivery = deliveryFor(options, expanded, host, temp)
  if (isProblem(delivery)) return refuse(delivery, host)
  try {
    return await auditTo(delivery, expanded, rules, options, host)
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error
    return refuse(error.problem, host)
  }
}

async function refuse(problem: Problem, host: Host): Promise<number> {
  await host.stderr.write(`${display(sayProblem(problem))}\n`)
  return exitCodes.unread
}

function deliveryFor(options: AuditOptions, { inputs }: Expanded, host: Host, temp: TempFolder): Delivery | Problem {
  const { format, out } = options
  if (isTextFormat(format)) return textDelivery(format, out, inputs, host.stdout, { screen: screenLook(host), file: plainLook })
  const { loadOutputs, stdout: screen } = host
  return documentDelivery({ format, out, inputs, asOf: options.asOf ?? host.today(), makeFolder: temp.make, loadOutputs, screen })
}

async function auditTo(delivery: Delivery, expanded: Expanded, rules: RulesForAudit, options: AuditOptions, host: Host): Promise<number> {
  const { inputs } = expanded
  const context = { asOf: options.asOf ?? host.today(), year: options.year, purpose: options.purpose }
  const counter = new BatchCounter()
  const sketches: Sketched[] = []
  let [done, failures] = [0, 0]
  const progress = newProgress(host.stderr, inputs.length, host.clock)
  if (!(delivery.isRead && inputs.length > 1)) await saySkipped(expanded, host)
  try {
    for await (const outcome of results(inputs, { context, rules, order: delivery.order, keepsDocument: false }, options.jobs, host)) {
      const { result, products } = outcome
      counter.take(result)
      for (const [report, { unit, sketch }] of result.reports.entries()) sketches.push({ file: result.file, report, unit, sketch })
      await progress.aside(async () => {
        await delivery.take(done, outcome)
        // That nothing can be made of a file that could not be read is said by the file's own problem.
        const failed = isUnread(result) ? [] : products.failures
        failures += failed.length
        const unread = isUnread(result) && !delivery.isRead ? result.problems : []
        for (const problem of [...unread, ...failed]) await host.stderr.write(`${display(sayProblem(problem))}\n`)
      })
      await progress.show(++done, result.file)
    }
  } finally {
    await progress.end()
  }
  if (done < inputs.length) {
    await host.stderr.write(say.interrupted(done, inputs.length))
    return exitCodes.interrupted
  }
  const summary = counter.finish(inputs.length > 1 ? (await host.loadEngine()).compare(sketches) : [], leftOutOf(expanded))
  await delivery.finish(summary)
  await sayEnd(delivery, summary, expanded, options, host)
  return failures > 0 ? exitCodes.unread : exitCode(summary, options.failOn)
}

async function sayEnd(delivery: Delivery, summary: BatchSummary, expanded: Expanded, options: AuditOptions, host: Host): Promise<void> {
  const isTold = options.format === 'pretty' || options.format === 'all'
  if (expanded.inputs.length > 1 && isTold) await host.stdout.write(renderBatch(summary, expanded.skipped, screenLook(host)))
  const { written } = delivery
  if (written === null) return
  await host.stderr.write(
    written.kind === 'file' ? say.written(display(written.path)) : say.writtenFolder(written.files, display(written.path)),
  )
  if (written.strangers > 0) await host.stderr.write(say.strangers(written.strangers))
  if (written.first !== null) await host.stderr.write(say.openFirst(display(written.first)))
}

/** Schemes are only read where they are asked for. */
async function rulesOf(
  { scheme, goals, year, asOf }: AuditOptions,
  host: Host,
): Promise<RulesForAudit | { readonly problems: readonly Problem[] }> {
  if (scheme === null && goals === null) return noRules
  const { rulesForAudit } = await import('../schemes/rules-for-audit.ts')
  return rulesForAudit({ scheme, goals, year, asOf: asOf ?? host.today() }, host.schemesFolder)
}

/** Hidden files, links and what is there twice are nobody's report. */
function leftOutOf({ skipped }: Expanded): readonly LeftOut[] {
  return skipped.flatMap(({ path, reason }) =>
    reason === 'unsupported' || reason === 'not-text' ? [{ file: path, why: skipWords[reason] }] : [],
  )
}

async function saySkipped({ skipped }: Expanded, host: Host): Promise<void> {
  for (const line of skipLines(skipped)) await host.stderr.write(`${display(line)}\n`)
}

function screenLook(host: Host) {
  return lookFor(host.stdout.columns(), paintFor(host.stdout.isTerminal, host.env))
}

const plainLook = lookFor(0, (_style, text) => text)
