/** Batches for the page of a batch: of made-up units, with all that can be in one. */
import { BatchCounter, type BatchSummary } from '@jiheng/report'
import { type AuditResult, audit, type CrossFinding } from '../../packages/audit/src/index.ts'
import { ingestText } from '../../packages/ingest/src/index.ts'

const context = { asOf: '2026-01-01', year: null, purpose: null }

function resultOf(unit: string, body: string): AuditResult {
  const text = `${unit}\n2023年度部门整体支出绩效自评报告\n\n一、预算执行情况\n\n全年预算1320.50万元，全年执行1260.60万元，${body}\n`
  return audit(ingestText(new TextEncoder().encode(text), { name: `${unit}.txt`, sha256: '' }), context)
}

export const unread = (file: string): AuditResult => audit(ingestText(new Uint8Array(0), { name: file, sha256: '' }), context)

export const wrongRate = resultOf('临河县示例局', '预算执行率95.64%。')
export const rightRate = resultOf('临河县样本局', '预算执行率95.46%。')

/** The same result under another name, with this many more of its findings. */
export function renamed(result: AuditResult, unit: string, file: string, times = 1): AuditResult {
  const reports = result.reports.map((report) => ({
    ...report,
    unit,
    findings: Array.from({ length: times }, () => report.findings).flat(),
  }))
  return { ...result, file, reports, findings: reports.flatMap((report) => report.findings) }
}

export function batchOf(results: readonly AuditResult[], cross: readonly CrossFinding[] = []): BatchSummary {
  const counter = new BatchCounter()
  for (const result of results) counter.take(result)
  return counter.finish(cross)
}

/** Units, of which every third has faults, the later the more; some files that were not read; two reports that share a passage. */
export function countyBatch(units: number): BatchSummary {
  const results = Array.from({ length: units }, (_, at) => {
    const [unit, file] = [`临河县第${at + 1}示例局`, `报送包.zip/第${at + 1}示例局.txt`]
    if (at % 50 === 7) return unread(file)
    return at % 3 === 0 ? renamed(wrongRate, unit, file, 1 + (at % 5)) : renamed(rightRate, unit, file)
  })
  const [finding] = wrongRate.findings
  const [later, earlier] = [results.at(-1), results[0]]
  const cross = finding && later && earlier ? [{ ...finding, file: later.file, other: { file: earlier.file, report: 0, line: 6 } }] : []
  return batchOf(results, cross)
}
