/** `jiheng scheme`: the schemes that there are, in words, checked, compared, tested, and as Excel both ways. */
import { isDeepStrictEqual } from 'node:util'
import {
  type CaseOutcome,
  readSchemeSheets,
  runCase,
  runRefusal,
  type Scheme,
  sayFailure,
  schemeAt,
  schemeData,
  schemeSheets,
} from '@jiheng/evaluation'
import type { LoadedSchemes } from '@jiheng/runner/data'
import { stringify } from 'yaml'
import type { SchemeOptions } from '../arguments/parse-scheme.ts'
import { readDate } from '../arguments/values.ts'
import { badOption } from '../arguments/words.ts'
import type { Host } from '../host.ts'
import { display } from '../output/display.ts'
import { pad } from '../output/width.ts'
import { WriteRefused, writeWhole } from '../output/write-whole.ts'
import { checkFiles, readText } from '../schemes/check-files.ts'
import { findScheme, loadAll, readSchemeFile } from '../schemes/find-scheme.ts'
import { diffVersions, explainIndicator, showScheme } from '../schemes/show-scheme.ts'
import { kindNames, sayScheme } from '../wording/scheme-messages.ts'
import { exitCodes } from './exit-code.ts'
import { refuse, tell } from './hand-over.ts'

export async function schemeCommand(options: SchemeOptions, host: Host): Promise<number> {
  const loaded = loadAll(host, options.folders)
  const [first = '', second = '', third = ''] = options.words
  switch (options.action) {
    case 'list':
      return list(loaded, host)
    case 'check':
      return check(options.words, loaded, host)
    case 'test':
      return test(first, loaded, host)
    case 'from-xlsx':
      return fromXlsx(first, options.out, loaded, host)
  }
  const found = await findScheme(first, loaded, 'scheme')
  if ('problems' in found) return refuse(found.problems, host)
  const { scheme } = found
  switch (options.action) {
    case 'show':
      return print(showScheme(scheme, loaded.items), host)
    case 'explain': {
      const said = explainIndicator(scheme, second, loaded.items)
      return said === null ? refuse([badOption('scheme', 'ACTION', second, 'indicator')], host) : print(said, host)
    }
    case 'diff':
      return diff(scheme, second, third, loaded, host)
    case 'to-xlsx':
      return toXlsx(scheme, options.out ?? '', loaded, host)
  }
}

async function list({ schemes, problems }: LoadedSchemes, host: Host): Promise<number> {
  await tell(problems, host)
  if (schemes.size === 0) await host.stderr.write(sayScheme.none)
  for (const { id, label, kind, versions } of schemes.values()) {
    const from = versions[0]?.from ?? ''
    await host.stdout.write(`${pad(id, 34)}  ${pad(kindNames[kind], 10)}${from.slice(0, 4)}  ${display(label)}\n`)
  }
  return problems.length > 0 || schemes.size === 0 ? exitCodes.unread : exitCodes.good
}

async function check(files: readonly string[], loaded: LoadedSchemes, host: Host): Promise<number> {
  const checked = await checkFiles(files, loaded)
  for (const { file, scheme, problems, outcomes } of checked) {
    await tell(problems, host)
    const failed = await printFailures(outcomes, host)
    if (problems.length === 0 && failed === 0)
      await host.stdout.write(sayScheme.checked(display(file), display(scheme?.label ?? ''), outcomes.length))
    else if (failed > 0) await host.stdout.write(sayScheme.failedIn(display(file), failed, outcomes.length))
  }
  if (checked.some(({ problems }) => problems.length > 0)) return exitCodes.unread
  return checked.some(({ outcomes }) => outcomes.some(({ failures }) => failures.length > 0)) ? exitCodes.found : exitCodes.good
}

/** How many there are. */
async function printFailures(outcomes: readonly CaseOutcome[], host: Host): Promise<number> {
  const failed = outcomes.filter(({ failures }) => failures.length > 0)
  for (const { id, label, failures } of failed)
    await host.stdout.write(
      `${sayScheme.failed(display(id), display(label))}\n${failures.map((failure) => `  ${display(sayFailure(failure))}\n`).join('')}`,
    )
  return failed.length
}

async function diff(scheme: Scheme, from: string, to: string, { items }: LoadedSchemes, host: Host): Promise<number> {
  const wrong = [from, to].filter((day) => readDate(day) === null)
  if (wrong.length > 0)
    return refuse(
      wrong.map((day) => badOption('scheme', 'ACTION', day, 'scheme-diff')),
      host,
    )
  const [before, after] = [schemeAt(scheme, from), schemeAt(scheme, to)]
  if ('problem' in before) return refuse([before.problem], host)
  if ('problem' in after) return refuse([after.problem], host)
  const lines = diffVersions(before.version, after.version, items)
  if (lines.length === 0) return print(sayScheme.same, host)
  return print(`${[sayScheme.diffHead(before.version.from, after.version.from), ...lines].join('\n')}\n`, host)
}

async function test(id: string, { cases, refusals, schemes, items, problems }: LoadedSchemes, host: Host): Promise<number> {
  if (id !== '' && !schemes.has(id)) return refuse([badOption('scheme', 'scheme', id, 'unknown-scheme')], host)
  await tell(problems, host)
  const own = id === '' ? cases : cases.filter(({ scheme }) => scheme === id)
  if (own.length === 0) {
    await host.stderr.write(sayScheme.noCases(id))
    return exitCodes.unread
  }
  const failed = await printFailures(
    own.map((one) => runCase(one, items)),
    host,
  )
  await host.stdout.write(failed === 0 ? sayScheme.passed(own.length) : sayScheme.failedCount(failed, own.length))
  // What must be refused belongs to no scheme.
  const refused = id === '' ? refusals : []
  const accepted = await printFailures(
    refused.map((one) => runRefusal(one, items, readText)),
    host,
  )
  if (refused.length > 0)
    await host.stdout.write(accepted === 0 ? sayScheme.allRefused(refused.length) : sayScheme.notRefused(accepted, refused.length))
  return failed + accepted > 0 ? exitCodes.found : problems.length > 0 ? exitCodes.unread : exitCodes.good
}

/** Read back before it is handed over: a sheet that would lose something is not written. */
async function toXlsx(scheme: Scheme, out: string, { items }: LoadedSchemes, host: Host): Promise<number> {
  const { schemeBook, readBook } = await import('@jiheng/report')
  const bytes = await schemeBook(schemeSheets(scheme, items), scheme.label)
  const tables = (await readBook(bytes)).map(({ name, rows }) => ({ file: out, sheet: name, rows }))
  if (!isDeepStrictEqual(readSchemeSheets(tables, out, items), { scheme })) {
    await host.stderr.write(sayScheme.notLossless(scheme.id))
    return exitCodes.unread
  }
  return writeOut(out, bytes, host)
}

async function fromXlsx(file: string, out: string | null, { items }: LoadedSchemes, host: Host): Promise<number> {
  const read = await readSchemeFile(file, items)
  if ('problems' in read) return refuse(read.problems, host)
  const text = stringify(schemeData(read.scheme), { lineWidth: 0 })
  return out === null ? print(text, host) : writeOut(out, text, host)
}

async function writeOut(path: string, content: string | Uint8Array, host: Host): Promise<number> {
  try {
    writeWhole(path, content)
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error
    return refuse([error.problem], host)
  }
  await host.stderr.write(sayScheme.written(display(path)))
  return exitCodes.good
}

async function print(text: string, host: Host): Promise<number> {
  await host.stdout.write(text)
  return exitCodes.good
}
