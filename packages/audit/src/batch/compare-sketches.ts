/** Passages that reports of different units share. Reports are looked up by hash; no two are laid side by side. */
import { digest } from '../digest.ts'
import type { Finding, Quote } from '../findings/finding.ts'
import { RUN, readSketch, type SketchedRun } from './sketch.ts'

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
/** Places that make it a question. */
const MANY_PLACES = 3
/** Runs that begin this close in one block overlap; marks and figures stand between the letters. */
const ONE_PLACE = 90
const MAX_FINDINGS = 500
const MAX_QUOTES = 8

interface Shared {
  readonly run: SketchedRun
  readonly earlier: SketchedRun
}

/** In the order of the batch; a run is held against the first report that has it. */
export function compareSketches(reports: readonly Sketched[]): readonly CrossFinding[] {
  const times = countReports(reports)
  const limit = Math.max(MOST_REPORTS, Math.floor(reports.length / MOST_SHARE))
  const firsts = new Map<string, { readonly at: number; readonly run: SketchedRun }>()
  const findings: CrossFinding[] = []
  for (const [at, report] of reports.entries()) {
    const shared = new Map<number, Shared[]>()
    for (const run of readSketch(report.sketch)) {
      const count = times.get(run.hash) ?? 0
      if (count < 2 || count > limit) continue
      const first = firsts.get(run.hash)
      if (first === undefined) firsts.set(run.hash, { at, run })
      else if (first.at !== at) shared.set(first.at, [...(shared.get(first.at) ?? []), { run, earlier: first.run }])
    }
    for (const [other, runs] of shared) {
      const earlier = reports[other] as Sketched
      if (findings.length < MAX_FINDINGS && areTold(report, earlier)) findings.push(findingOf(report, earlier, runs))
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
const areTold = (report: Sketched, earlier: Sketched): boolean => report.unit === null || report.unit !== earlier.unit

/** In the order of the text, and of runs that overlap the first. */
function placesOf(shared: readonly Shared[]): readonly Shared[] {
  const sorted = [...shared].sort((a, b) => a.run.block - b.run.block || a.run.start - b.run.start)
  const places: Shared[] = []
  for (const one of sorted) {
    const last = places.at(-1)?.run
    if (last === undefined || last.block !== one.run.block || one.run.start - last.start >= ONE_PLACE) places.push(one)
  }
  return places
}

function findingOf(report: Sketched, earlier: Sketched, shared: readonly Shared[]): CrossFinding {
  const places = placesOf(shared)
  const shown = places.slice(0, MAX_QUOTES)
  const isSerious = places.length >= MANY_PLACES
  return {
    id: digest(
      ['copied-passage', report.file, report.report, earlier.file, earlier.report, ...shared.map(({ run }) => run.hash)].join('|'),
    ),
    check: 'copied-passage',
    kind: 'other',
    severity: isSerious ? 'warning' : 'info',
    title: '与其他报告有相同段落',
    message: `${nameOf(report)}与${nameOf(earlier)}抽样比对，有 ${places.length} 处连续 ${RUN} 个字以上相同，请核对是否误用了其他单位的内容。`,
    quotes: shown.map(({ run }) => quoteOf(report, run)),
    computation: shown.map(({ run, earlier: other }) => `${sayRun(run)} = ${sayRun(other)}`).join('；'),
    steps: shown.map(({ run, earlier: other }) => ({
      say: `${run.line > 0 ? `第${run.line}行` : ''}“${run.words}…”与${nameOf(earlier)}${sayRun(other)}连续 ${RUN} 个字以上相同（不计数字、标点和单位名称）`,
    })),
    expected: null,
    repair: null,
    related: [],
    confidence: isSerious ? 0.8 : 0.6,
    file: report.file,
    other: { file: earlier.file, report: earlier.report, line: places[0]?.earlier.line ?? 1 },
  }
}

const sayRun = ({ line, words }: SketchedRun): string => (line > 0 ? `第${line}行` : `“${words}…”`)

function nameOf({ file, report, unit }: Sketched): string {
  return `“${file}”${report > 0 || unit !== null ? `（${[unit ?? '', report > 0 ? `第${report + 1}份` : ''].filter(Boolean).join('，')}）` : ''}`
}

function quoteOf({ report }: Sketched, { block, start, line, words }: SketchedRun): Quote {
  return { text: words, start, end: start + words.length, textStart: start, ...(line > 0 ? { line } : {}), report, block }
}
