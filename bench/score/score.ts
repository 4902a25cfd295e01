/**
 * Findings against labels: recall counts causes, precision counts findings.
 *
 * - Precision looks at findings of severity error or warning. True positive: a quote overlaps a quote of an inconsistent entry, of any group.
 *   Neutral (not counted): no true positive, but it overlaps a doubtful entry, or an inconsistent entry of kind `other`. False positive: the rest.
 * - Recall counts causes: entries with the same root count once, in the group of the main entry; a cause is found when any of its entries is hit.
 *   Causes of severity info, and info findings, count only with `withInfo`.
 */
import { groupOf } from './groups.ts'
import { normalise, overlap } from './overlap.ts'
import { type ScoredEntry, type ScoredFinding, textsOf } from './scored-finding.ts'

export interface ScoreOptions {
  /** Count only quotes that hold the slip itself; entries without such marks use all quotes. */
  readonly core?: boolean
  readonly withInfo?: boolean
  /** Leave out reports without findings handed in. */
  readonly onlyPresent?: boolean
  /** With `sameGroup`, kinds that an entry names in `also_kinds` match as well. */
  readonly also?: boolean
  readonly sameGroup?: boolean
}

export interface ScoredCause {
  readonly doc: string
  readonly group: string
  readonly entry: ScoredEntry
  readonly found: boolean
}

export interface MarkedFinding {
  readonly doc: string
  readonly mark: 'tp' | 'fp' | 'neutral'
  readonly group: string
  readonly finding: ScoredFinding
  /** For a false positive: what it touches. */
  readonly near: string | null
  readonly entries: readonly string[]
}

/** How many of how many. */
export type Share = readonly [part: number, whole: number]

export interface Score {
  readonly causes: readonly ScoredCause[]
  readonly findings: readonly MarkedFinding[]
  readonly missingFiles: readonly string[]
  readonly unknownKinds: readonly string[]
  /** Findings whose expected value is that of the label, of those where both give one. */
  readonly suggested: Share
  /** True positives whose kind is of the entry's group. */
  readonly agree: Share
}

export function score(
  docs: ReadonlyMap<string, readonly ScoredEntry[]>,
  findingsOf: (doc: string) => readonly ScoredFinding[] | null,
  options: ScoreOptions = {},
): Score {
  const parts = [...docs].flatMap(([doc, entries]) => {
    const found = findingsOf(doc)
    return found === null && options.onlyPresent
      ? []
      : [{ missing: found === null ? [doc] : [], ...scoreReport(doc, entries, found ?? [], options) }]
  })
  const share = (pick: (part: (typeof parts)[number]) => Share): Share => [
    total(parts.map((p) => pick(p)[0])),
    total(parts.map((p) => pick(p)[1])),
  ]
  return {
    causes: parts.flatMap((part) => part.causes),
    findings: parts.flatMap((part) => part.findings),
    missingFiles: parts.flatMap((part) => part.missing),
    unknownKinds: [...new Set(parts.flatMap((part) => part.unknownKinds))].sort(),
    suggested: share((part) => part.suggested),
    agree: share((part) => part.agree),
  }
}

interface Target {
  readonly entry: ScoredEntry
  readonly quotes: readonly string[]
  readonly group: string
}

function scoreReport(doc: string, entries: readonly ScoredEntry[], found: readonly ScoredFinding[], options: ScoreOptions) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const targets = (core: boolean, ...verdicts: readonly string[]): readonly Target[] =>
    entries
      .filter((entry) => verdicts.includes(entry.verdict))
      .map((entry) => ({ entry, quotes: quotesOf(entry, core), group: groupOf(entry.kind) }))
  const wrong = targets(options.core ?? false, 'inconsistent')
  const doubt = targets(false, 'doubtful')
  const right = targets(false, 'trap', 'consistent', 'rounding')
  const hit = new Set<string>()
  const marked: MarkedFinding[] = []
  const unknownKinds: string[] = []
  const suggested: [number, number] = [0, 0]
  const agree: [number, number] = [0, 0]

  for (const finding of found) {
    const quotes = textsOf(finding).map(normalise)
    const group = groupOf(finding.kind)
    const severity = (finding.severity ?? '').toLowerCase()
    const counts = severity === 'error' || severity === 'warning'
    if (group === 'other') unknownKinds.push(String(finding.kind))
    const touches = (target: Target): boolean => quotes.some((a) => target.quotes.some((b) => overlap(a, b)))
    const hits = wrong.filter((target) => target.group !== 'other' && touches(target))
    const fair = hits.filter((target) => target.group === group || (options.also && target.entry.also_kinds?.includes(finding.kind ?? '')))
    const match = options.sameGroup ? fair : hits
    const loose = wrong.filter((target) => target.group === 'other' && touches(target))
    if (match.length > 0 && counts) {
      agree[1] += 1
      agree[0] += fair.length > 0 ? 1 : 0
    }
    if (counts || (options.withInfo && severity === 'info'))
      for (const target of [...match, ...loose]) hit.add(mainOf(target.entry, byId).id)
    if (!counts) continue
    const base = { doc, group, finding, entries: match.map((target) => target.entry.id) }
    if (match.length > 0) {
      marked.push({ ...base, mark: 'tp', near: null })
      const wants = match
        .map((target) => mainOf(target.entry, byId).expected_value)
        .filter((want) => typeof want === 'string' && want !== '')
      if (finding.expected && wants.length > 0) {
        suggested[1] += 1
        const got = bare(finding.expected)
        suggested[0] += wants.some((want) => got.includes(bare(want))) ? 1 : 0
      }
    } else if (loose.length > 0 || doubt.some(touches)) marked.push({ ...base, mark: 'neutral', near: null })
    else marked.push({ ...base, mark: 'fp', near: nearest(wrong, right, group, touches) })
  }
  const causes = entries
    .filter((entry) => entry.verdict === 'inconsistent' && mainOf(entry, byId) === entry && (options.withInfo || entry.severity !== 'info'))
    .map((entry) => ({ doc, group: groupOf(entry.kind), entry, found: hit.has(entry.id) }))
  return { causes, findings: marked, unknownKinds, suggested: suggested as Share, agree: agree as Share }
}

function quotesOf(entry: ScoredEntry, core: boolean): readonly string[] {
  const alternatives = entry.alt_quotes ?? []
  const quotes =
    core && entry.core?.length
      ? [...entry.core.map((i) => entry.quotes[i]), ...(entry.alt_core ?? []).map((i) => alternatives[i])]
      : [...entry.quotes, ...alternatives]
  return quotes.map(normalise)
}

/** The entry that stands for the cause: up the roots as long as the verdict stays the same. */
function mainOf(entry: ScoredEntry, byId: ReadonlyMap<string, ScoredEntry>): ScoredEntry {
  const seen = new Set<string>()
  let main = entry
  while (!seen.has(main.id)) {
    const root = byId.get(main.root ?? '')
    if (root?.verdict !== main.verdict) break
    seen.add(main.id)
    main = root
  }
  return main
}

function nearest(wrong: readonly Target[], right: readonly Target[], group: string, touches: (target: Target) => boolean): string | null {
  const other = wrong.find((target) => target.group !== group && target.group !== 'other' && touches(target))
  if (other) return `wrong entry of another group ${other.entry.id}`
  for (const verdict of ['trap', 'rounding', 'consistent']) {
    const near = right.find((target) => target.entry.verdict === verdict && touches(target))
    if (near) return `${verdict} ${near.entry.id}`
  }
  return null
}

const bare = (text: string | null | undefined): string => normalise(text).replaceAll(',', '')
const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
