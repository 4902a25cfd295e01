/** What commands about schemes hand over: their result to the screen or a file, and what is wrong, line by line. */
import type { Problem } from '@jiheng/vocabulary'
import type { EvaluateOptions } from '../arguments/parse-evaluate.ts'
import { badOption } from '../arguments/words.ts'
import type { Host } from '../host.ts'
import { type Paint, paintFor } from '../output/colour.ts'
import { display } from '../output/display.ts'
import { WriteRefused, writeWhole } from '../output/write-whole.ts'
import { sayEvaluate } from '../wording/evaluate-messages.ts'
import { sayProblem } from '../wording/problems.ts'
import { exitCodes } from './exit-code.ts'

export function paintOf({ out }: Pick<EvaluateOptions, 'out'>, host: Host): Paint {
  return out === null ? paintFor(host.stdout.isTerminal, host.env) : (_style, text) => text
}

/** `content` null: there is no such indicator. `written`: what is said of a file. */
export async function deliver(
  content: string | Uint8Array | null,
  written: string,
  { format, out, explain }: Pick<EvaluateOptions, 'format' | 'out' | 'explain'>,
  host: Host,
): Promise<boolean> {
  if (content === null) {
    await refuse([badOption('evaluate', 'explain', explain ?? '', 'indicator')], host)
    return false
  }
  if (out === null) {
    await host.stdout.write(content as string)
    return true
  }
  try {
    writeWhole(out, content)
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error
    await refuse([error.problem], host)
    return false
  }
  if (format !== 'json') await host.stderr.write(`${display(written)}\n`)
  return true
}

const MOST_LINES = 100

export async function tell(problems: readonly Problem[], host: Pick<Host, 'stderr'>): Promise<void> {
  await tellLines(
    problems.map((problem) => display(sayProblem(problem))),
    host,
  )
}

export async function tellLines(lines: readonly string[], host: Pick<Host, 'stderr'>): Promise<void> {
  for (const line of lines.slice(0, MOST_LINES)) await host.stderr.write(`${line}\n`)
  if (lines.length > MOST_LINES) await host.stderr.write(sayEvaluate.moreProblems(lines.length - MOST_LINES))
}

export async function refuse(problems: readonly Problem[], host: Pick<Host, 'stderr'>): Promise<number> {
  await tell(problems, host)
  return exitCodes.unread
}
