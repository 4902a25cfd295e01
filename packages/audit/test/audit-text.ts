/** Audits a piece of a made-up report, and says what every finding must be like. The unit does not exist: 临河县示例局. */
import { ingestText, type SourceDocument } from '@jiheng/ingest'
import { describe, expect, test } from 'vitest'
import { type AuditContext, type AuditResult, audit, type Finding, type FindingKind, type Quote, type Severity } from '../src/index.ts'

export const HEAD = '临河县示例局\n2023年度部门整体支出绩效自评报告\n\n'

export function readText(text: string): SourceDocument {
  return ingestText(new TextEncoder().encode(text), { name: 'report.txt', sha256: 'x' })
}

export interface Audited {
  readonly document: SourceDocument
  readonly result: AuditResult
  readonly findings: readonly Finding[]
  readonly passes: number
  readonly fails: number
}

/** A report of 2023 with this body. */
export const auditBody = (body: string, context: Partial<AuditContext> = {}): Audited => auditText(HEAD + body, context)

export function auditText(text: string, context: Partial<AuditContext> = {}): Audited {
  const document = readText(text)
  const result = audit(document, { asOf: null, year: null, purpose: null, ...context })
  const count = (outcome: 'pass' | 'fail'): number =>
    result.reports.reduce((n, { coverage }) => n + coverage.relations[outcome] + coverage.statements[outcome], 0)
  return { document, result, findings: result.findings, passes: count('pass'), fails: count('fail') }
}

/** Rows of cells with tabs between. */
export const table = (...rows: readonly string[]): string => rows.map((row) => row.replaceAll(' | ', '\t')).join('\n')

/** What the caret stands under, taken from the original text. */
export function pointedAt(document: SourceDocument, quote: Quote): string {
  return originalOf(document, quote).slice(quote.start, quote.end)
}

export function originalOf(document: SourceDocument, quote: Quote): string {
  return document.reports[quote.report]?.blocks[quote.block]?.at.original ?? ''
}

/** Holds of every finding, whatever its check: quotes are verbatim, hold their figure and lie on their line; the working is there. */
export function expectSound(document: SourceDocument, finding: Finding): void {
  expect(finding.quotes.length).toBeGreaterThan(0)
  for (const quote of finding.quotes) {
    const original = originalOf(document, quote)
    expect(original.slice(quote.textStart, quote.textStart + quote.text.length)).toBe(quote.text)
    expect(quote.start).toBeLessThan(quote.end)
    expect(quote.textStart).toBeLessThanOrEqual(quote.start)
    expect(quote.textStart + quote.text.length).toBeGreaterThanOrEqual(quote.end)
    const first = document.reports[quote.report]?.blocks[quote.block]?.at.line ?? 0
    expect(quote.line).toBe(first + (original.slice(0, quote.start).match(/\n/g)?.length ?? 0))
  }
  expect(finding.steps.length).toBeGreaterThan(0)
  for (const step of finding.steps) expect(step.say).not.toBe('')
  for (const words of [finding.title, finding.message, finding.computation]) expect(words).not.toMatch(/^$|undefined|NaN|\[object/)
  expect(finding.confidence).toBeGreaterThan(0)
  expect(finding.confidence).toBeLessThanOrEqual(1)
}

export interface FaultyCase {
  readonly text: string
  readonly severity: Severity
  /** The figure or words under the caret, as printed. */
  readonly figure: string
  /** The whole clause or row. */
  readonly quote: string
  /** Left out where the engine may or may not tell. */
  readonly expected?: string | null
  /** When the check reports another kind than usual. */
  readonly kind?: FindingKind
}

export interface CheckCases {
  readonly kind: FindingKind
  /** Name → body without any fault; at least one relation passes. */
  readonly clean: Readonly<Record<string, string>>
  /** Name → body with exactly one fault, and what is said of it. */
  readonly faulty: Readonly<Record<string, FaultyCase>>
  /** Name → a body that just holds, and one that just does not. */
  readonly edge: Readonly<Record<string, readonly [holds: string, fails: string]>>
  /** Name → a body of which nobody can tell: no finding of any check. */
  readonly silent: Readonly<Record<string, string>>
}

export function checkTests(id: string, cases: CheckCases): void {
  describe(id, () => {
    describe('clean', () => {
      for (const [name, text] of Object.entries(cases.clean)) test(name, () => expectClean(id, text))
    })
    describe('faulty', () => {
      for (const [name, fault] of Object.entries(cases.faulty)) test(name, () => expectFault(id, fault.kind ?? cases.kind, fault))
    })
    describe('at the edge', () => {
      for (const [name, [holds, fails]] of Object.entries(cases.edge)) {
        test(name, () => {
          expectClean(id, holds)
          expect(show(id, auditBody(fails))).toEqual([id])
        })
      }
    })
    describe('cannot tell', () => {
      for (const [name, text] of Object.entries(cases.silent)) test(name, () => expect(show(id, auditBody(text))).toEqual([]))
    })
  })
}

/** All findings but 提示 of other checks: a piece of a report has no form to speak of. */
const findingsFor = (id: string, { findings }: Audited): Finding[] =>
  findings.filter(({ check, severity }) => check === id || severity !== 'info')
const show = (id: string, audited: Audited): string[] => findingsFor(id, audited).map(({ check }) => check)

function expectClean(id: string, text: string): void {
  const audited = auditBody(text)
  expect(findingsFor(id, audited).map(({ check, computation }) => `${check}: ${computation}`)).toEqual([])
  expect(audited.passes).toBeGreaterThan(0)
}

function expectFault(id: string, kind: FindingKind, fault: FaultyCase): void {
  const audited = auditBody(fault.text)
  const { document } = audited
  const findings = findingsFor(id, audited)
  expect(findings.map(({ check }) => check)).toEqual([id])
  const finding = findings[0] as Finding
  expect(finding).toMatchObject({ kind, severity: fault.severity })
  if (fault.expected !== undefined) expect(finding.expected).toBe(fault.expected)
  const quote = finding.quotes[0] as Quote
  expect(quote.text).toBe(fault.quote)
  expect(pointedAt(document, quote)).toBe(fault.figure)
  expectSound(document, finding)
}
