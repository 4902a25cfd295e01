/** Passages that reports of different units share. Reports are looked up by hash; no two are laid side by side. */
import { digest } from '../digest.ts'
import type { Finding, Quote } from '../findings/finding.ts'
import { readSketch, type SketchedPassage } from './sketch.ts'

/** What a batch keeps of a report. */
export interface Sketched {
  readonly file: string
  /** Index of the report in its file. */
  readonly report: number
  readonly unit: string | null
  readonly sketch: string
}

/** A finding about two reports: it stands in the later one. */
export interface CrossFinding extends Finding {
  readonly file: string
  readonly other: { readonly file: string; readonly report: number; readonly line: number }
}

/** What stands in more reports than this comes from a template: so many, or this part of a large batch. */
const MOST_REPORTS = 3
const MOST_SHARE = 200
/** Letters that two reports have to share, and passages and letters that make it a question. */
const FEWEST_LETTERS = 60
const MANY_PASSAGES = 3
const MANY_LETTERS = 200
const MAX_FINDINGS = 500
const MAX_QUOTES = 8

interface Shared {
  readonly passage: SketchedPassage
  readonly earlier: SketchedPassage
}

/** In the order of the batch; a passage is held against the first report that has it. */
export function compareSketches(reports: readonly Sketched[]): readonly CrossFinding[] {
  const times = countReports(reports)
  const limit = Math.max(MOST_REPORTS, Math.floor(reports.length / MOST_SHARE))
  const firsts = new Map<string, { readonly at: number; readonly passage: SketchedPassage }>()
  const findings: CrossFinding[] = []
  for (const [at, report] of reports.entries()) {
    const shared = new Map<number, Shared[]>()
    for (const passage of readSketch(report.sketch)) {
      const count = times.get(passage.hash) ?? 0
      if (count < 2 || count > limit) continue
      const first = firsts.get(passage.hash)
      if (first === undefined) firsts.set(passage.hash, { at, passage })
      else if (first.at !== at) shared.set(first.at, [...(shared.get(first.at) ?? []), { passage, earlier: first.passage }])
    }
    for (const [other, passages] of shared) {
      const earlier = reports[other] as Sketched
      if (findings.length < MAX_FINDINGS && areTold(report, earlier, passages)) findings.push(findingOf(report, earlier, passages))
    }
  }
  return findings
}

function countReports(reports: readonly Sketched[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { sketch } of reports) for (const { hash } of readSketch(sketch)) times.set(hash, (times.get(hash) ?? 0) + 1)
  return times
}

/** A unit may say again what it said in another report of its own. */
function areTold(report: Sketched, earlier: Sketched, shared: readonly Shared[]): boolean {
  return !(report.unit !== null && report.unit === earlier.unit) && lettersIn(shared) >= FEWEST_LETTERS
}

const lettersIn = (shared: readonly Shared[]): number => shared.reduce((sum, { passage }) => sum + passage.letters, 0)

function findingOf(report: Sketched, earlier: Sketched, unsorted: readonly Shared[]): CrossFinding {
  const shared = [...unsorted].sort((a, b) => a.passage.block - b.passage.block || a.passage.start - b.passage.start)
  const letters = lettersIn(shared)
  const [first] = shared as [Shared, ...Shared[]]
  const isSerious = shared.length >= MANY_PASSAGES && letters >= MANY_LETTERS
  return {
    id: digest(
      ['copied-passage', report.file, report.report, earlier.file, earlier.report, ...shared.map(({ passage }) => passage.hash)].join('|'),
    ),
    check: 'copied-passage',
    kind: 'other',
    severity: isSerious ? 'warning' : 'info',
    title: '与其他报告有相同段落',
    message: `${nameOf(report)}与${nameOf(earlier)}有 ${shared.length} 处相同段落，共 ${letters} 个字，请核对是否误用了其他单位的内容。`,
    quotes: shared.slice(0, MAX_QUOTES).map(({ passage }) => quoteOf(report, passage)),
    computation: shared
      .slice(0, MAX_QUOTES)
      .map(({ passage, earlier: other }) => `第${passage.line}行 = 第${other.line}行`)
      .join('；'),
    steps: shared.slice(0, MAX_QUOTES).map(({ passage, earlier: other }) => ({
      say: `第${passage.line}行“${passage.words}…”与${nameOf(earlier)}第${other.line}行相同（${passage.letters}个字，不计数字和单位名称）`,
    })),
    expected: null,
    repair: null,
    related: [],
    confidence: isSerious ? 0.8 : 0.6,
    file: report.file,
    other: { file: earlier.file, report: earlier.report, line: first.earlier.line },
  }
}

function nameOf({ file, report, unit }: Sketched): string {
  return `“${file}”${report > 0 || unit !== null ? `（${[unit ?? '', report > 0 ? `第${report + 1}份` : ''].filter(Boolean).join('，')}）` : ''}`
}

function quoteOf({ report }: Sketched, { block, start, line, words }: SketchedPassage): Quote {
  return { text: words, start, end: start + words.length, textStart: start, line, report, block }
}
