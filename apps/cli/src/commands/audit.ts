/** `jiheng audit`: expand the inputs, audit them one by one, write each result as soon as its turn comes. */
import { resolve } from 'node:path'
import type { AuditContext, AuditResult } from '@jiheng/audit'
import type { AuditOptions } from '../arguments/parse-audit.ts'
import type { Host } from '../host.ts'
import { expand } from '../inputs/expand.ts'
import type { Expanded } from '../inputs/input.ts'
import { type TempFolder, tempFolder } from '../inputs/temp-folder.ts'
import { results } from '../jobs/results.ts'
import { paintFor } from '../output/colour.ts'
import { display } from '../output/display.ts'
import { batchOf, jsonLine } from '../output/json.ts'
import { fileOutlet, type Outlet, screenOutlet, WriteRefused } from '../output/outlet.ts'
import { renderBatch } from '../output/pretty/batch.ts'
import { lookFor } from '../output/pretty/look.ts'
import { newProgress } from '../output/progress.ts'
import { rendererFor } from '../output/renderer.ts'
import { count, isUnread, newTally, type Tally } from '../output/tally.ts'
import { say, skipLines } from '../wording/messages.ts'
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
  const expanded = await expand(options.files, {
    stdin: host.stdin,
    temp,
    resultFolder: options.out === null ? null : resolve(options.out),
    isWindows: host.isWindows,
  })
  const outlet = options.out === null ? screenOutlet(host.stdout) : fileOutlet(options.out, options.format, expanded.inputs)
  if ('code' in outlet) {
    await host.stderr.write(`${display(sayProblem(outlet))}\n`)
    return exitCodes.unread
  }
  try {
    return await auditTo(outlet, expanded, options, host)
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error
    await host.stderr.write(`${display(sayProblem(error.problem))}\n`)
    return exitCodes.unread
  }
}

async function auditTo(outlet: Outlet, expanded: Expanded, options: AuditOptions, host: Host): Promise<number> {
  const { inputs } = expanded
  const context: AuditContext = { asOf: options.asOf ?? host.today(), year: options.year, purpose: options.purpose }
  const isRead = outlet.kind === 'screen' && options.format === 'pretty'
  const render = rendererFor(options.format, outlet.kind === 'screen' ? screenLook(host) : plainLook)
  const tally = newTally()
  const progress = newProgress(host.stderr, inputs.length, host.clock)
  if (!(isRead && inputs.length > 1)) await saySkipped(expanded, host)
  try {
    for await (const result of results(inputs, context, options.jobs, host)) {
      const index = tally.files
      count(tally, result)
      await progress.aside(async () => {
        await outlet.result(index, render(result))
        if (!isRead) await sayUnread(result, host)
      })
      await progress.show(tally.files, result.file)
    }
  } finally {
    await progress.end()
  }
  if (tally.files < inputs.length) {
    await host.stderr.write(say.interrupted(tally.files, inputs.length))
    return exitCodes.interrupted
  }
  if (inputs.length > 1) tally.crossFile = (await host.loadEngine()).compare(tally.sketches)
  await finish(outlet, tally, expanded, options, host)
  return exitCode(tally, options.failOn)
}

async function finish(outlet: Outlet, tally: Tally, expanded: Expanded, options: AuditOptions, host: Host): Promise<void> {
  const isBatch = expanded.inputs.length > 1
  if (isBatch && (options.format === 'json' || outlet.kind === 'folder')) await outlet.batch(jsonLine(batchOf(tally)))
  if (isBatch && options.format === 'pretty') await host.stdout.write(renderBatch(tally, expanded.skipped, screenLook(host)))
  if (outlet.kind === 'file') await host.stderr.write(say.written(display(options.out ?? '')))
  if (outlet.kind === 'folder') await host.stderr.write(say.writtenFolder(tally.files, display(options.out ?? '')))
}

async function saySkipped({ skipped }: Expanded, host: Host): Promise<void> {
  for (const line of skipLines(skipped)) await host.stderr.write(`${display(line)}\n`)
}

async function sayUnread(result: AuditResult, host: Host): Promise<void> {
  if (!isUnread(result)) return
  for (const problem of result.problems) await host.stderr.write(`${display(sayProblem(problem))}\n`)
}

function screenLook(host: Host) {
  return lookFor(host.stdout.columns(), paintFor(host.stdout.isTerminal, host.env))
}

const plainLook = lookFor(0, (_style, text) => text)
