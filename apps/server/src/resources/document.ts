/** Documents: listed, shown with their marks, saved. */
import { type DocumentView, type documentRoutes, Refusal } from '@jiheng/contract'
import { documentView } from '@jiheng/report'
import {
  assignDocument,
  auditDocumentAgain,
  byViewer,
  findingsOf,
  getDocument,
  keptDocument,
  listDocuments,
  passDocument,
  publishDocument,
  record,
  removeDocument,
  returnDocument,
  submitDocument,
  withdrawDocument,
} from '@jiheng/store'
import { auditedFrom } from '../documents/audited-from.ts'
import { outputOf, outputSource, outputWords } from '../documents/document-output.ts'
import { mediaTypeOf } from '../documents/media-types.ts'
import type { FileAnswer } from '../http/answers.ts'
import { endpoint, type Handlers } from '../http/endpoint.ts'

export const documentHandlers = {
  'documents.list': endpoint('documents.list', { run: ({ work, query }) => listDocuments(work, query) }),
  'documents.get': endpoint('documents.get', { run: ({ work, params }) => getDocument(work, params.document) }),
  'documents.view': endpoint<'documents.view', DocumentView>('documents.view', {
    // Read and laid out before the transaction: a long document must not hold the database.
    prepare: async ({ asked, container, transact }) => {
      const kept = await transact(async (_ground, work) => work && keptDocument(work, asked.params.document))
      if (kept?.audit == null) throw new Refusal('document.not-audited')
      return documentView(await auditedFrom(container, kept.audit)) as DocumentView
    },
    run: async (_request, view) => view,
  }),
  'documents.findings': endpoint('documents.findings', {
    run: async ({ work, params }) => ({ items: await findingsOf(work, params.document) }),
  }),
  'documents.file': endpoint('documents.file', {
    run: async ({ work, params, container }) => {
      const { id, fileName, sha256, bytes } = await keptDocument(work, params.document)
      if (bytes === 0 || !(await container.vault.has(sha256))) throw new Refusal('file.gone')
      await record(work, 'document.downloaded', {
        ...byViewer(work.viewer),
        subject: { kind: 'document', id },
        details: { fileName, kind: '原文件' },
      })
      const content = () => container.vault.open(sha256)
      return { kind: 'file', name: fileName, mediaType: mediaTypeOf(''), content, bytes }
    },
  }),
  'documents.output': endpoint<'documents.output', FileAnswer>('documents.output', {
    // Made before the transaction: a child may take its time.
    prepare: async ({ asked: { params }, container, transact }) => {
      const source = await transact(async (_ground, work) => work && outputSource(work, params.document, params.kind))
      if (source === null) throw new Refusal('thing.not-found')
      return outputOf(container, source, params.kind)
    },
    run: async ({ work, params: { document, kind } }, file) => {
      const { fileName } = await keptDocument(work, document)
      const details = { fileName, kind: outputWords[kind] }
      await record(work, 'document.downloaded', { ...byViewer(work.viewer), subject: { kind: 'document', id: document }, details })
      return file
    },
  }),
  'documents.assign': endpoint('documents.assign', { run: ({ work, params, body }) => assignDocument(work, params.document, body) }),
  'documents.audit-again': endpoint('documents.audit-again', {
    run: ({ work, params }) => auditDocumentAgain(work, params.document),
    after: (_answer, { wakeWorkers }) => wakeWorkers(),
  }),
  'documents.submit': endpoint('documents.submit', {
    run: ({ work, params, body }) => submitDocument(work, params.document, body.statement, body.version),
  }),
  'documents.withdraw': endpoint('documents.withdraw', {
    run: ({ work, params, body }) => withdrawDocument(work, params.document, body.version),
  }),
  'documents.return': endpoint('documents.return', { run: ({ work, params, body }) => returnDocument(work, params.document, body) }),
  'documents.pass': endpoint('documents.pass', {
    run: ({ work, params, body }) => passDocument(work, params.document, body.opinion, body.version),
  }),
  'documents.publish': endpoint('documents.publish', {
    run: ({ work, params, body }) => publishDocument(work, params.document, body.version),
  }),
  'documents.remove': endpoint('documents.remove', {
    run: async ({ work, params }) => {
      await removeDocument(work, params.document)
      return null
    },
  }),
} satisfies Partial<Handlers<keyof typeof documentRoutes>>
