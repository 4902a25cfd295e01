export type { Block, Cell, Format, Origin, ReportKind, Segment, SourceDocument, SourceFile, SourceReport } from './source-document.ts'
