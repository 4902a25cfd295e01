export { audit } from './audit.ts'
export type { AuditContext, AuditResult, Coverage, Outcome, ReportResult, Untold } from './audit-result.ts'
export type { CheckId, Finding, FindingKind, Quote, Repair, RepairReason, Severity, Step } from './findings/finding.ts'
