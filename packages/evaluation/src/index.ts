export type * from './cases/case.ts'
export { CASE_KEYS, type CaseContext, type ReadCases, readCases } from './cases/read-cases.ts'
export { REFUSAL_KEYS, type ReadRefusals, readRefusals } from './cases/read-refusals.ts'
export { runCase, sayFailure } from './cases/run-case.ts'
export { runRefusal } from './cases/run-refusal.ts'
export {
  type Adjustment,
  type ConsolidatedItem,
  type Consolidation,
  type ConsolidationInput,
  consolidate,
  type InternalTransfer,
  type TransferFault,
} from './department/consolidate.ts'
export { type Coverage, coverageOf, coverageOfList, type Entry } from './department/coverage.ts'
export { departmentBook } from './department/department-book.ts'
export type * from './department/department-data.ts'
export { type DepartmentEvaluation, type DepartmentInput, evaluateDepartment } from './department/evaluate-department.ts'
export { DEPARTMENT_KEYS, type ReadDepartment, readDepartment } from './department/read-department.ts'
export { type RolledUp, rollUp, type UnitScore, weightedMean } from './department/roll-up.ts'
export { type Scored as ScoredUnit, type Share, type Statistics, statisticsOf } from './department/statistics.ts'
export { type EvaluateInput, type EvaluateOptions, evaluate } from './evaluate/evaluate.ts'
export type * from './evaluate/evaluation.ts'
export { type Plan, type PlanFault, type Planned, type PlannedIndicator, planOf } from './evaluate/plan.ts'
export { type CheckTerms, checkFacts, type FactsChecked } from './facts/check-facts.ts'
export { csvRows } from './facts/csv-rows.ts'
export { DEDUCTION, deductionsOf } from './facts/deductions.ts'
export type { Evidence, Fact, FactValue } from './facts/fact.ts'
export { type BookOptions, type FactBook, type FactFault, factBook } from './facts/fact-book.ts'
export { type FactColumn, factHeads } from './facts/fact-heads.ts'
export { cellName, type FactTable } from './facts/fact-table.ts'
export { type ImportPreset, PRESET_KEYS, type ReadPreset, readPreset } from './facts/import-preset.ts'
export type { FactItem, ItemCatalogue } from './facts/item.ts'
export { type Asking, indicatorsOf, inWords, type Question, questionsOf } from './facts/question.ts'
export { readExport } from './facts/read-export.ts'
export { type FactTerms, readFactTable } from './facts/read-fact-table.ts'
export { type PlacedFact, type ReadFacts, readFacts } from './facts/read-facts.ts'
export { withoutYearBefore } from './facts/without-year-before.ts'
export { type ApprovedGoals, type GoalIndicator, type GoalsVersion, goalsAt } from './goals/approved-goals.ts'
export { type ReadGoals, readGoals } from './goals/read-goals.ts'
export type * from './indicators/financial-indicator.ts'
export { runExample } from './indicators/run-example.ts'
export { type Block as ScoreBlock, type ColumnNeed, NOT_APPLICABLE } from './kernel/column.ts'
export { columnNeeds } from './kernel/column-needs.ts'
export { blockOf } from './kernel/columns-of.ts'
export { type Kernel, kernelOf, roomFor, type Scores } from './kernel/kernel.ts'
export { ranksOf } from './kernel/rank.ts'
export { type TableFault, type TableReader, tableReader } from './kernel/read-table.ts'
export { type Dated, valueAt } from './organisation/dated.ts'
export * from './organisation/organisation.ts'
export type { OrganisationFault } from './organisation/organisation-faults.ts'
export type { Change, OrganisationData, OrganisationUnit, UnitKind } from './organisation/organisation-unit.ts'
export { goalsDue, type Project, type ProjectFault, projectOf } from './organisation/project.ts'
export { type ProjectClass, type ProjectCode, readProjectCode } from './organisation/project-code.ts'
export { type Region, regionByCode, regionCodeAt, regionNameAt } from './organisation/region.ts'
export { type ReportingWay, reportersOf } from './organisation/reporters.ts'
export { type Lit, progressLight, selfWarning } from './policy/lights.ts'
export { roundPoints } from './policy/rounding.ts'
export { CURVES, readCurve, USUAL_CLASSES } from './read/read-curve.ts'
export { type ReadFinancialIndicators, readFinancialIndicators } from './read/read-financial-indicators.ts'
export { type ReadItems, readItems } from './read/read-items.ts'
export { POLICY_KEYS } from './read/read-policies.ts'
export {
  BLOCK_KEYS,
  INDICATOR_KEYS,
  type ReadScheme,
  readScheme,
  SCHEME_KEYS,
  SOURCE_KEYS,
  VERSION_KEYS,
  WAY_KEYS,
} from './read/read-scheme.ts'
export { readTarget, writeTarget } from './read/read-target.ts'
export type * from './scheme/scheme.ts'
export { USUAL_POLICIES } from './scheme/scheme.ts'
export { schemeAt } from './scheme/scheme-at.ts'
export type { Curve, Sign } from './scoring/curve.ts'
export type { Reading, Scored, Target } from './scoring/reading.ts'
export { score } from './scoring/score.ts'
export { readSchemeSheets } from './sheet/read-scheme-sheets.ts'
export { type SheetColumn, type SheetTable, schemeSheets } from './sheet/scheme-sheets.ts'
export { changedVersion, type SchemeChange } from './simulate/changed-version.ts'
export {
  type BeforeAfter,
  changesBetween,
  type Move,
  type Simulation,
  type SimulationInput,
  simulate,
  type UnitChange,
} from './simulate/simulate.ts'
export { type Standing, standingAfter, standingOf } from './simulate/standing.ts'
export { curveData, type Data, schemeData } from './write/scheme-data.ts'
