/** What runs, in which order. Adding a check is its file, its tests and one line here; docs/checks.md is made from this list. */
import type { Check } from './check.ts'
import { countConflict } from './figures/count-conflict.ts'
import { differenceMismatch } from './figures/difference-mismatch.ts'
import { formulaMismatch } from './figures/formula-mismatch.ts'
import { fractionalCount } from './figures/fractional-count.ts'
import { gradeMismatch } from './figures/grade-mismatch.ts'
import { growthMismatch } from './figures/growth-mismatch.ts'
import { impossibleValue } from './figures/impossible-value.ts'
import { productMismatch } from './figures/product-mismatch.ts'
import { rateMismatch } from './figures/rate-mismatch.ts'
import { rateWithoutFigure } from './figures/rate-without-figure.ts'
import { restatementConflict } from './figures/restatement-conflict.ts'
import { scoreProductMismatch } from './figures/score-product-mismatch.ts'
import { scoreTotalMismatch } from './figures/score-total-mismatch.ts'
import { scoringRuleMismatch } from './figures/scoring-rule-mismatch.ts'
import { textTableConflict } from './figures/text-table-conflict.ts'
import { totalMismatch } from './figures/total-mismatch.ts'
import { unitSlip } from './figures/unit-slip.ts'
import { weightTotalMismatch } from './figures/weight-total-mismatch.ts'
import { actualEqualsTarget } from './form/actual-equals-target.ts'
import { announcedAbsent } from './form/announced-absent.ts'
import { completionLeftBlank } from './form/completion-left-blank.ts'
import { doneAfterYear } from './form/done-after-year.ts'
import { emptySection } from './form/empty-section.ts'
import { fullMarksLowExecution } from './form/full-marks-low-execution.ts'
import { marksLostWithoutReason } from './form/marks-lost-without-reason.ts'
import { meetingsInThreePublic } from './form/meetings-in-three-public.ts'
import { misfiledIndicator } from './form/misfiled-indicator.ts'
import { numberingFault } from './form/numbering-fault.ts'
import { overFulfilmentWithoutReason } from './form/over-fulfilment-without-reason.ts'
import { problemWithoutMeasure } from './form/problem-without-measure.ts'
import { satisfactionWithoutSample } from './form/satisfaction-without-sample.ts'
import { signBehindTarget } from './form/sign-behind-target.ts'
import { signInActual } from './form/sign-in-actual.ts'
import { spendingWithoutOccasion } from './form/spending-without-occasion.ts'
import { staffOverPosts } from './form/staff-over-posts.ts'
import { templateResidue } from './form/template-residue.ts'
import { threePublicOverBudget } from './form/three-public-over-budget.ts'
import { unmetTargetWithoutMeasure } from './form/unmet-target-without-measure.ts'
import { wordsForQuantity } from './form/words-for-quantity.ts'
import { approvedGoals } from './scheme/approved-goals.ts'
import { schemeIndicatorMissing } from './scheme/scheme-indicator-missing.ts'
import { schemeScore } from './scheme/scheme-score.ts'
import { schemeWeight } from './scheme/scheme-weight.ts'
import { allDoneYetOpen } from './statements/all-done-yet-open.ts'
import { baseDateOutOfPlace } from './statements/base-date-out-of-place.ts'
import { booksAgreeYetDiffer } from './statements/books-agree-yet-differ.ts'
import { changeAgainstReason } from './statements/change-against-reason.ts'
import { deniedEvent } from './statements/denied-event.ts'
import { documentOfLaterYear } from './statements/document-of-later-year.ts'
import { doneAfterReport } from './statements/done-after-report.ts'
import { evaluatedBeforeYearEnd } from './statements/evaluated-before-year-end.ts'
import { evaluatedObjectSwitched } from './statements/evaluated-object-switched.ts'
import { finishedBeforeBegun } from './statements/finished-before-begun.ts'
import { foreignOrganisation } from './statements/foreign-organisation.ts'
import { foreignRegion } from './statements/foreign-region.ts'
import { foreignSelfWord } from './statements/foreign-self-word.ts'
import { impossibleDate } from './statements/impossible-date.ts'
import { noneYetSome } from './statements/none-yet-some.ts'
import { notHeldYetMeasured } from './statements/not-held-yet-measured.ts'
import { numbersClaimedNoneGiven } from './statements/numbers-claimed-none-given.ts'
import { personalData } from './statements/personal-data.ts'
import { projectsBookedAsBasic } from './statements/projects-booked-as-basic.ts'
import { repeatedPassage } from './statements/repeated-passage.ts'
import { sectionOfOtherSpending } from './statements/section-of-other-spending.ts'
import { withinBudgetYetOver } from './statements/within-budget-yet-over.ts'
import { wrongYearEnd } from './statements/wrong-year-end.ts'
import { yearOutOfPlace } from './statements/year-out-of-place.ts'

export const catalogue: readonly Check[] = [
  formulaMismatch,
  totalMismatch,
  differenceMismatch,
  rateMismatch,
  growthMismatch,
  scoreProductMismatch,
  scoreTotalMismatch,
  scoringRuleMismatch,
  weightTotalMismatch,
  gradeMismatch,
  textTableConflict,
  restatementConflict,
  countConflict,
  rateWithoutFigure,
  productMismatch,
  unitSlip,
  impossibleValue,
  fractionalCount,
  evaluatedBeforeYearEnd,
  wrongYearEnd,
  yearOutOfPlace,
  documentOfLaterYear,
  baseDateOutOfPlace,
  doneAfterReport,
  finishedBeforeBegun,
  impossibleDate,
  repeatedPassage,
  personalData,
  numberingFault,
  noneYetSome,
  deniedEvent,
  allDoneYetOpen,
  booksAgreeYetDiffer,
  withinBudgetYetOver,
  changeAgainstReason,
  evaluatedObjectSwitched,
  notHeldYetMeasured,
  sectionOfOtherSpending,
  projectsBookedAsBasic,
  numbersClaimedNoneGiven,
  foreignOrganisation,
  foreignRegion,
  foreignSelfWord,
  emptySection,
  templateResidue,
  announcedAbsent,
  marksLostWithoutReason,
  problemWithoutMeasure,
  unmetTargetWithoutMeasure,
  overFulfilmentWithoutReason,
  wordsForQuantity,
  signInActual,
  signBehindTarget,
  actualEqualsTarget,
  fullMarksLowExecution,
  satisfactionWithoutSample,
  misfiledIndicator,
  doneAfterYear,
  completionLeftBlank,
  threePublicOverBudget,
  meetingsInThreePublic,
  spendingWithoutOccasion,
  staffOverPosts,
  schemeWeight,
  schemeScore,
  schemeIndicatorMissing,
  approvedGoals,
]
