/** Results to print, with everything that a test does not care about filled in. */
import type { AuditResult, CrossFinding, Finding, Quote, ReportResult } from '@jiheng/audit'
import { BatchCounter, type BatchSummary } from '@jiheng/report/summary'

/** Accuses the first occurrence of `figure` in `text`. */
export function aQuote(text: string, figure: string, rest: Partial<Quote> = {}): Quote {
  const textStart = rest.textStart ?? 0
  const start = textStart + text.indexOf(figure)
  return { text, textStart, start, end: start + figure.length, report: 0, block: 0, ...rest }
}

export function aFinding(rest: Partial<Finding> = {}): Finding {
  return {
    id: 'f1',
    check: 'total-mismatch',
    kind: 'sum',
    severity: 'error',
    title: '合计与分项之和不一致',
    message: '分项之和与合计不一致，请核对。',
    quotes: [],
    computation: '800.00 + 433.50 = 1,233.50',
    steps: [],
    expected: null,
    repair: null,
    related: [],
    confidence: 1,
    ...rest,
  }
}

export function aCrossFinding(rest: Partial<CrossFinding> = {}): CrossFinding {
  return {
    ...aFinding({
      check: 'copied-passage',
      kind: 'other',
      severity: 'warning',
      title: '与其他报告有相同段落',
      message: '“乙.txt”与“甲.txt”有 3 处相同段落，请核对。',
      quotes: [aQuote('组织三个标段', '组织三个标段', { line: 12 })],
      steps: [{ say: '第12行与“甲.txt”第20行相同' }],
    }),
    file: '乙.txt',
    other: { file: '甲.txt', report: 0, line: 20 },
    ...rest,
  }
}

export function aReport(rest: Partial<ReportResult> = {}): ReportResult {
  return {
    title: '2023年度部门整体绩效自评报告',
    unit: '青石县水利局',
    year: 2023,
    kind: 'department',
    coverage: {
      numbers: 120,
      inClaims: 100,
      inRelations: 84,
      relations: { pass: 38, fail: 1, 'cannot-tell': 1, 'not-applicable': 0, broken: 0 },
      statements: { pass: 0, fail: 0, 'cannot-tell': 0, 'not-applicable': 0, broken: 0 },
    },
    findings: [],
    untold: [],
    sketch: '',
    ...rest,
  }
}

export function aResult(reports: readonly ReportResult[], rest: Partial<AuditResult> = {}): AuditResult {
  return {
    version: 1,
    engine: 'fake',
    catalogue: 'fake',
    schemes: [],
    context: { asOf: null, year: null, purpose: null },
    file: '报告.txt',
    sha256: 'abc',
    reports,
    findings: reports.flatMap((report) => report.findings),
    problems: [],
    ...rest,
  }
}

export function aSummary(results: readonly AuditResult[], crossFile: readonly CrossFinding[] = []): BatchSummary {
  const counter = new BatchCounter()
  for (const result of results) counter.take(result)
  return counter.finish(crossFile)
}
