/** The part of the room of reports that makes documents; loaded when documents are asked for. */
import type {
  annotatedPdf,
  BatchCounter,
  circularDraft,
  commentedCopy,
  commentedDocx,
  crossRows,
  indexPage,
  issueCsv,
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
  readonly issueCsv: typeof issueCsv
  readonly BatchCounter: typeof BatchCounter
  readonly circularDraft: typeof circularDraft
  readonly sarifPieces: typeof sarifPieces
  readonly withFixedDates: typeof withFixedDates
  readonly unitsOf: typeof unitsOf
  readonly indexPage: typeof indexPage
}
