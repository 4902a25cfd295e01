/** Findings and results made by hand, with every field that an output shows. */
import type { AuditResult, Coverage, Finding, Quote, ReportResult } from '@jiheng/audit'

export function quote(text: string, words: string, more: Partial<Quote> = {}): Quote {
  const start = Math.max(0, text.indexOf(words))
  return { text, start, end: start + words.length, textStart: 0, report: 0, block: 0, line: 1, ...more }
}

export function finding(more: Partial<Finding> = {}): Finding {
  return {
    id: 'id',
    check: 'total-mismatch',
    kind: 'sum',
    severity: 'error',
    title: '合计与分项之和不一致',
    message: '支出写为 12万元，按分项相加应为 11万元，请核对。',
    quotes: [quote('支出12万元', '12')],
    computation: '5万元 + 6万元 = 11万元；所写为 12万元',
    steps: [{ say: '5万元 + 6万元 = 11万元' }],
    expected: '11万元',
    repair: { from: '12万元', to: '11万元', reason: 'wrong-digit' },
    related: [],
    confidence: 0.9,
    ...more,
  }
}

const none = { pass: 0, fail: 0, 'cannot-tell': 0, 'not-applicable': 0, broken: 0 }

export const coverage: Coverage = {
  numbers: 20,
  inClaims: 18,
  inRelations: 12,
  relations: { ...none, pass: 7, fail: 1, 'cannot-tell': 2 },
  statements: { ...none, pass: 3 },
}

export function report(findings: readonly Finding[], more: Partial<ReportResult> = {}): ReportResult {
  return { title: '某局自评报告', unit: '某局', year: 2023, kind: 'department', coverage, findings, untold: [], sketch: '', ...more }
}

export function result(reports: readonly ReportResult[], more: Partial<AuditResult> = {}): AuditResult {
  return {
    version: 1,
    engine: '0',
    catalogue: '0',
    schemes: [],
    context: { asOf: '2026-01-01', year: null, purpose: null },
    file: '某局.docx',
    sha256: '',
    reports,
    findings: reports.flatMap(({ findings }) => findings),
    problems: [],
    ...more,
  } as AuditResult
}
