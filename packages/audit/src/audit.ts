/** The audit: document in, result out. Pure: no file, clock, random number or network. */
import type { SourceDocument, SourceReport } from '@jiheng/ingest'
import type { Claim, Problem } from '@jiheng/vocabulary'
import type { AuditContext, AuditResult, Outcome, ReportResult, Untold } from './audit-result.ts'
import { sketchOf } from './batch/sketch.ts'
import { catalogue } from './checks/catalogue.ts'
import { type Check, type CheckRun, type FindingDraft, noOutcomes } from './checks/check.ts'
import type { ClaimSet } from './claims/claim-set.ts'
import { claimsOfReport } from './claims/claims-of-report.ts'
import { type Whereabouts, whereaboutsOf } from './claims/whereabouts.ts'
import { digest } from './digest.ts'
import { withoutEchoes } from './findings/echoes.ts'
import type { Finding } from './findings/finding.ts'
import { type Given, type GivenScheme, NOTHING_GIVEN } from './given.ts'
import { type ClaimGraph, graphOf } from './graph/claim-graph.ts'
import { resolvePlaces } from './graph/resolve-places.ts'
import { relationsOf } from './relations/recognise/all.ts'
import { membersOf } from './relations/relation.ts'
import { RESULT_VERSION } from './result/result-version.ts'

/** Changes with every change of behaviour. */
export const ENGINE_VERSION = '0.1.0'

/** Version of the catalogue: which checks there are and what they say of themselves. */
export const CATALOGUE_VERSION = digest(
  JSON.stringify(catalogue.map(({ id, kind, severity, needs, wording, source }) => ({ id, kind, severity, needs, wording, source }))),
)

/** `given`: what the asker holds besides the document. */
export function audit(document: SourceDocument, context: AuditContext, given: Given = NOTHING_GIVEN): AuditResult {
  const problems: Problem[] = [...document.problems]
  const whereabouts = whereaboutsOf(document)
  const reports = document.reports.map((report, index) =>
    auditReport(withYear(report, context), index, { document, whereabouts, context, given, problems }),
  )
  return {
    version: RESULT_VERSION,
    engine: ENGINE_VERSION,
    catalogue: CATALOGUE_VERSION,
    schemes: given.scheme === null ? [] : [versionOf(given.scheme)],
    context,
    file: document.file.name,
    sha256: document.file.sha256,
    reports,
    findings: reports.flatMap((report) => report.findings),
    problems,
  }
}

/** All claims of a document, one list a report, in document order. */
export function claimsOf(document: SourceDocument): readonly (readonly Claim[])[] {
  return document.reports.map((report, index) =>
    claimsOfReport(report, index, whereaboutsOf(document)).figures.map((figure) => figure.claim),
  )
}

function withYear(report: SourceReport, context: AuditContext): SourceReport {
  return context.year === null ? report : { ...report, year: context.year }
}

/** The same for every report of a document. */
interface Asked {
  readonly document: SourceDocument
  readonly whereabouts: Whereabouts
  readonly context: AuditContext
  readonly given: Given
  readonly problems: Problem[]
}

/** Id, first day and content: another edition of the same scheme is another one. */
const versionOf = ({ id, version }: GivenScheme): string => `${id} ${version.from} ${digest(JSON.stringify(version))}`

function auditReport(report: SourceReport, index: number, asked: Asked): ReportResult {
  const { whereabouts } = asked
  const set = claimsOfReport(report, index, whereabouts)
  resolvePlaces(set)
  const graph = graphOf(set, relationsOf(set))
  const drafts: FindingDraft[] = []
  const untold: Untold[] = []
  const [relations, statements] = [noOutcomes(), noOutcomes()]
  for (const check of catalogue) {
    const run = runCheck(check, graph, asked)
    const tally = check.needs.length > 0 ? relations : statements
    for (const outcome of Object.keys(run.outcomes) as Outcome[]) tally[outcome] += run.outcomes[outcome]
    drafts.push(...run.findings)
    for (const { at, missing } of run.untold) untold.push({ check: check.id, at, missing })
  }
  return {
    title: report.title,
    unit: report.unit,
    year: report.year,
    kind: report.kind,
    coverage: { numbers: set.figures.length, inClaims: claiming(set), inRelations: related(graph), relations, statements },
    findings: identify(withoutEchoes(drafts), index),
    untold,
    sketch: sketchOf(report, whereabouts),
  }
}

/** A check that breaks costs its own result and no other. */
function runCheck(check: Check, graph: ClaimGraph, { document, context, given, problems }: Asked): CheckRun {
  try {
    return check.run(graph, context, document, given)
  } catch (error) {
    problems.push({
      code: 'audit.check-broken',
      at: [graph.set.reportIndex, check.id],
      details: { reason: error instanceof Error ? error.message : String(error) },
    })
    return { findings: [], outcomes: { ...noOutcomes(), broken: 1 }, untold: [{ at: null, missing: '校核未能完成' }] }
  }
}

const claiming = (set: ClaimSet): number => set.figures.filter((figure) => figure.claim.label !== '').length

function related(graph: ClaimGraph): number {
  const members = new Set<number>()
  for (const { relation } of graph.judged) for (const index of membersOf(relation)) members.add(index)
  return members.size
}

/** Document order, and ids that survive another run: check, report, the words accused and their occurrence. */
function identify(drafts: readonly FindingDraft[], report: number): Finding[] {
  const sorted = [...drafts].sort((a, b) => placeOf(a) - placeOf(b))
  const occurrences = new Map<string, number>()
  return sorted.map((draft) => {
    const words = (draft.quotes[0]?.text ?? '').normalize('NFKC').replace(/[\s|│]+/g, '')
    const key = `${draft.check}|${report}|${words}`
    const occurrence = occurrences.get(key) ?? 0
    occurrences.set(key, occurrence + 1)
    return { id: digest(`${key}|${occurrence}`), ...draft }
  })
}

/** Block and offset in one number: blocks are bounded far below the safe range. */
const placeOf = (draft: FindingDraft): number => (draft.quotes[0]?.block ?? 0) * 2 ** 28 + (draft.quotes[0]?.start ?? 0)
