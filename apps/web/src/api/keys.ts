/** Under which keys answers are kept, so that whoever changes a thing can say what is out of date. */
export const keys = {
  batches: ['batches'],
  batch: (batch: string) => ['batch', batch],
  batchDocuments: (batch: string) => ['batch', batch, 'documents'],
  batchSummary: (batch: string) => ['batch', batch, 'summary'],
  documents: ['documents'],
  document: (document: string) => ['document', document],
  documentView: (document: string, audit: string) => ['document', document, 'view', audit],
  /** Those of one audit; without it those of all. */
  documentFindings: (document: string, audit?: string) => ['document', document, 'findings', ...(audit === undefined ? [] : [audit])],
  comments: (document: string) => ['document', document, 'comments'],
  findings: ['findings'],
  schemes: ['schemes'],
} as const
