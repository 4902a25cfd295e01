export { ingest } from './ingest.ts'
export { LIMITS, type Limits } from './limits.ts'
export { cellToBlock, toOriginal } from './origin.ts'
export type {
  Block,
  Cell,
  Format,
  Lead,
  Origin,
  ReportKind,
  Residue,
  ResidueKind,
  Segment,
  SourceDocument,
  SourceFile,
  SourceReport,
} from './source-document.ts'
export { LEVELS } from './tidy/numbering.ts'
