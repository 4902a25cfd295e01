/** The words of the command line to one of the commands. */
import { nearest } from './arguments/nearest.ts'
import { parseAudit } from './arguments/parse-audit.ts'
import { parseDoctor, parseFolderVerb, parseUser } from './arguments/parse-data.ts'
import { parseEvaluate } from './arguments/parse-evaluate.ts'
import { parseFacts } from './arguments/parse-facts.ts'
import { parseScheme } from './arguments/parse-scheme.ts'
import { parseSimulate } from './arguments/parse-simulate.ts'
import type { Parsed } from './arguments/words.ts'
import { exitCodes } from './commands/exit-code.ts'
import type { Host } from './host.ts'
import { display } from './output/display.ts'
import { version } from './version.ts'
import { backupHelp, doctorHelp, exportHelp, importHelp, restoreHelp, userHelp } from './wording/data-help.ts'
import { evaluateHelp, factsHelp, schemeHelp, simulateHelp } from './wording/evaluate-help.ts'
import { auditHelp, mainHelp } from './wording/help.ts'
import { say } from './wording/messages.ts'
import { sayProblem } from './wording/problems.ts'

export async function run(words: readonly string[], host: Host): Promise<number> {
  const [command, ...rest] = words
  switch (command) {
    case 'audit':
      return runAudit(rest, host)
    case 'evaluate':
      return runParsed(parseEvaluate(rest), evaluateHelp, host, async (options) =>
        (await import('./commands/evaluate.ts')).evaluateCommand(options, host),
      )
    case 'facts':
      return runParsed(parseFacts(rest), factsHelp, host, async (options) =>
        (await import('./commands/facts.ts')).factsCommand(options, host),
      )
    case 'scheme':
      return runParsed(parseScheme(rest), schemeHelp, host, async (options) =>
        (await import('./commands/scheme.ts')).schemeCommand(options, host),
      )
    case 'simulate':
      return runParsed(parseSimulate(rest), simulateHelp, host, async (options) =>
        (await import('./commands/simulate.ts')).simulateCommand(options, host),
      )
    case 'export':
    case 'import':
    case 'backup':
    case 'restore':
      return runParsed(parseFolderVerb(command)(rest), helps[command] as string, host, async (options) =>
        (await import('./commands/data.ts')).dataCommand(options, host),
      )
    case 'doctor':
      return runParsed(parseDoctor(rest), doctorHelp, host, async (options) =>
        (await import('./commands/doctor.ts')).doctorCommand(options, host),
      )
    case 'user':
      return runParsed(parseUser(rest), userHelp, host, async (options) => (await import('./commands/user.ts')).userCommand(options, host))
    case '--version':
      return print(`jiheng ${version}\n`, host)
    case '--help':
    case '-h':
    case 'help':
      return print(helps[rest[0] ?? ''] ?? mainHelp, host)
    case undefined:
      await host.stderr.write(mainHelp)
      return exitCodes.unread
    default:
      await host.stderr.write(`${display(say.unknownCommand(command, nearest(command, [...Object.keys(helps), '--help', '--version'])))}\n`)
      return exitCodes.unread
  }
}

const helps: Readonly<Record<string, string>> = {
  audit: auditHelp,
  evaluate: evaluateHelp,
  facts: factsHelp,
  scheme: schemeHelp,
  simulate: simulateHelp,
  export: exportHelp,
  import: importHelp,
  backup: backupHelp,
  restore: restoreHelp,
  doctor: doctorHelp,
  user: userHelp,
}

async function runParsed<T>(parsed: Parsed<T>, help: string, host: Host, command: (options: T) => Promise<number>): Promise<number> {
  if (parsed.kind === 'help') return print(help, host)
  if (parsed.kind === 'options') return command(parsed.options)
  for (const problem of parsed.problems) await host.stderr.write(`${display(sayProblem(problem))}\n`)
  return exitCodes.unread
}

async function runAudit(words: readonly string[], host: Host): Promise<number> {
  const parsed = parseAudit(words)
  switch (parsed.kind) {
    case 'help':
      return print(auditHelp, host)
    case 'problems':
      for (const problem of parsed.problems) await host.stderr.write(`${display(sayProblem(problem))}\n`)
      return exitCodes.unread
    case 'options': {
      const { auditCommand } = await import('./commands/audit.ts')
      return auditCommand(parsed.options, host)
    }
  }
}

async function print(text: string, host: Host): Promise<number> {
  await host.stdout.write(text)
  return exitCodes.good
}
