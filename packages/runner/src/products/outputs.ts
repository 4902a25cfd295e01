/** The part of the room of reports that the command uses; loaded when documents are asked for. */
import type {
  annotatedPdf,
  circularDraft,
  commentedCopy,
  commentedDocx,
  crossRows,
  indexPage,
  issueList,
  issueRows,
  reportPage,
  returnOpinion,
  sarifPieces,
  unitsOf,
  withFixedDates,
} from '@jiheng/report'

export interface Outputs {
  readonly reportPage: typeof reportPage
  readonly commentedDocx: typeof commentedDocx
  readonly commentedCopy: typeof commentedCopy
  readonly annotatedPdf: typeof annotatedPdf
  readonly returnOpinion: typeof returnOpinion
  readonly issueRows: typeof issueRows
  readonly crossRows: typeof crossRows
  readonly issueList: typeof issueList
  readonly circularDraft: typeof circularDraft
  readonly sarifPieces: typeof sarifPieces
  readonly withFixedDates: typeof withFixedDates
  readonly unitsOf: typeof unitsOf
  readonly indexPage: typeof indexPage
}
