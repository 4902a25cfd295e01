export { ingest } from './ingest.ts'
export { LIMITS, type Limits } from './limits.ts'
export type {
  Block,
  Cell,
  Format,
  Lead,
  ReportKind,
  Residue,
  ResidueKind,
  SourceDocument,
  SourceFile,
  SourceReport,
} from './source-document.ts'
export { LEVELS } from './tidy/numbering.ts'
