export { type IngestOptions, ingest, ingestText } from './ingest.ts'
export { LIMITS, type Limits } from './limits.ts'
export type { Converter } from './reader.ts'
export type {
  Block,
  Cell,
  Format,
  Formula,
  Lead,
  PageShape,
  ReportKind,
  Residue,
  ResidueKind,
  Sheet,
  SourceDocument,
  SourceFile,
  SourceReport,
} from './source-document.ts'
export { LEVELS } from './tidy/numbering.ts'
