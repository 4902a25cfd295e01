export type { Audited, MarkedCopy } from './audited.ts'
export {
  BatchCounter,
  type BatchSummary,
  type CheckLine,
  type Counts,
  type FileLine,
  type KindLine,
  type ReportLine,
} from './batch/batch-summary.ts'
export { addCoverage, coverageLine } from './wording/coverage.ts'
export { placeOf } from './wording/place.ts'
export { type FileProblem, type FileProblemCode, isFileProblem, placeOfProblem, sayFileProblem } from './wording/problems.ts'
export { repairLine, repairLines } from './wording/repair.ts'
export {
  AUTHOR,
  kindWords,
  reportKindWords,
  severities,
  severityMeanings,
  severityWords,
  standardInput,
  unnamedUnit,
} from './wording/words.ts'
