/** The words of the command line to one of the commands. */
import { nearest } from './arguments/nearest.ts'
import { parseAudit } from './arguments/parse-audit.ts'
import { exitCodes } from './commands/exit-code.ts'
import type { Host } from './host.ts'
import { display } from './output/display.ts'
import { version } from './version.ts'
import { auditHelp, mainHelp } from './wording/help.ts'
import { say } from './wording/messages.ts'
import { sayProblem } from './wording/problems.ts'

export async function run(words: readonly string[], host: Host): Promise<number> {
  const [command, ...rest] = words
  switch (command) {
    case 'audit':
      return runAudit(rest, host)
    case '--version':
      return print(`jiheng ${version}\n`, host)
    case '--help':
    case '-h':
    case 'help':
      return print(rest[0] === 'audit' ? auditHelp : mainHelp, host)
    case undefined:
      await host.stderr.write(mainHelp)
      return exitCodes.unread
    default:
      await host.stderr.write(`${display(say.unknownCommand(command, nearest(command, ['audit', '--help', '--version'])))}\n`)
      return exitCodes.unread
  }
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
