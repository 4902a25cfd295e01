export type { Audited, MarkedCopy } from './audited.ts'
export { departmentPage } from './evaluation/department-page.ts'
export {
  type DepartmentReport,
  isDepartmentOpen,
  type MoneyRow,
  moneyRows,
  nameOfUnit,
  type ReportedUnit,
  totalOf,
} from './evaluation/department-report.ts'
export {
  moneyHeads,
  sayCoverage,
  sayDepartmentScore,
  sayOffline,
  sayState,
  sayStatistics,
  sayTransfers,
} from './evaluation/department-words.ts'
export { departmentWorkbook } from './evaluation/department-workbook.ts'
export { type EvaluationBookOptions, evaluationBook } from './evaluation/evaluation-book.ts'
export { type EvaluationPageOptions, evaluationPage } from './evaluation/evaluation-page.ts'
export { type Evaluated, type EvaluationRow, evaluationRows } from './evaluation/evaluation-rows.ts'
export { curveNames, lightNames, sayCurve, sayMeasure, sayTarget, sayWarning, unitOf, unitWord } from './evaluation/evaluation-words.ts'
export { type FactsTemplateOptions, factsTemplate } from './evaluation/facts-template.ts'
export { schemeBook } from './evaluation/scheme-book.ts'
export type { FileLinks } from './html/index-links.ts'
export { type BatchLink, type IndexOptions, indexPage } from './html/index-page.ts'
export { type ReportPageOptions, reportPage } from './html/report-page.ts'
export { type CircularDraftOptions, circularDraft } from './letters/circular-draft.ts'
export { withFixedDates } from './letters/fixed-dates.ts'
export { type ReturnOpinionOptions, returnOpinion } from './letters/return-opinion.ts'
export { issueCsv } from './list/issue-csv.ts'
export { type IssueListOptions, issueList } from './list/issue-list.ts'
export {
  crossRow,
  crossRows,
  type IssueDecision,
  type IssueLevel,
  type IssueNames,
  type IssueRow,
  issueRows,
  unitsOf,
} from './list/issue-row.ts'
export {
  type OrganisationColumn,
  type OrganisationLine,
  organisationBook,
  organisationHeads,
  organisationKinds,
} from './list/organisation-book.ts'
export { type BookSheet, readBook } from './list/sheet-library.ts'
export { annotatedPdf, type PdfCopyOptions } from './pdf/annotate-pdf.ts'
export type { Separator } from './sarif/artifact-uri.ts'
export { type SarifInput, type SarifOptions, sarifLog, sarifPieces } from './sarif/sarif-log.ts'
export * from './summary.ts'
export { documentView } from './view/document-view.ts'
export { type FindingView, findingViews, type ListedFinding } from './view/finding-views.ts'
export { issueRowOf, type KeptIssue, noteRow } from './view/issue-row-of.ts'
export type { DocumentView } from './view/view-shapes.ts'
export { commentedCopy } from './word/annotate/commented-copy.ts'
export { type CommentOptions, commentedDocx, type WordMarkedCopy } from './word/annotate/commented-docx.ts'
export { withoutOurComments } from './word/annotate/without-our-comments.ts'
export { type WordCopy, wordCopy } from './word/annotate/word-copy.ts'
export type { WordExtension } from './word/annotate/word-package.ts'
