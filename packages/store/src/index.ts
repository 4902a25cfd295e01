export type {
  Connection,
  ConnectionSettings,
  EmbeddedConnection,
  EmbeddedSettings,
  ServedConnection,
  ServedSettings,
  Warning,
} from './connection/connection.ts'
export { DatabaseTrouble, type DatabaseTroubleCode } from './connection/database-trouble.ts'
export { inTransaction, type TransactionOptions } from './connection/in-transaction.ts'
export { openConnection } from './connection/open-connection.ts'
export type { DoctorCheck, DoctorFinding, ExamineOptions } from './doctor/doctor-finding.ts'
export { examine } from './doctor/examine.ts'
export {
  type JournalFilter,
  journalHead,
  journalPart,
  listJournal,
} from './journal/read-journal.ts'
export { byViewer, record, type Told } from './journal/record.ts'
export { type Seal, sealJournal } from './journal/seal.ts'
export { type KeptDigest, type Verified, verifyJournal, type WhyBroken } from './journal/verify.ts'
export { migrate, migrationNames, migrationsDone } from './migrate.ts'
export { newId } from './new-id.ts'
export {
  accountsForOperator,
  createByOperator,
  makeManager,
  type OperatorAccount,
  resetByOperator,
  unlockByOperator,
} from './operator/accounts.ts'
export { type ImportOrder, importOrganisations, linesOf, organisationSheet } from './organisations/import-organisations.ts'
export {
  changeOrganisation,
  createOrganisation,
  listOrganisations,
  organisationHistory,
  recordChange,
} from './organisations/organisations.ts'
export { addNextYear, rebuildYears } from './organisations/rebuild-years.ts'
export { type ReadSheet, type SheetFault, type SheetLine, sheetLines } from './organisations/sheet-lines.ts'
export { insertUnit, insertUnits, type KnownUnit, readUnit, readUnits, updateUnit } from './organisations/units.ts'
export { type BatchLook, lookAtBatch } from './queries/batches/batch-events.ts'
export { batchForOutput, type Judgement, judgementsOf, type OutputDocument, outputDocuments } from './queries/batches/batch-outputs.ts'
export { summariseBatch } from './queries/batches/batch-summary.ts'
export { createBatch, getBatch, listBatches, renameBatch } from './queries/batches/batches.ts'
export { type ComparedDocument, sketchesOf } from './queries/batches/comparison.ts'
export { insertBatch, type NewBatchRow } from './queries/batches/insert-batch.ts'
export { orderPack } from './queries/batches/order-pack.ts'
export { auditBatchAgain, cancelBatch, resumeBatch } from './queries/batches/run-batch.ts'
export { insertSampleAccount, insertSampleChange } from './queries/batches/sample-data.ts'
export { listComments, writeComment } from './queries/comments.ts'
export { type Assignment, assignDocument, auditDocumentAgain, removeDocument } from './queries/documents/change-document.ts'
export { getDocument, type KeptDocument, keptDocument } from './queries/documents/document-detail.ts'
export {
  type KeptAudit,
  type KeptFinding,
  keepAudit,
  keepFailure,
  keepUnread,
  refuseSecret,
} from './queries/documents/keep-audit.ts'
export { type LetterWords, letterWordsOf, noWords } from './queries/documents/letter-words.ts'
export { listDocuments } from './queries/documents/list-documents.ts'
export {
  addDocuments,
  batchToFill,
  type Incoming,
  type NewDocument,
  type ReceivedFile,
  receiveArchive,
  receiveFile,
} from './queries/documents/register.ts'
export {
  passDocument,
  publishDocument,
  returnDocument,
  submitDocument,
  withdrawDocument,
} from './queries/documents/stages.ts'
export { clearFiles, emptyDigest, keepFile } from './queries/files.ts'
export { decideFinding } from './queries/findings/decide.ts'
export { findingsOf } from './queries/findings/document-findings.ts'
export { eachFinding, type KeptFindingRow } from './queries/findings/kept-findings.ts'
export { listFindings } from './queries/findings/list-findings.ts'
export { claimKey, clearKeys, type KeptAnswer, keepAnswer } from './queries/idempotency-keys.ts'
export { readInbox } from './queries/inbox.ts'
export { type AuditPlan, auditPlan } from './queries/jobs/audit-plan.ts'
export { type Claimed, claimJob, type Job, leaseMs, mostAttempts, releaseJob, renewLease } from './queries/jobs/claim.ts'
export { enqueue, type NewJob, priorities } from './queries/jobs/enqueue.ts'
export { cancelJob, getJob, jobFile } from './queries/jobs/jobs.ts'
export { failOther, filesInBatch, keepComparison, keepMembers, keepPack } from './queries/jobs/other-ends.ts'
export { readLocal, removeLocal, writeLocal, writeLocalOnce } from './queries/local-state.ts'
export {
  type AccountFilter,
  type ChangedAccount,
  changeAccount,
  createAccount,
  type FirstPost,
  listAccounts,
  readAccount,
  resetAccount,
  signOutAccount,
} from './queries/people/accounts.ts'
export { needEverywhere } from './queries/people/beyond-own.ts'
export { handOverPost, listHandOvers } from './queries/people/hand-overs.ts'
export { createLink, dropLinks, type FoundLink, findLink, type NewLink, takeLink } from './queries/people/links.ts'
export { meOf } from './queries/people/me.ts'
export { createPost, endPost, type NewPost } from './queries/people/posts.ts'
export { changeRole, createRole, listRoles, removeRole, type WrittenRole } from './queries/people/roles.ts'
export {
  type BegunSession,
  beginSession,
  endSession,
  endSessions,
  listSessions,
  type NewSession,
  sessionOf,
} from './queries/people/sessions.ts'
export { type FirstAccount, insertPresetRoles, isSetUp, prepareRegion, setUp } from './queries/people/set-up.ts'
export {
  type AccountKey,
  accountNamed,
  accountOfSubject,
  beginSecondFactor,
  type Credentials,
  confirmSecondFactor,
  credentialsOf,
  keepPassword,
  keepSpareCodes,
  keepTotpStep,
  noteFailedSignIn,
  noteSignIn,
  removeSecondFactor,
} from './queries/people/sign-in.ts'
export { createToken, listTokens, type NewToken, revokeToken } from './queries/people/tokens.ts'
export { createRegion, listRegions, type RegionNow, regionNow } from './queries/regions.ts'
export { search } from './queries/search.ts'
export { dayIn, type FoundViewer, viewerOfAccount, viewerOfSession, viewerOfToken } from './queries/viewers.ts'
export { type DatabaseRefusal, type RefusalKind, translateRefusal } from './refusals.ts'
export * from './tables.ts'
export { type BackedUp, backUp, lastBackupAt, newestBackup } from './transfer/backup.ts'
export type { ExportChecked } from './transfer/check-export.ts'
export { type ExportOptions, exportData, type TransferStep } from './transfer/export-data.ts'
export { type ImportOptions, importData } from './transfer/import-data.ts'
export { type Manifest, manifestName, readManifest } from './transfer/manifest.ts'
export { TransferTrouble, type TransferTroubleCode } from './transfer/transfer-trouble.ts'
export { openFolderVault } from './vault/folder-vault.ts'
export { FileGone, type Kept, TooLarge, type Vault } from './vault/vault.ts'
export { holds, type Reach, type Viewer, type ViewerPost } from './viewer.ts'
export { type Ground, groundOf, type Work } from './work.ts'
