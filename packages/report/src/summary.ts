/** The room's small door: the words of results and the summary of a batch, without the writers. What starts a process loads no more than this. */
export {
  BatchCounter,
  type BatchSummary,
  type CheckLine,
  type Counted,
  type Counts,
  countsOf,
  type FileLine,
  isUnread,
  type KindLine,
  type LeftOut,
  type ReportLine,
  totalOf,
} from './batch/batch-summary.ts'
export { addCoverage, coverageLine, scopeLine } from './wording/coverage.ts'
export { shortName } from './wording/file-name.ts'
export { placeOf } from './wording/place.ts'
export { type FileProblem, type FileProblemCode, isFileProblem, placeOfProblem, sayFileProblem } from './wording/problems.ts'
export { repairLine, repairLines } from './wording/repair.ts'
export { plainStep } from './wording/step.ts'
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
