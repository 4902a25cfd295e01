/** What two readings of the same report have in common: claims and findings, without their places. */
import { type AuditResult, audit, claimsOf, type Finding } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import type { Claim } from '@jiheng/vocabulary'

export interface Reading {
  readonly claims: readonly string[]
  readonly findings: readonly string[]
}

export function readingOf(document: SourceDocument): Reading {
  const result: AuditResult = audit(document, { asOf: null, year: null, purpose: null })
  return { claims: claimsOf(document).flat().map(sayClaim), findings: result.findings.map(sayFinding) }
}

/** `- claim 100万元 …` for what only the first has, `+ …` for what only the second has; in the order of the readings. */
export function differences(first: Reading, second: Reading): readonly string[] {
  return [...between('claim', first.claims, second.claims), ...between('finding', first.findings, second.findings)]
}

function between(kind: string, first: readonly string[], second: readonly string[]): string[] {
  const left = counted(first)
  const more = second.filter((one) => {
    const count = left.get(one) ?? 0
    if (count > 0) left.set(one, count - 1)
    return count === 0
  })
  const missing = [...left].flatMap(([one, count]) => Array<string>(count).fill(`- ${kind} ${one}`))
  return [...missing, ...more.map((one) => `+ ${kind} ${one}`)]
}

function counted(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

function sayClaim({ who, concept, label, role, period, scope, quantity }: Claim): string {
  const { value, unit, precision, hedge } = quantity
  const place = precision === 'exact' ? precision : precision.place
  return [who, concept, label, role, period?.asPrinted, scope, value, unit, place, hedge].map((part) => part ?? '').join(' | ')
}

function sayFinding({ check, severity, message, computation, expected, repair, quotes }: Finding): string {
  const [first] = quotes
  const accused = first ? first.text.slice(first.start - first.textStart, first.end - first.textStart).replace(/\s/g, '') : ''
  const mended = repair === null ? '' : `${repair.from}→${repair.to}`
  // What is said of another place names it the way of the format.
  return [
    severity,
    check,
    accused,
    message.replace(/与(第\d+[行页]|前面|工作表“[^”]*”[A-Z]+\d+|“[^”]*”之下的一段)相同/g, '与某处相同'),
    computation,
    expected ?? '',
    mended,
  ].join(' | ')
}
