/** What came of it, as Markdown. */
import { table } from '../markdown.ts'
import type { Check } from './check-afterwards.ts'
import type { Killing } from './kill-at-random.ts'

export function reportOf(command: string, database: string, killing: Killing, checks: readonly Check[]): string {
  const { killed, acknowledged, restarts, seconds, secondsToSettle, isSettled, resumed, ownEnds } = killing
  const sorted = restarts.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  const kills = killed.server + killed.child + killed.database
  return `\`${command}\`, ${database}, Node ${process.version}.

${kills} kills (-9) in ${Math.round(seconds)} s of work: ${killed.server} of the server, ${killed.child} of a process that audits, ${killed.database} of the database. The server ended of itself ${ownEnds} times.
Started again ${restarts.length} times, in ${Math.round(median)} ms (median, longest ${Math.round(sorted.at(-1) ?? 0)} ms). ${acknowledged.askedAgain} requests were asked again with the same key after no answer had come; ${acknowledged.refused} were refused in order.
After the last kill every batch was ${isSettled ? `at its end within ${Math.round(secondsToSettle)} s` : '**not** at its end in time'} (a lease of the dead lasts 45 s). ${resumed} files had been interrupted in all of their three attempts, were given up with that reason, and were done when the batch was told to go on.

${table(
  ['What must hold', 'held', 'of'],
  checks.map(({ what, isHeld, figures }) => [what, isHeld ? 'yes' : '**no**', figures]),
)}`
}
