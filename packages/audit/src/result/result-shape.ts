/** The shape of a result of the current version, as readers. A word added to a closed list, or a field, is a new version: see result-version.ts. */
import type { ReportKind } from '@jiheng/ingest'
import type { Anchor, Problem, ProblemCode } from '@jiheng/vocabulary'
import type { AuditContext, AuditResult, Coverage, Outcome, ReportResult, Untold } from '../audit-result.ts'
import type { Finding, FindingKind, Quote, Repair, RepairReason, Severity, Step, Symptom } from '../findings/finding.ts'
import { box, fields, list, named, number, oneOf, orNull, refuse, type Shape, text, textOrNumber, whole } from './shapes.ts'

/** The closed lists of words. */
export const resultWords = {
  severity: { error: true, warning: true, info: true } satisfies Record<Severity, true>,
  kind: {
    sum: true,
    difference: true,
    ratio: true,
    growth: true,
    'product-score': true,
    'score-total': true,
    'weight-total': true,
    'grade-band': true,
    'scoring-rule': true,
    conversion: true,
    'restated-fact': true,
    'text-vs-table': true,
    'claim-vs-count': true,
    unit: true,
    'impossible-value': true,
    date: true,
    contradiction: true,
    'foreign-entity': true,
    'template-residue': true,
    numbering: true,
    'missing-section': true,
    other: true,
  } satisfies Record<FindingKind, true>,
  reason: {
    'transposed-digits': true,
    'wrong-digit': true,
    'dropped-digit': true,
    'doubled-digit': true,
    'shifted-point': true,
    'wrong-unit': true,
    'wrong-direction': true,
    'stale-figure': true,
    'missing-part': true,
    recomputed: true,
  } satisfies Record<RepairReason, true>,
  report: { department: true, unit: true, project: true, 'management-appraisal': true, unknown: true } satisfies Record<ReportKind, true>,
  purpose: { disclosure: true } satisfies Record<NonNullable<AuditContext['purpose']>, true>,
} as const

const quote = fields<Quote>(
  { text, start: whole, end: whole, textStart: whole, report: whole, block: whole },
  { line: whole, page: whole, box, cell: text, paragraph: whole, section: text },
)

const anchor = fields<Anchor>(
  { report: whole, block: whole, start: whole, end: whole },
  { line: whole, page: whole, box, cell: text, paragraph: whole },
)

const symptom = fields<Symptom>({ kind: oneOf(resultWords.kind), message: text, computation: text, quote }, {})

const change = { from: text, to: text, reason: oneOf(resultWords.reason) }
const repair = fields<Repair>(change, { alternatives: list(fields<Omit<Repair, 'alternatives'>>(change, {})) })

const accusing: Shape<readonly Quote[]> = (value, path) => {
  const quotes = list(quote)(value, path)
  return quotes.length > 0 ? quotes : refuse(path, '至少一处引文', value)
}

export const finding = fields<Finding>(
  {
    id: text,
    check: text,
    kind: oneOf(resultWords.kind),
    severity: oneOf(resultWords.severity),
    title: text,
    message: text,
    quotes: accusing,
    computation: text,
    steps: list(fields<Step>({ say: text }, {})),
    expected: orNull(text),
    repair: orNull(repair),
    related: list(symptom),
    confidence: number,
  },
  {},
)

const outcomes = fields<Readonly<Record<Outcome, number>>>(
  { pass: whole, fail: whole, 'cannot-tell': whole, 'not-applicable': whole, broken: whole },
  {},
)

const coverage = fields<Coverage>({ numbers: whole, inClaims: whole, inRelations: whole, relations: outcomes, statements: outcomes }, {})

const untold = fields<Untold>({ check: text, at: orNull(anchor), missing: text }, {})

const report = fields<ReportResult>(
  {
    title: orNull(text),
    unit: orNull(text),
    year: orNull(whole),
    kind: oneOf(resultWords.report),
    coverage,
    findings: list(finding),
    untold: list(untold),
    sketch: text,
  },
  {},
)

/** Codes of problems grow with the formats, and whoever shows them has words for those it does not know. */
const code: Shape<ProblemCode> = (value, path) => {
  const found = text(value, path)
  return /^[a-z]+\.[a-z-]+$/.test(found) ? (found as ProblemCode) : refuse(path, '代码', value)
}

const problem = fields<Problem>({ code, at: list(textOrNumber), details: named(textOrNumber) }, {})

const context = fields<AuditContext>({ asOf: orNull(text), year: orNull(whole), purpose: orNull(oneOf(resultWords.purpose)) }, {})

/** Without its version, which was looked at before. */
export const resultShape = fields<Omit<AuditResult, 'version'>>(
  {
    engine: text,
    catalogue: text,
    schemes: list(text),
    context,
    file: text,
    sha256: text,
    reports: list(report),
    findings: list(finding),
    problems: list(problem),
  },
  {},
)
